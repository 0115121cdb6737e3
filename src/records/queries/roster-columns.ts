/** From which columns of the table `roster` each field comes, and by what it is sorted and asked. */
import { type RawBuilder, sql } from 'kysely'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'

export interface FieldSource {
  /** Columns that a cell takes. */
  readonly columns: readonly string[]
  /** The column that conditions ask. Years are held as months. */
  readonly asked: string
  readonly order: readonly RawBuilder<unknown>[]
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const from = (column: string, ...order: readonly string[]): FieldSource => ({
  columns: [column],
  asked: column,
  order: (order.length === 0 ? [column] : order).map((one) => sql.ref(`roster.${one}`)),
})

const estimateColumns = ['value', 'lower', 'upper', 'sd', 'n', 'group', 'separable', 'cause'].map(
  (one) => `rating_${one}`,
)

const estimate = (name: string): FieldSource => ({ ...from(name, `${name}_value`), asked: name })

/** Fields that do not bear the name of their column. */
const sources: Partial<Record<RosterFieldName, FieldSource>> = {
  name: from('name', 'reading', 'name'),
  age: from('age', 'age', 'born_on'),
  partyYears: from('months_in_party'),
  workYears: from('months_at_work'),
  education: from('education', 'education_rank'),
  degree: from('degree', 'degree_rank'),
  unit: { columns: ['unit_id', 'unit_name'], asked: 'unit_path', order: [sql`roster.unit_order`] },
  postLevel: from('post_level', 'post_rank'),
  yearsInPost: from('months_in_post'),
  yearsAtLevel: from('months_at_level'),
  grade: from('grade', 'grade_rank'),
  yearsAtGrade: from('months_at_grade'),
  grassrootsYears: from('grassroots_months'),
  townshipYears: from('township_months'),
  townshipPrincipalYears: from('township_principal_months'),
  hardshipYears: from('hardship_months'),
  frontYears: from('front_months'),
  enterpriseYears: from('enterprise_months'),
  secondmentUpYears: from('secondment_up_months'),
  principalYears: from('principal_months'),
  sectorYears: from('sector_months'),
  evaluation: from('last_evaluation'),
  evaluations: from('evaluations', 'excellent'),
  honours: from('honour_count'),
  rating: { ...estimate('rating'), columns: estimateColumns },
  achievement: estimate('achievement'),
  recognition: estimate('recognition'),
  rotation: {
    ...from('rotation_state', 'rotation_due_on'),
    columns: ['rotation_rule', 'rotation_due_on', 'rotation_state'],
  },
}

/** Terms without a rank of their own go in the order of their vocabulary. */
function ofItself(field: RosterFieldName): FieldSource {
  const { kind, of } = rosterField(field)
  const source = from(snake(field))
  if (kind !== 'term' || of === undefined) return source
  const order = sql.join(identifiersOf(of).map((id) => sql.lit(id)))
  return { ...source, order: [sql`array_position(array[${order}], ${sql.ref(`roster.${source.asked}`)}::text)`] }
}

const kept = new Map<RosterFieldName, FieldSource>()

export function sourceOf(field: RosterFieldName): FieldSource {
  const source = kept.get(field) ?? sources[field] ?? ofItself(field)
  kept.set(field, source)
  return source
}

export type RosterSort = 'manual' | 'post' | RosterFieldName

export interface SortKey {
  readonly by: RosterSort
  readonly order: 'asc' | 'desc'
}

/** Several keys, the first one first; unknown values last in both directions, equal ones in the order kept by hand. */
export function orderBy(keys: readonly SortKey[]): RawBuilder<unknown> {
  const written = keys.flatMap(({ by, order }) => {
    const direction = order === 'asc' ? sql`asc` : sql`desc`
    if (by === 'manual') return [sql`roster.manual_place ${direction}`]
    if (by === 'post') return [sql`roster.post_place ${direction}`]
    return sourceOf(by).order.map((key) => sql`${key} ${direction} nulls last`)
  })
  const isWhole = keys.some(({ by }) => by === 'manual' || by === 'post')
  return sql.join(isWhole ? written : [...written, sql`roster.manual_place`])
}
