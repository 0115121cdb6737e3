import type { Text } from '../text.ts'
import { type Entry, type EnumerationName, enumerations, type Identifier } from './enumerations.ts'

const entries: Record<EnumerationName, readonly Entry[]> = enumerations

const labels = new Map<EnumerationName, Map<string, Text>>()
const accepted = new Map<EnumerationName, Map<string, string>>()
for (const name of Object.keys(enumerations) as EnumerationName[]) {
  const label = new Map<string, Text>()
  const forms = new Map<string, string>()
  for (const [id, zh, en, ...others] of entries[name]) {
    label.set(id, { zh, en })
    for (const form of [id, zh, ...others]) forms.set(form, id)
  }
  labels.set(name, label)
  accepted.set(name, forms)
}

/** The label of an identifier; the identifier itself where the vocabulary does not have it. */
export const labelOf = (name: EnumerationName, id: string): Text => labels.get(name)?.get(id) ?? { zh: id, en: id }

/** The identifier for a term as a clerk may write it: the id or a Chinese form. Undefined when unknown. */
export const identify = (name: EnumerationName, term: string): string | undefined => accepted.get(name)?.get(term)

export const identifiersOf = <E extends EnumerationName>(name: E): readonly Identifier<E>[] =>
  entries[name].map((entry) => entry[0] as Identifier<E>)

export type PostLevel = Identifier<'postLevel'>
export type Role = Identifier<'role'>
export type Move = Identifier<'move'>

/** Post levels from low to high; a step up this ladder is one level. */
export const postLadder: readonly PostLevel[] = [...identifiersOf('postLevel')].reverse()
export const postRank = (level: string): number => postLadder.indexOf(level as PostLevel)
