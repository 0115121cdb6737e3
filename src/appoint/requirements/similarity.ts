/**
 * How like each other two seats are (相近岗位), from 0 to 1: field of work, duties as written, role, post level, kind and
 * level of unit. The parts sum to the value; what each may contribute is a setting of the place (LOCAL-SEAT-SIMILARITY).
 */

import { textAt } from '#domain/columns.ts'
import type { Part } from '#domain/estimate.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import type { RuleBook, SeatFacts } from '#policy/index.ts'
import { type SimilaritySettings, similarityParts, similaritySettings } from './settings.ts'

export type Likeness = 'same' | 'similar' | 'other'

export interface Similarity {
  /** 0 … 1, symmetric; 1 for the seat itself. */
  readonly value: number
  /** `sector`, `duties`, `role`, `level`, `unit-kind`, `unit-level`; they sum to the value. */
  readonly parts: readonly Part[]
  readonly likeness: Likeness
}

export interface SimilarityReader {
  (a: SeatFacts, b: SeatFacts): Similarity
  /** The value alone, kept once computed. */
  readonly value: (a: SeatFacts, b: SeatFacts) => number
  readonly likeness: (value: number) => Likeness
}

/** What is compared of a seat; seats alike in all of it are one class. */
interface SeatClass {
  readonly place: number
  readonly seat: SeatFacts
  /** Pairs of neighbouring characters of the duties, else of the title. */
  readonly pairs: ReadonlySet<string>
}

const labels: Readonly<Record<(typeof similarityParts)[number], Text>> = {
  sector: { zh: '领域', en: 'Field of work' },
  duties: { zh: '分工', en: 'Duties' },
  role: { zh: '职务', en: 'Role' },
  level: { zh: '职务层次', en: 'Post level' },
  'unit-kind': { zh: '单位类型', en: 'Kind of unit' },
  'unit-level': { zh: '单位层级', en: 'Level of unit' },
}

/** Said of most seats, whatever they are in charge of. */
const anySeat = /主持|分管|协助|负责|全面|工作|日常|党的|[县市区]委|[县市区]政府/g

const pairsOf = (text: string): ReadonlySet<string> => {
  const stretches =
    text
      .normalize('NFKC')
      .replace(anySeat, ' ')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(stretches.flatMap((one) => [...one].slice(1).map((letter, at) => `${[...one][at]}${letter}`)))
}

/** Shared pairs of characters over the mean of both numbers (Dice 1945); where neither says anything, the same. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 1
  let common = 0
  for (const pair of a) if (b.has(pair)) common += 1
  return (2 * common) / (a.size + b.size)
}

/** How alike two classes are in each respect, from 0 to 1, in the order of `similarityParts`. */
function alike({ sectorGroups, adjacent, levelStep }: SimilaritySettings, a: SeatClass, b: SeatClass): number[] {
  const [one, other] = [a.seat, b.seat]
  const group = sectorGroups.get(one.sector ?? '')
  const sameGroup = group !== undefined && group === sectorGroups.get(other.sector ?? '')
  const sameSector = one.sector !== undefined && one.sector === other.sector
  return [
    sameSector ? 1 : sameGroup ? adjacent : 0,
    overlap(a.pairs, b.pairs),
    one.role === other.role ? 1 : 0,
    Math.max(0, 1 - levelStep * Math.abs(postRank(one.level) - postRank(other.level))),
    one.unitKind === other.unitKind ? 1 : 0,
    one.unitLevel === other.unitLevel ? 1 : 0,
  ]
}

/**
 * Reads how alike seats are.
 * @example seatSimilarity(ground)(deputyOfFinance, chiefOfFinance) // { value: 0.72, likeness: 'similar', parts: [{ id: 'sector', value: 0.35, … }, …] }
 */
export function seatSimilarity({
  snapshot,
  book,
}: {
  readonly snapshot: Snapshot
  readonly book: Pick<RuleBook, 'rules'>
}): SimilarityReader {
  const settings = similaritySettings(book, snapshot.asOf)
  const { portfolio } = snapshot.tables.positions.columns
  const classes = new Map<string, SeatClass>()
  const classOf = new Map<number, SeatClass>()
  /** Values by class, −1 where not yet computed; symmetric, kept under the lower place. */
  const values: (number | undefined)[][] = []

  function read(seat: SeatFacts): SeatClass {
    const found = classOf.get(seat.index)
    if (found) return found
    const duties = textAt(portfolio, seat.index) ?? seat.title
    const key = [duties, seat.sector, seat.role, seat.level, seat.unitKind, seat.unitLevel].join('\u0000')
    const made = classes.get(key) ?? { place: classes.size, seat, pairs: pairsOf(duties) }
    classes.set(key, made)
    classOf.set(seat.index, made)
    return made
  }

  const partsOf = (a: SeatClass, b: SeatClass): number[] =>
    alike(settings, a, b).map((value, place) => value * (settings.weights[place] ?? 0))

  function valueOf(a: SeatFacts, b: SeatFacts): number {
    if (a.index === b.index) return 1
    const [one, other] = [read(a), read(b)]
    const [low, high] = one.place < other.place ? [one, other] : [other, one]
    const row = (values[low.place] ??= [])
    return (row[high.place] ??= partsOf(low, high).reduce((sum, part) => sum + part, 0))
  }

  const likeness = (value: number): Likeness =>
    value >= settings.same ? 'same' : value >= settings.similar ? 'similar' : 'other'

  const compare = (a: SeatFacts, b: SeatFacts): Similarity => {
    const found = a.index === b.index ? [...settings.weights] : partsOf(read(a), read(b))
    const value = found.reduce((sum, part) => sum + part, 0)
    return {
      value,
      parts: similarityParts.map((id, place) => ({ id, label: labels[id], value: found[place] ?? 0 })),
      likeness: likeness(value),
    }
  }
  return Object.assign(compare, { value: valueOf, likeness })
}
