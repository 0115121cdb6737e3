/** Reads who may be considered for each vacancy, with the true ability for the seat and the figures of simple rankings. */
import { asFraction, type DateCode, earliest, parseDate } from '#domain/calendar.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { openPackage } from '#exchange/index.ts'
import { Means } from './naive.ts'
import type { Fact, Facts } from './planted.ts'
import { readFactsIfThere } from './reading.ts'
import type { Vacancy } from './shortlists.ts'

/** Which aspect of true ability an asked facet draws on, where the truth does not say it by facet. */
const aspectOf: Readonly<Record<string, string>> = {
  knowledge: 'competence',
  psychology: 'competence',
  practice: 'competence',
  style: 'diligence',
  experience: 'achievement',
}
const facets = Object.keys(aspectOf)
const truthColumns = [
  'ability',
  ...facets.map((facet) => `ability_${facet}`),
  ...new Set(Object.values(aspectOf).map((aspect) => `ability_${aspect}`)),
]
const points: Readonly<Record<string, number>> = {
  excellent: 3,
  competent: 2,
  basicallyCompetent: 1,
  incompetent: 0,
}

type Rows = (table: TableName) => AsyncIterable<Fact>

/** What is known of people and seats that a simple ranking uses. */
interface Simple {
  readonly seats: ReadonlyMap<string, Fact>
  /** Weights of what seats ask for, by facet; Party spirit left out. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, number>>
  readonly assessed: Means
  readonly ballots: Means
  readonly evaluated: ReadonlyMap<string, { readonly year: number; readonly points: number | undefined }>
  /** By `cadre sector`. */
  readonly years: ReadonlyMap<string, number>
  /** Highest rank of the posts held now. */
  readonly rank: ReadonlyMap<string, number>
}

/**
 * Every vacancy with the pairs that no rule excludes, moves to a lower level left out. True ability for a seat is, in this
 * order: the `fit` of the pair in truth-fit.csv; the mean by weight of what the seat asks of `ability_FACET`, or of the
 * aspect the facet draws on (knowledge, psychology, practice: competence; style: diligence; experience: achievement); `ability`.
 * Undefined where the results hold no lists, or the truth no ability.
 */
export async function readVacancies(folder: string, truth: string, results: string): Promise<Vacancy[] | undefined> {
  const lists = await readFactsIfThere(results, 'shortlists.csv', ['position_id', 'rank', 'cadre_id', 'fit'])
  const pairs = await readFactsIfThere(results, 'eligibility.csv', ['position_id', 'cadre_id', 'verdict'])
  const abilities = await readFactsIfThere(truth, 'truth-cadre.csv', ['cadre_id'], truthColumns)
  const fits = await readFactsIfThere(truth, 'truth-fit.csv', ['position_id', 'cadre_id', 'fit'])
  if (!lists || !pairs || !abilities?.some((row) => row.ability)) return undefined
  const simple = await readSimple(folder)
  const abilityOf = new Map(abilities.map((row) => [row.cadre_id ?? '', row]))
  const fitOf = new Map((fits ?? []).map((row) => [`${row.position_id} ${row.cadre_id}`, row.fit ?? '']))
  const listedOf = Map.groupBy(lists, (row) => row.position_id ?? '')
  return [...Map.groupBy(pairs, (row) => row.position_id ?? '')].map(([positionId, considered]) => {
    const seat = simple.seats.get(positionId) ?? {}
    const candidates = considered.flatMap(({ cadre_id: cadreId = '', verdict }) => {
      if (verdict === 'unmet' || (simple.rank.get(cadreId) ?? 0) > postRank(seat.post_level ?? '')) return []
      const known =
        fitOf.get(`${positionId} ${cadreId}`) ?? abilityFor(simple.asked.get(positionId), abilityOf.get(cadreId))
      return known === '' ? [] : [{ cadreId, truth: Number(known), naive: figuresOf(simple, seat, cadreId) }]
    })
    return { positionId, candidates, listed: inOrder(listedOf.get(positionId) ?? []) }
  })
}

const inOrder = (rows: Facts): string[] =>
  rows
    .toSorted((a, b) => Number(a.rank) - Number(b.rank) || Number(b.fit) - Number(a.fit))
    .map((row) => row.cadre_id ?? '')

function abilityFor(asked: ReadonlyMap<string, number> | undefined, row: Fact = {}): number | '' {
  let sum = 0
  let total = 0
  for (const [facet, weight] of asked ?? []) {
    const known = row[`ability_${facet}`] || row[`ability_${aspectOf[facet]}`]
    if (!known) continue
    sum += weight * Number(known)
    total += weight
  }
  if (total > 0) return sum / total
  return row.ability ? Number(row.ability) : ''
}

const figuresOf = (simple: Simple, seat: Fact, cadre: string): Record<string, number | undefined> => ({
  'mean assessed level': simple.assessed.get(cadre),
  'raw mean': simple.ballots.get(`${cadre} overall`),
  'years in the field': simple.years.get(`${cadre} ${seat.sector}`),
  'last evaluation': simple.evaluated.get(cadre)?.points,
})

async function readSimple(folder: string): Promise<Simple> {
  const reading = await openPackage(folder)
  try {
    await reading.check()
    return await simpleOf(async function* (table) {
      if (!reading.tables.includes(table)) return
      const names = fieldNamesOf(table)
      for await (const batch of reading.rows(table)) {
        for (const row of batch) yield Object.fromEntries(names.map((name, place) => [name, row[place] ?? '']))
      }
    })
  } finally {
    await reading.close()
  }
}

async function simpleOf(rows: Rows): Promise<Simple> {
  const [seats, units] = [new Map<string, Fact>(), new Map<string, Fact>()]
  for await (const unit of rows('units')) units.set(unit.unit_id ?? '', unit)
  for await (const seat of rows('positions')) {
    const sector = seat.sector || (units.get(seat.unit_id ?? '')?.sector ?? '')
    seats.set(seat.position_id ?? '', { ...seat, sector })
  }
  const asked = new Map<string, Map<string, number>>()
  for await (const { position_id = '', facet = '', weight } of rows('requirements')) {
    if (!facets.includes(facet)) continue
    const own = asked.get(position_id) ?? new Map<string, number>()
    asked.set(position_id, own.set(facet, (own.get(facet) ?? 0) + (weight ? Number(weight) : 1)))
  }
  const [assessed, ballots] = [new Means(), new Means()]
  for await (const row of rows('competencies')) {
    if (row.facet !== 'party-spirit') assessed.add(row.cadre_id ?? '', Number(row.level))
  }
  for await (const row of rows('ratings')) {
    ballots.add(`${row.cadre_id} ${row.item}`, Number(row.score) / Number(row.scale_max))
  }
  const evaluated = new Map<string, { year: number; points: number | undefined }>()
  for await (const { cadre_id = '', year, result = '' } of rows('evaluations')) {
    const before = evaluated.get(cadre_id)
    if (!before || before.year < Number(year)) evaluated.set(cadre_id, { year: Number(year), points: points[result] })
  }
  return { seats, asked, assessed, ballots, evaluated, ...(await careersOf(rows, seats)) }
}

/** Years count to the last day in any career. */
async function careersOf(rows: Rows, seats: ReadonlyMap<string, Fact>): Promise<Pick<Simple, 'years' | 'rank'>> {
  const served: { cadre: string; seat: Fact; level: string; from: DateCode; to: DateCode; isNow: boolean }[] = []
  let last = 0
  for await (const { cadre_id = '', position_id = '', post_level, kind, from = '', to = '' } of rows('tenures')) {
    const seat = seats.get(position_id) ?? {}
    const [begin, end] = [earliest(parseDate(from) ?? 0), earliest(parseDate(to) ?? 0)]
    last = Math.max(last, begin, end)
    const level = post_level || (seat.post_level ?? '')
    served.push({ cadre: cadre_id, seat, level, from: begin, to: end, isNow: to === '' && kind === 'appointed' })
  }
  const years = new Map<string, number>()
  const rank = new Map<string, number>()
  for (const { cadre, seat, level, from, to, isNow } of served) {
    const key = `${cadre} ${seat.sector}`
    years.set(key, (years.get(key) ?? 0) + asFraction(to || last) - asFraction(from))
    if (isNow) rank.set(cadre, Math.max(rank.get(cadre) ?? 0, postRank(level)))
  }
  return { years, rank }
}
