import { type RawBuilder, sql } from 'kysely'
import type { ConditionLeaf } from '#domain/lexicon/roster-conditions.ts'
import { type BandFacet, type FacetName, type FieldFacet, fieldFacets } from '#domain/lexicon/roster-facets.ts'
import { rosterField } from '#domain/lexicon/roster-fields.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { unknownFacts } from './roster-filter.ts'
import { treeCondition } from './roster-tree.ts'

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
const bands = {
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
} satisfies Record<BandFacet, Record<string, RawBuilder<boolean>>>

export interface Band {
  readonly id: string
  readonly condition: RawBuilder<boolean>
}

/** Years at which the bands of a span end; the last one has no end. */
const spanEnds = [0, 2, 5, 10] as const

/** What opens a band of a field: a leaf of the tree of conditions. */
export function leavesOf(field: FieldFacet): readonly (ConditionLeaf & { readonly id: string })[] {
  const { kind, of } = rosterField(field)
  const unknown = { id: 'unknown', field, is: 'unknown' } as const
  if (kind === 'flag') {
    return [...[true, false].map((value) => ({ id: String(value), field, is: 'is', value }) as const), unknown]
  }
  if (kind === 'years') {
    const spans = spanEnds.map((from, at) => {
      const to = spanEnds[at + 1]
      return to === undefined
        ? ({ id: `${from}-`, field, is: 'at-least', value: from } as const)
        : ({ id: `${from}-${to}`, field, is: 'between', value: [from, to] } as const)
    })
    return [...spans, unknown]
  }
  return [...(of ? identifiersOf(of) : []).map((id) => ({ id, field, is: 'one-of', value: [id] }) as const), unknown]
}

const isField = (name: FacetName): name is FieldFacet => (fieldFacets as readonly string[]).includes(name)

/** The bands of a facet: conditions on the roster. */
export function bandsOf(name: FacetName): readonly Band[] {
  if (isField(name)) return leavesOf(name).map(({ id, ...leaf }) => ({ id, condition: treeCondition(leaf) }))
  return Object.entries<RawBuilder<boolean>>(bands[name]).map(([id, condition]) => ({ id, condition }))
}
