import { type QueryExecutorProvider, type RawBuilder, sql } from 'kysely'
import { type RosterFilter, rosterCondition, unknownFacts } from './roster-filter.ts'

/** One bar of a statistic: a condition on the roster. */
export interface BandCount {
  readonly id: string
  readonly count: number
  readonly whole: number
}

const months = (column: string, from: number, to?: number): RawBuilder<boolean> =>
  to === undefined
    ? sql`${sql.ref(column)} >= ${from * 12}::integer`
    : sql`${sql.ref(column)} >= ${from * 12}::integer and ${sql.ref(column)} < ${to * 12}::integer`

const is = (column: string, value: string): RawBuilder<boolean> => sql`${sql.ref(column)} = ${value}`

/** The statistics of the side panel. A band's id says what opens it; the presenter gives it words and a filter. */
export const bands = {
  age: {
    '-35': sql<boolean>`age <= 35`,
    '36-40': sql<boolean>`age >= 36 and age <= 40`,
    '41-45': sql<boolean>`age >= 41 and age <= 45`,
    '46-50': sql<boolean>`age >= 46 and age <= 50`,
    '51-55': sql<boolean>`age >= 51 and age <= 55`,
    '56-': sql<boolean>`age >= 56`,
    unknown: unknownFacts.bornOn,
  },
  yearsInPost: {
    '0-3': months('months_in_post', 0, 3),
    '3-5': months('months_in_post', 3, 5),
    '5-8': months('months_in_post', 5, 8),
    '8-10': months('months_in_post', 8, 10),
    '10-': months('months_in_post', 10),
    unknown: unknownFacts.postSince,
  },
  grassroots: {
    '0-2': months('grassroots_months', 0, 2),
    '2-5': months('grassroots_months', 2, 5),
    '5-10': months('grassroots_months', 5, 10),
    '10-': months('grassroots_months', 10),
  },
  education: {
    doctorate: is('education', 'doctorate'),
    postgraduate: is('education', 'postgraduate'),
    bachelor: is('education', 'bachelor'),
    'junior-college': is('education', 'junior-college'),
    unknown: unknownFacts.education,
  },
  postLevel: {
    'bureau-chief': is('post_level', 'bureau-chief'),
    'bureau-deputy': is('post_level', 'bureau-deputy'),
    'division-chief': is('post_level', 'division-chief'),
    'division-deputy': is('post_level', 'division-deputy'),
    'section-chief': is('post_level', 'section-chief'),
    'section-deputy': is('post_level', 'section-deputy'),
    none: is('post_level', 'none'),
    unknown: unknownFacts.postLevel,
  },
  sex: { male: is('sex', 'male'), female: is('sex', 'female'), unknown: unknownFacts.sex },
  excellent: {
    '3': sql<boolean>`excellent = 3`,
    '2': sql<boolean>`excellent = 2`,
    '1': sql<boolean>`excellent = 1`,
    '0': sql<boolean>`excellent = 0`,
    unknown: unknownFacts.evaluations,
  },
  rotation: {
    overdue: is('rotation_state', 'overdue'),
    'due-within-year': is('rotation_state', 'due-within-year'),
    later: is('rotation_state', 'later'),
    none: sql<boolean>`rotation_state is null`,
  },
  rating: {
    separable: sql<boolean>`rating_separable`,
    inseparable: sql<boolean>`not rating_separable`,
    unknown: unknownFacts.rating,
  },
} satisfies Record<string, Record<string, RawBuilder<boolean>>>

export type FacetName = keyof typeof bands
export const facetNames = Object.keys(bands) as FacetName[]

const everyBand = facetNames.flatMap((facet) =>
  Object.entries<RawBuilder<boolean>>(bands[facet]).map(([id, condition]) => ({ facet, id, condition })),
)

async function countBands(database: QueryExecutorProvider, condition: RawBuilder<boolean>): Promise<readonly number[]> {
  const counts = everyBand.map((band) => sql`count(*) filter (where ${band.condition})::integer`)
  const { rows } = await sql<{ counts: number[] }>`
    select array[count(*)::integer, ${sql.join(counts)}] as counts from roster where ${condition}`.execute(database)
  return rows[0]?.counts ?? []
}

/** Counts every band among those who meet the filter and among everybody serving, in one pass each. */
export async function readStatistics(
  database: QueryExecutorProvider,
  runId: string,
  filter: RosterFilter,
): Promise<{ total: number; whole: number; facets: ReadonlyMap<FacetName, readonly BandCount[]> }> {
  const [chosen, whole] = await Promise.all([
    countBands(database, rosterCondition(filter, runId)),
    countBands(database, sql`serving`),
  ])
  const facets = new Map<FacetName, BandCount[]>(facetNames.map((facet) => [facet, []]))
  everyBand.forEach(({ facet, id }, index) => {
    facets.get(facet)?.push({ id, count: chosen[index + 1] ?? 0, whole: whole[index + 1] ?? 0 })
  })
  return { total: chosen[0] ?? 0, whole: whole[0] ?? 0, facets }
}
