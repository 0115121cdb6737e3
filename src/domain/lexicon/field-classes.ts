/**
 * How closely each fact is held (PIPL Art. 28, 51; GB/T 22239-2019 8.1.4.2): the one table from which the server's rules and
 * those of the database are made.
 *
 * @example
 * fieldClassOf('cadres', 'citizen_id') // 'sensitive'
 * fieldClassOf('tenures', 'from') // 'personnel'
 */
import type { TableName } from '../tables.ts'
import type { Text } from '../text.ts'

/** From open to closely held. A grant of one is no grant of another. */
export const fieldClasses = ['public', 'personnel', 'sensitive', 'supervision'] as const
export type FieldClass = (typeof fieldClasses)[number]

export const fieldClassLabels: Readonly<Record<FieldClass, Text>> = {
  public: { zh: '公开', en: 'Public' },
  personnel: { zh: '人事', en: 'Personnel' },
  sensitive: { zh: '敏感', en: 'Sensitive' },
  supervision: { zh: '监督', en: 'Supervision' },
}

interface TableClass {
  readonly row: FieldClass
  /** Fields held more closely than the row. */
  readonly fields?: Readonly<Record<string, FieldClass>>
}

/** Ballots one by one are nobody's to read: what is counted from them is. */
export const tableClasses: Readonly<Record<TableName, TableClass | 'nobody'>> = {
  units: { row: 'public' },
  teams: { row: 'public' },
  positions: { row: 'public' },
  requirements: { row: 'public' },
  vacancies: { row: 'public' },
  indicators: { row: 'public' },
  cadres: { row: 'personnel', fields: { citizen_id: 'sensitive', health_ok: 'sensitive' } },
  tenures: { row: 'personnel' },
  grades: { row: 'personnel' },
  educations: { row: 'personnel' },
  evaluations: { row: 'personnel' },
  trainings: { row: 'personnel' },
  honours: { row: 'personnel' },
  duties: { row: 'personnel' },
  competencies: { row: 'personnel' },
  statements: { row: 'personnel' },
  relatives: { row: 'sensitive' },
  sanctions: { row: 'supervision' },
  supervision: { row: 'supervision' },
  ratings: 'nobody',
}

/** The class of a field; undefined where nobody reads it. */
export function fieldClassOf(table: TableName, field: string): FieldClass | undefined {
  const held = tableClasses[table]
  return held === 'nobody' ? undefined : (held.fields?.[field] ?? held.row)
}
