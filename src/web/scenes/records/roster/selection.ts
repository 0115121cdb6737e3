/** Who is selected: some by name, or everybody of the list but some. It lasts over pages, sorts and filters. */
export interface Person {
  readonly cadreId: string
  readonly name: string
  readonly unitId: string | null
}

export type Selection =
  | { readonly kind: 'some'; readonly people: ReadonlyMap<string, Person> }
  | { readonly kind: 'all'; readonly of: string; readonly except: ReadonlySet<string> }

export const nobodySelected: Selection = { kind: 'some', people: new Map() }

/** Everybody of one list, which is named so that another one is not meant by it. */
export const everybodyOf = (list: string): Selection => ({ kind: 'all', of: list, except: new Set() })

export const isSelected = (selection: Selection, cadreId: string): boolean =>
  selection.kind === 'some' ? selection.people.has(cadreId) : !selection.except.has(cadreId)

export const selectedCount = (selection: Selection, total: number): number =>
  selection.kind === 'some' ? selection.people.size : total - selection.except.size

export function withPeople(selection: Selection, people: readonly Person[], chosen: boolean): Selection {
  if (selection.kind === 'all') {
    const except = new Set(selection.except)
    for (const { cadreId } of people) {
      if (chosen) except.delete(cadreId)
      else except.add(cadreId)
    }
    return { ...selection, except }
  }
  const next = new Map(selection.people)
  for (const person of people) {
    if (chosen) next.set(person.cadreId, person)
    else next.delete(person.cadreId)
  }
  return { kind: 'some', people: next }
}

/** Another list ends a selection of everybody; people selected by name stay. */
export const forList = (selection: Selection, list: string): Selection =>
  selection.kind === 'all' && selection.of !== list ? nobodySelected : selection
