/** The facts that an appointment form is written from, whether the records hold them or another form tells them. */
import type { ArrivingPerson } from '#domain/arrivals.ts'
import type { CadreFacts } from '#records/queries/index.ts'

/** Canonical text by field of the data package; what is not known is left out. */
export type FactRow = Readonly<Partial<Record<string, string>>>

export interface FormFacts {
  readonly cadre: FactRow
  /** With `unit` and `title` as they are called, from the row itself or from its seat. */
  readonly tenures: readonly FactRow[]
  readonly educations: readonly FactRow[]
  readonly relatives: readonly FactRow[]
  readonly evaluations: readonly FactRow[]
  readonly honours: readonly FactRow[]
  readonly sanctions: readonly FactRow[]
}

/** The facts of the records. */
export function factsOnRecord(facts: CadreFacts): FormFacts {
  return {
    cadre: rowOf(facts.cadre),
    tenures: facts.tenures.map((tenure) => ({
      ...rowOf(tenure),
      unit: tenure.unit_text ?? tenure.seat_unit ?? '',
      title: tenure.title_text ?? tenure.seat_title ?? '',
    })),
    educations: facts.educations.map(rowOf),
    relatives: facts.relatives.map(rowOf),
    evaluations: facts.evaluations.map(rowOf),
    honours: facts.honours.map(rowOf),
    sanctions: facts.sanctions.map(rowOf),
  }
}

/** The facts that a form told when it came in. */
export function factsTold({ cadre, rows }: ArrivingPerson): FormFacts {
  return {
    cadre,
    tenures: (rows.tenures ?? []).map((tenure) => ({
      ...tenure,
      unit: tenure.unit_text ?? '',
      title: tenure.title_text ?? '',
    })),
    educations: rows.educations ?? [],
    relatives: rows.relatives ?? [],
    evaluations: rows.evaluations ?? [],
    honours: rows.honours ?? [],
    sanctions: rows.sanctions ?? [],
  }
}

const rowOf = (row: object): FactRow =>
  Object.fromEntries(Object.entries(row).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)]])))
