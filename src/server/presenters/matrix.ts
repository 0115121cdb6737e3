/** The eligibility matrix of one seat: who stands how under which rule, sorted and cut into pages. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { type Verdict, verdicts } from '#domain/finding.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { Turn } from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'
import type { ComparedPerson, Matrix, MatrixColumn, MatrixRow, Seat } from '../contract/index.ts'
import { type ComparedRow, type Comparison, isLower } from '../law/comparison.ts'
import { presentDate, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'

export interface MatrixSelection {
  readonly verdict?: readonly Verdict[] | undefined
  readonly rule?: string | undefined
  readonly code: Verdict
  readonly only?: 'near' | 'turning' | undefined
  readonly missing?: string | undefined
  readonly move?: 'demotion' | 'any' | undefined
  readonly q?: string | undefined
  readonly sort: 'verdict' | 'post' | 'turnsOn' | 'failing'
  readonly order: 'asc' | 'desc'
  readonly offset: number
  readonly limit: number
}

export const presentPerson = ({ cadre_id, name, unit_name, title, post_level }: PersonRecord): ComparedPerson => ({
  cadreId: cadre_id,
  name,
  unitName: unit_name,
  title,
  postLevel: termOrNull('postLevel', post_level),
})

const isNear = ({ blocking }: ComparedRow): boolean => blocking.length === 1

/** The first day on which time alone changes each verdict, by person. */
type FirstTurns = ReadonlyMap<string, Turn>

function firstTurns(turns: readonly Turn[]): FirstTurns {
  const first = new Map<string, Turn>()
  for (const turn of turns.toReversed()) first.set(turn.cadreId, turn)
  return first
}

/** The rows that the page is about: without moves to a lower level, unless they are asked for. */
function population({ rows }: Comparison, move: MatrixSelection['move']): readonly ComparedRow[] {
  return move === 'any' ? rows : rows.filter((row) => isLower(row) === (move === 'demotion'))
}

function selected({ rules, rows }: Comparison, selection: MatrixSelection, turns: FirstTurns): ComparedRow[] {
  const { verdict, rule, code, only, missing, q } = selection
  const column = rule === undefined ? -1 : rules.findIndex((one) => one.rule.id === rule)
  return rows.filter(
    (row) =>
      (verdict === undefined || verdict.includes(row.verdict)) &&
      (rule === undefined || row.verdicts[column] === code) &&
      (only !== 'near' || isNear(row)) &&
      (only !== 'turning' || turns.has(row.person.cadre_id)) &&
      (missing === undefined || row.missing.includes(missing)) &&
      (q === undefined || row.person.name.includes(q) || row.person.cadre_id === q),
  )
}

const fromBestKnown: readonly Verdict[] = ['met', 'discretion', 'unknown', 'unmet']
const never = Number.POSITIVE_INFINITY

/** What rows are sorted by; rows that are equal in it keep the order of the roster. */
const sortKeys: Record<MatrixSelection['sort'], (row: ComparedRow, place: number, turns: FirstTurns) => number> = {
  post: (_, place) => place,
  verdict: (row) => fromBestKnown.indexOf(row.verdict) * 1000 + row.blocking.length,
  failing: (row) => row.blocking.length,
  turnsOn: (row, _, turns) => turns.get(row.person.cadre_id)?.on ?? never,
}

function sorted(
  rows: readonly ComparedRow[],
  { sort, order }: MatrixSelection,
  turns: FirstTurns,
): readonly ComparedRow[] {
  const sign = order === 'asc' ? 1 : -1
  const keyed = rows.map((row, place) => ({ row, key: sortKeys[sort](row, place, turns) }))
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0
    if (a.key === never || b.key === never) return a.key === never ? 1 : -1
    return sign * (a.key - b.key)
  })
  return keyed.map(({ row }) => row)
}

function presentColumns({ rules, rows }: Comparison): MatrixColumn[] {
  return rules.map(({ rule, binding }, column) => {
    const counts = { met: 0, unmet: 0, unknown: 0, discretion: 0, none: 0 }
    let excludes = 0
    let alone = 0
    for (const row of rows) {
      counts[row.verdicts[column] ?? 'none'] += 1
      if (!row.blocking.includes(rule.id)) continue
      excludes += 1
      if (isNear(row)) alone += 1
    }
    const basis = { instrument: rule.instrument.name.zh, article: rule.article, title: presentText(rule.title) }
    return { rule: rule.id, basis, binding, counts, excludes, alone }
  })
}

function tallyMissing(rows: readonly ComparedRow[]): Matrix['missing'] {
  const counts = new Map<string, number>()
  for (const { missing } of rows) for (const field of missing) counts.set(field, (counts.get(field) ?? 0) + 1)
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([field, count]) => ({ field, label: labelOfFact(field), count }))
}

/** How many rows have each verdict. */
export function countVerdicts(found: Iterable<Verdict>): Record<Verdict, number> {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const verdict of found) counts[verdict] += 1
  return counts
}

const presentRow = (row: ComparedRow, turn: Turn | undefined): MatrixRow => ({
  ...presentPerson(row.person),
  move: row.move ?? null,
  verdict: row.verdict,
  verdicts: row.verdicts.map((verdict) => verdict ?? null),
  blocking: [...row.blocking],
  missing: [...row.missing],
  turnsOn: presentDate(turn?.on),
  turnsTo: turn?.to ?? null,
})

/** What a matrix says whatever page is asked for. */
type Summary = Pick<Matrix, 'compared' | 'counts' | 'lower' | 'near' | 'turning'>

function summaryOf(comparison: Comparison, turns: FirstTurns | undefined): Summary {
  const rows = population(comparison, undefined)
  const compared = comparison.rows.length
  return {
    compared,
    counts: countVerdicts(rows.map(({ verdict }) => verdict)),
    lower: compared - rows.length,
    near: rows.filter(isNear).length,
    turning: turns ? rows.filter(({ person }) => turns.has(person.cadre_id)).length : null,
  }
}

export function presentMatrix(parts: {
  readonly asOf: DateCode
  readonly horizon: DateCode
  readonly seat: Seat
  readonly comparison: Comparison
  /** Undefined where they are not worked out yet. */
  readonly turns: readonly Turn[] | undefined
  readonly selection: MatrixSelection
}): Matrix {
  const { asOf, horizon, seat, comparison, selection } = parts
  const { offset, limit } = selection
  const turns = firstTurns(parts.turns ?? [])
  const shown = { ...comparison, rows: population(comparison, selection.move) }
  const rows = sorted(selected(shown, selection, turns), selection, turns)
  return {
    asOf: formatDate(asOf),
    horizon: formatDate(horizon),
    seat,
    ...summaryOf(comparison, parts.turns && turns),
    columns: presentColumns(shown),
    missing: tallyMissing(shown.rows),
    total: rows.length,
    offset,
    rows: rows.slice(offset, offset + limit).map((row) => presentRow(row, turns.get(row.person.cadre_id))),
  }
}
