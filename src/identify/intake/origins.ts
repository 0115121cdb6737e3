/**
 * Copies count once. Claims are of one origin where one says it repeats the other, where the same source says the same
 * again, where two texts are all but the same, where the record repeats its file, and where somebody who has no papers of
 * his own (a talk, a visit) says what had been said before.
 */

import { type Claim, recordSource } from './claims.ts'
import { agree } from './fact-fields.ts'

/** The channel from which the record itself is written. */
export const fileSource = 'personnel-file'

/** Texts that share this much of their pairs of characters are one text. */
const sameText = 0.9

/** The claims of each origin; the one that speaks first stands first. Claims of one origin agree with it. */
export function originsOf(field: string, claims: readonly Claim[], secondHand: ReadonlySet<string>): Claim[][] {
  const groups: Claim[][] = []
  for (const claim of [...claims].sort(earlierFirst)) {
    const origin = groups.find(
      ([first]) => first && agree(field, first.value, claim.value) && repeats(claim, first, secondHand),
    )
    if (origin) origin.push(claim)
    else groups.push([claim])
  }
  return mergedByCopies(field, groups)
}

const speaksOn = ({ observedOn, recordedOn }: Claim): string => observedOn ?? recordedOn ?? '9999'

/** By the day of the paper or of the recording, then by id, so that the order of rows does not matter. */
export const earlierFirst = (a: Claim, b: Claim): number =>
  speaksOn(a) < speaksOn(b) ? -1 : speaksOn(a) > speaksOn(b) ? 1 : a.id < b.id ? -1 : 1

const repeats = (claim: Claim, first: Claim, secondHand: ReadonlySet<string>): boolean =>
  secondHand.has(claim.source) ||
  (claim.source === first.source && claim.sourceUnit === first.sourceUnit) ||
  (claim.source === recordSource && first.source === fileSource) ||
  (claim.text !== undefined && first.text !== undefined && isSameText(claim.text, first.text))

/** A copy joins what it copies, wherever that stands; one that says something else is a claim of its own. */
function mergedByCopies(field: string, groups: Claim[][]): Claim[][] {
  const merged = [...groups]
  for (const group of groups) {
    for (const copy of group) {
      const at = merged.findIndex((other) => other !== group && other.some(({ id }) => id === copy.copies))
      const target = merged[at]
      const original = target?.find(({ id }) => id === copy.copies)
      if (!target || !original || !agree(field, original.value, copy.value)) continue
      merged.splice(merged.indexOf(group), 1)
      target.push(...group)
      target.sort(earlierFirst)
      break
    }
  }
  return merged
}

/** @example isSameText('能力较强，作风扎实。', '能力较强、作风扎实') // true */
export function isSameText(a: string, b: string): boolean {
  const [left, right] = [pairsOfCharacters(a), pairsOfCharacters(b)]
  if (left.size === 0 || right.size === 0) return false
  const shared = [...left].filter((pair) => right.has(pair)).length
  return shared / (left.size + right.size - shared) >= sameText
}

function pairsOfCharacters(text: string): Set<string> {
  const plain = text.normalize('NFKC').replace(/[\p{P}\p{Z}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => plain.slice(at, at + 2)))
}
