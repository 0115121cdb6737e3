/**
 * The view of a page lives in its address: plain `?name=value`, repeated for several values, so that links can be read,
 * shared and kept, and the way back works.
 */
export type Search = Readonly<Record<string, string | readonly string[]>>

export function parseSearch(text: string): Record<string, string | string[]> {
  const parameters = new URLSearchParams(text)
  const search: Record<string, string | string[]> = {}
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name)
    search[name] = values.length === 1 ? (values[0] ?? '') : values
  }
  return search
}

/** All the values of one name, none where it is absent. */
export function valuesOf(search: Search, name: string): readonly string[] {
  const value = search[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [value] : value
}

export const valueOf = (search: Search, name: string): string | undefined => valuesOf(search, name)[0]
