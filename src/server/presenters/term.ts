import type { EnumerationName, Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { invariant } from '#domain/problem.ts'

/** A stored identifier as the vocabulary's own type; the database admits no other. */
export function term<E extends EnumerationName>(name: E, value: string): Identifier<E> {
  const known = identifiersOf(name).find((identifier) => identifier === value)
  invariant(known !== undefined, `${value} is not in the vocabulary ${name}`)
  return known
}

export const termOrNull = <E extends EnumerationName>(name: E, value: string | null): Identifier<E> | null =>
  value === null ? null : term(name, value)
