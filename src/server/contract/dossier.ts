import { z } from 'zod'
import {
  citation,
  date,
  degree,
  dueState,
  educationLevel,
  educationMode,
  estimate,
  evaluationResult,
  finding,
  needName,
  postLevel,
  role,
  sex,
  text,
  track,
} from './shared.ts'

const education = z.object({
  mode: educationMode,
  level: educationLevel,
  degree: degree.nullable(),
  school: z.string().nullable(),
  major: z.string().nullable(),
  from: date.nullable(),
  to: date.nullable(),
})

/** The first page of the approval form (干部任免审批表), in its order. A box the data package has no field for is null. */
export const formFacts = z
  .object({
    name: z.string(),
    sex: sex.nullable(),
    bornOn: date.nullable(),
    age: z.int().nullable(),
    ethnicity: z.string().nullable(),
    nativePlace: z.string().nullable(),
    birthPlace: z.string().nullable(),
    party: z.string().nullable(),
    partyJoinedOn: date.nullable(),
    workStartedOn: date.nullable(),
    healthOk: z.boolean().nullable(),
    technicalPost: z.string().nullable(),
    speciality: z.string().nullable(),
    fullTimeEducation: education.nullable(),
    inServiceEducation: education.nullable(),
    currentPost: z.string().nullable(),
  })
  .meta({ id: 'FormFacts' })

export const careerStep = z
  .object({
    tenureId: z.string(),
    positionId: z.string().nullable(),
    unitName: z.string().nullable(),
    title: z.string().nullable(),
    postLevel: postLevel.nullable(),
    role: role.nullable(),
    grassroots: z.boolean().nullable(),
    hardship: z.boolean().nullable(),
    from: date,
    to: date.nullable().describe('null = still running.'),
    kind: z.string(),
    change: z.string().nullable(),
  })
  .meta({ id: 'CareerStep' })

/** Where an estimate stands against the median of its group: separable P ≥ .95, leaning .80–.95, below that neither. */
export const standing = z.object({
  certainty: z.enum(['separable', 'leaning', 'inseparable']),
  side: z.enum(['above', 'below']),
})

const measuredQuantity = z
  .object({
    measure: z.string().describe('rating, rating.integrity …'),
    label: text,
    estimate,
    group: z
      .object({
        id: z.string(),
        size: z.int(),
        quantiles: z.array(z.number()).describe('The group at 0, 5, … 100 %: 21 values in rising order.'),
        indistinguishable: z.int().describe('Others in the group whose interval of the difference spans zero.'),
      })
      .nullable(),
    standing: standing.nullable(),
    statement: text.describe('The tie said in a sentence.'),
  })
  .meta({ id: 'MeasuredQuantity' })

const rotationDuty = z.object({
  positionId: z.string(),
  rule: z.string(),
  basis: citation,
  since: date,
  dueOn: date,
  state: dueState,
  reason: text,
})

export const need = z.object({
  kind: z.enum(['experience', 'training']),
  need: needName,
  rule: z.string(),
  basis: citation,
  finding,
  proposal: text,
})

/** A post held in a leading team (领导班子). */
const teamRole = z
  .object({
    tenureId: z.string(),
    team: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string().nullable(),
    role: role.nullable(),
    portfolio: z.string().nullable().describe('分工: what the seat is in charge of.'),
    from: date,
    to: date.nullable(),
  })
  .meta({ id: 'TeamRole' })

const divisionOfDuty = z.object({
  unitName: z.string().nullable(),
  indicator: z.string().nullable().describe('What the share is of; null = the whole unit.'),
  share: z.number().nullable(),
  from: date,
  to: date.nullable(),
})

/** GET /api/cadres/:cadreId. Opening one is recorded in the audit. */
export const dossier = z
  .object({
    cadreId: z.string(),
    asOf: date,
    status: z.enum(['serving', 'left']),
    authorityUnit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
    track: track.nullable(),
    reserve: z.boolean().nullable(),
    growthPlaceCode: z.string().nullable(),
    hasPhoto: z.boolean(),
    completeness: z
      .object({
        held: z.int(),
        asked: z.int(),
        missing: z.array(z.object({ fact: z.string(), label: text })).describe('In the order of the approval form.'),
      })
      .describe('Facts that the approval form asks of everybody.'),
    facts: formFacts,
    summary: z.object({
      postLevel: postLevel.nullable(),
      postSince: date.nullable(),
      yearsInPost: z.number().nullable(),
      levelSince: date.nullable(),
      yearsAtLevel: z.number().nullable(),
      grassrootsYears: z.number().nullable(),
    }),
    career: z.array(careerStep).describe('Oldest first.'),
    teamRoles: z.array(teamRole).describe('Newest first.'),
    duties: z.array(divisionOfDuty).describe('Newest first.'),
    grades: z.array(z.object({ grade: z.string(), from: date, to: date.nullable() })),
    educations: z.array(education),
    evaluations: z.array(z.object({ year: z.int(), result: evaluationResult })).describe('Newest first.'),
    trainings: z.object({
      courses: z.int(),
      hoursByYear: z.array(z.object({ year: z.int(), hours: z.number(), courses: z.int() })).describe('Newest first.'),
      latest: z.array(
        z.object({
          course: z.string(),
          topic: z.string().nullable(),
          from: date,
          to: date.nullable(),
          hours: z.number().nullable(),
          organiser: z.string().nullable(),
          recognised: z.boolean().nullable(),
        }),
      ),
    }),
    honours: z.array(z.object({ title: z.string(), on: date, authority: z.string().nullable() })),
    sanctions: z.array(
      z.object({
        kind: z.string(),
        decidedOn: date,
        until: date.nullable(),
        authority: z.string().nullable(),
        basis: z.string().nullable(),
      }),
    ),
    relatives: z.array(
      z.object({
        relation: z.string(),
        name: z.string(),
        bornOn: date.nullable(),
        party: z.string().nullable(),
        post: z.string().nullable(),
        cadreId: z.string().nullable(),
      }),
    ),
    measured: z.array(measuredQuantity),
    restrictions: z
      .array(z.object({ label: text, since: date, until: date.nullable(), matterId: z.string().nullable() }))
      .describe('What is not worked out by an upheld objection; its matter, where the account may open it.'),
    findings: z.array(finding),
    rotation: z.array(rotationDuty),
    needs: z.array(need),
    statements: z.object({
      total: z.int(),
      political: z.object({ major: z.int(), minor: z.int() }).describe('Facts to be read, never a figure.'),
      byChannel: z.array(z.object({ channel: z.string(), count: z.int(), lastOn: date })),
    }),
    vacancies: z
      .array(
        z.object({
          positionId: z.string(),
          unitName: z.string(),
          title: z.string(),
          listed: z.boolean(),
          verdict: z.enum(['met', 'unmet', 'unknown', 'discretion']),
        }),
      )
      .describe('Vacancies this person has been compared with and not excluded from.'),
  })
  .meta({ id: 'Dossier' })

export type FormFacts = z.output<typeof formFacts>
export type CareerStep = z.output<typeof careerStep>
export type TeamRole = z.output<typeof teamRole>
export type MeasuredQuantity = z.output<typeof measuredQuantity>
export type Dossier = z.output<typeof dossier>
