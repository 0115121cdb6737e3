import type { z } from 'zod'
import { formatDate } from '#domain/calendar.ts'
import type { Rule, Side, Supposed as SupposedPair, Supposition as SupposedRecord } from '#policy/index.ts'
import type { PersonRecord } from '#records/queries/index.ts'
import type { Supposed, supposition } from '../contract/index.ts'
import { presentFinding } from './evidence.ts'
import { presentChanges } from './horizon.ts'
import { presentPerson } from './matrix.ts'

/** What is supposed, as rows of the data package about one cadre; a result replaces the recorded one of its year. */
export function supposedRows(cadreId: string, supposed: z.output<typeof supposition>): SupposedRecord['rows'] {
  const { tenures, evaluations, trainings } = supposed
  return [
    ...tenures.map(({ from, to, kind, title, postLevel, role, grassroots }, index) => {
      const fields = {
        tenure_id: `supposed-${index + 1}`,
        cadre_id: cadreId,
        from,
        kind,
        grassroots: String(grassroots),
        title_text: title,
        to: to ?? '',
        post_level: postLevel ?? '',
        role: role ?? '',
      }
      return ['tenures', fields] as const
    }),
    ...evaluations.map(({ year, result }) => {
      return ['evaluations', { cadre_id: cadreId, year: String(year), result }] as const
    }),
    ...trainings.map(({ from, to, hours }, index) => {
      const fields = { cadre_id: cadreId, course: `supposed-${index + 1}`, from, to: to ?? '', hours: String(hours) }
      return ['trainings', { ...fields, recognised: 'true' }] as const
    }),
  ]
}

const presentSide = ({ asOf, verdict, findings }: Side): Supposed['before'] => ({
  asOf: formatDate(asOf),
  verdict,
  findings: findings.map(presentFinding),
})

export const presentSupposed = (
  person: PersonRecord,
  { before, after, changes }: SupposedPair,
  rules: ReadonlyMap<string, Rule>,
): Supposed => ({
  person: presentPerson(person),
  before: presentSide(before),
  after: presentSide(after),
  changes: presentChanges(changes, rules),
})
