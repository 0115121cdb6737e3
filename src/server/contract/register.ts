/** The processing register (PIPL 55–56; GB/T 35273) and impact assessments: counts and rules, nothing of any person. */
import { z } from 'zod'
import { citation, date, instant, text } from './shared.ts'
import { written } from './written.ts'

const heldTable = z.object({
  table: z.string(),
  label: text,
  class: text.describe('How closely it is held.'),
  fields: z.int(),
  sensitive: z.array(text).describe('Fields held more closely than the row.'),
  sealed: z.array(text).describe('Fields that lie encrypted.'),
  rows: z.int(),
})

const retained = z.object({ label: text, months: z.int(), isConfirmed: z.boolean() })

const activity = z.object({
  id: z.string(),
  name: text,
  purpose: text,
  source: text,
  tables: z.array(heldTable),
  roles: z.array(text).describe('Roles that may see it.'),
  bases: z.array(citation),
  retention: z.array(retained),
  computed: z.object({ says: text, rules: z.array(citation) }).nullable(),
})

const measure = z.object({
  id: z.enum(['audit', 'verified', 'backup', 'sealed', 'rights', 'neutrality']),
  label: text,
  says: text,
  at: instant.nullable(),
  isMet: z.boolean(),
})

/** GET /api/register. `people` is how many are on record. */
export const processingRegister = z
  .object({
    madeAt: instant,
    people: z.int(),
    activities: z.array(activity),
    recipients: z.array(z.object({ label: text, files: z.int(), people: z.int(), lastAt: instant })),
    measures: z.array(measure),
  })
  .meta({ id: 'ProcessingRegister' })

/** POST /api/register/file → a workbook */
export const registerOrder = z.object({ purpose: z.string().max(2000).default('') })

/** What only people can judge (PIPL 56). */
export const assessmentQuestions = ['necessity', 'impact', 'risk', 'measures', 'conclusion'] as const
const question = z.enum(assessmentQuestions)

const assessment = z.object({
  version: z.int(),
  at: instant,
  signedBy: z.string(),
  people: z.int(),
  judgements: z.record(question, z.string()),
})

/** GET /api/assessments: those that were signed, and the facts that the next one would state. */
export const impactAssessments = z
  .object({
    today: date,
    keptMonths: z.int(),
    maySign: z.boolean(),
    facts: processingRegister,
    signed: z.array(assessment).describe('The newest first.'),
  })
  .meta({ id: 'ImpactAssessments' })

/** POST /api/assessments → ImpactAssessments */
export const newAssessment = z.object({
  judgements: z.object({
    necessity: written(4000),
    impact: written(4000),
    risk: written(4000),
    measures: written(4000),
    conclusion: written(4000),
  }),
})

export type ProcessingRegister = z.output<typeof processingRegister>
export type RegisteredActivity = ProcessingRegister['activities'][number]
export type ImpactAssessments = z.output<typeof impactAssessments>
export type AssessmentQuestion = (typeof assessmentQuestions)[number]
export type NewAssessment = z.input<typeof newAssessment>
