import { z } from 'zod'
import { comparedPerson } from './matrix.ts'
import { date, estimate, finding, text, verdict } from './shared.ts'

/** GET /api/vacancies/:positionId/candidates/:cadreId/absence. Asking is recorded in the audit. */
export const absence = z
  .object({
    asOf: date,
    person: comparedPerson,
    cause: z
      .enum(['left', 'holds', 'lower-level', 'unmet', 'listed', 'no-room', 'fits-less', 'no-list', 'not-computed'])
      .describe('Why he or she is not on the list; listed: is on it.'),
    verdict: verdict.describe('Over all rules.'),
    says: text.describe('The answer in one or two sentences.'),
    blocking: z.array(finding).describe('The rules that exclude.'),
    open: z.array(finding).describe('Rules that a missing fact or a question for people leaves open.'),
    turnsOn: date.nullable().describe('The first day within the horizon on which time alone changes the verdict.'),
    turnsTo: verdict.nullable(),
    horizon: date.describe('Last day looked at: 24 months on.'),
    fit: estimate.nullable(),
    firstTier: z
      .object({
        size: z.int(),
        lower: z.number(),
        upper: z.number(),
        separable: z.int().describe('Of the first tier, people who are surely above.'),
        leaning: z.int().describe('People who lean above, at .80 to .95.'),
        inseparable: z.int(),
      })
      .nullable()
      .describe('Lowest and highest end of its intervals, and how it stands to this person.'),
  })
  .meta({ id: 'Absence' })

export type AbsenceAnswer = z.output<typeof absence>
