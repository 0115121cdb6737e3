/**
 * 正向激励: rewards that yearly evaluations give a ground for and that are not on record yet, and the share of excellent results
 * of a unit beside the cap. It lists who may be proposed; nothing is granted by it.
 */
import { type DateCode, yearOf } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { Citation } from '#domain/finding.ts'
import { byCadre, rowsOf } from '#domain/snapshot.ts'
import { fill, type Text } from '#domain/text.ts'
import { type CadreFacts, citationOf, type Facts, localReader, type RuleBook } from '#policy/index.ts'

export const rewardKinds = ['commendation', 'merit-3'] as const
export type RewardKind = (typeof rewardKinds)[number]

export interface RewardDue {
  readonly cadreId: string
  readonly unitId: string | undefined
  readonly kind: RewardKind
  /** The year, or the last of the years, of the evaluation. */
  readonly year: number
  readonly basis: Citation
  readonly reason: Text
  readonly evidence: readonly string[]
}

export interface ExcellentShare {
  readonly unitId: string
  readonly year: number
  readonly evaluated: number
  readonly excellent: number
  /** At most so many, rounded down; and with approval. */
  readonly most: number
  readonly mostApproved: number
  readonly basis: Citation
}

/** How an honour on record is called. */
const words: Readonly<Record<RewardKind, RegExp>> = { commendation: /嘉奖/, 'merit-3': /三等功/ }

/** @example rewardsDue(facts, book)[0]?.kind // 'merit-3' */
export function rewardsDue(facts: Facts, book: RuleBook): RewardDue[] {
  const { asOf } = facts.snapshot
  const years = Number(localReader(book, 'EVAL-USE-REWARD', asOf)('merit_after_years'))
  const basis = citationOf(book, 'EVAL-USE-REWARD')
  const honoured = honours(facts)
  const due: RewardDue[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    const ground = groundOf(cadre, yearOf(asOf) - 1, years)
    if (!ground) continue
    const isGiven = honoured(index).some(({ title, on }) => words[ground.kind].test(title) && yearOf(on) >= ground.year)
    if (isGiven) continue
    due.push({
      cadreId: cadre.id,
      unitId: cadre.post?.seat?.unit,
      kind: ground.kind,
      year: ground.year,
      basis,
      reason: fill(says[ground.kind], { year: ground.year, years }),
      evidence: ground.evidence,
    })
  }
  return due
}

const says: Readonly<Record<RewardKind, Text>> = {
  commendation: {
    zh: '{year}年度考核优秀，没有查到嘉奖记载，可以提出。',
    en: 'Excellent in {year}; no commendation is on record: it may be proposed.',
  },
  'merit-3': {
    zh: '到{year}年度连续{years}年考核优秀，没有查到三等功记载，可以提出。',
    en: 'Excellent for {years} years running up to {year}; no third-class merit is on record: it may be proposed.',
  },
}

/** Excellent in the last year; in so many years running, counted from the last merit backwards in whole runs. */
function groundOf(
  { evaluations, id }: CadreFacts,
  last: number,
  years: number,
): { readonly kind: RewardKind; readonly year: number; readonly evidence: readonly string[] } | undefined {
  const excellent = new Set(evaluations.flatMap(({ year, result }) => (result === 'excellent' ? [year] : [])))
  if (!excellent.has(last)) return undefined
  let run = 0
  while (excellent.has(last - run)) run += 1
  const isMerit = run > 0 && run % years === 0
  const counted = isMerit ? years : 1
  return {
    kind: isMerit ? 'merit-3' : 'commendation',
    year: last,
    evidence: Array.from({ length: counted }, (_, back) => `evaluations/${id}/${last - back}`),
  }
}

function honours({ snapshot }: Facts): (cadre: number) => readonly { readonly title: string; readonly on: DateCode }[] {
  const { columns } = snapshot.tables.honours
  const rows = byCadre(snapshot, 'honours')
  return (cadre) =>
    Array.from(rowsOf(rows, cadre), (row) => ({
      title: textAt(columns.title, row) ?? '',
      on: dateAt(columns.on, row) ?? 0,
    }))
}

/** The share of excellent results of every unit in the last year, beside the cap. @example excellentShares(facts, book)[0]?.most // 6 */
export function excellentShares(facts: Facts, book: RuleBook): ExcellentShare[] {
  const { asOf } = facts.snapshot
  const read = localReader(book, 'CSEVAL-CAP', asOf)
  const basis = citationOf(book, 'CSEVAL-CAP')
  const year = yearOf(asOf) - 1
  const tally = new Map<string, { evaluated: number; excellent: number }>()
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    const unit = cadre.post?.seat?.unit
    const result = cadre.evaluations.find((one) => one.year === year)?.result
    if (cadre.hasLeft || unit === undefined || result === undefined) continue
    const sum = tally.get(unit) ?? { evaluated: 0, excellent: 0 }
    sum.evaluated += 1
    if (result === 'excellent') sum.excellent += 1
    tally.set(unit, sum)
  }
  const most = (count: number, name: string): number => Math.floor((count * Number(read(name))) / 100)
  return [...tally].map(([unitId, { evaluated, excellent }]) => ({
    unitId,
    year,
    evaluated,
    excellent,
    most: most(evaluated, 'excellent_max_percent'),
    mostApproved: most(evaluated, 'excellent_max_percent_approved'),
    basis,
  }))
}
