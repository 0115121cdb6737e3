/** People as a clerk lists them: names or ids, one a line or parted by commas. */
import type { RecordedPerson } from '#records/queries/index.ts'

export interface PeopleNamed {
  readonly found: readonly RecordedPerson[]
  /** Namesakes are never chosen among. */
  readonly several: readonly { readonly name: string; readonly people: readonly RecordedPerson[] }[]
  readonly unknown: readonly string[]
}

/** 张　三 is 张三; each is named once. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split(/[\n\r,，、;；\t]/)
      .map((word) => word.replace(/\s/g, ''))
      .filter((word) => word !== ''),
  ),
]

/** An id before a name; in the order of the words. */
export function peopleNamed(words: readonly string[], people: readonly RecordedPerson[]): PeopleNamed {
  const found = new Map<string, RecordedPerson>()
  const several: { name: string; people: readonly RecordedPerson[] }[] = []
  const unknown: string[] = []
  for (const word of words) {
    const byId = people.find(({ cadre_id }) => cadre_id === word)
    const same = byId ? [byId] : people.filter(({ name }) => name === word)
    const [only] = same
    if (only === undefined) unknown.push(word)
    else if (same.length > 1) several.push({ name: word, people: same })
    else found.set(only.cadre_id, only)
  }
  return { found: [...found.values()], several, unknown }
}
