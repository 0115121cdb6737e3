/** What is held about oneself (本人查阅): for the account of a cadre alone; it holds no sign before its notice, and nothing of others. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { careerStep, dossier, formFacts } from './dossier.ts'
import { matterDeadline, matterDetail, matterFact, matterFacts, matterKind, matterStanding } from './matters.ts'
import { planStep } from './plans.ts'
import { citation, date, part as estimatePart, text } from './shared.ts'
import { written } from './written.ts'

const deed = z.object({
  seq: z.int(),
  label: text,
  on: date,
  byName: z.string(),
  asPerson: z.boolean().describe('Words of the cadre.'),
  facts: z.array(matterFact),
  letter: z.string().nullable().describe('Given out as a letter.'),
})

/** A matter as far as it is shared: what was told, what was answered, what may be answered now. */
export const ownMatter = z
  .object({
    matterId: z.string(),
    kind: matterKind,
    kindLabel: text,
    standing: matterStanding,
    openedOn: date,
    asked: z.string().nullable().describe('What the cadre asked for, where it was the cadre who opened it.'),
    about: text.nullable().describe('Of a request of the cadre: what it is about.'),
    deeds: z.array(deed),
    acts: matterDetail.shape.acts.describe('For the cadre to do now.'),
    deadlines: z.array(matterDeadline).describe('Of the cadre.'),
    steps: z.array(planStep).describe('Of a plan, as far as it was shown.'),
  })
  .meta({ id: 'OwnMatter' })

const { educations, evaluations, trainings, honours } = dossier.shape

/** GET /api/me; `person` is null where the account is linked to nobody. */
export const ownRecord = z
  .object({
    today: date,
    person: z
      .object({
        name: z.string(),
        facts: formFacts,
        career: z.array(careerStep.omit({ positionId: true, hardship: true, grassroots: true })),
        educations,
        evaluations,
        trainings,
        honours,
      })
      .nullable(),
    matters: z.array(ownMatter).describe('The newest first.'),
  })
  .meta({ id: 'OwnRecord' })

const part = z.enum(identifiersOf('recordPart'))

/** GET /api/me/record: every fact, with where it came from and since when it is held. */
export const heldRecord = z
  .object({
    facts: z.array(
      z.object({
        key: z.string(),
        part,
        label: text.describe('Of the field; empty where the part says it.'),
        when: z.string().describe('Days as printed; empty where there are none.'),
        says: text,
        since: date.describe('The day from which it is held in this form.'),
        source: text,
      }),
    ),
  })
  .meta({ id: 'HeldRecord' })

/** Something worked out about oneself: what it says, from what, how sure, by which rule. */
const computedItem = z.object({
  key: z.string().describe('For an objection or a question about it.'),
  kind: z.enum(['estimate', 'finding', 'duty', 'need', 'sign']),
  label: text,
  says: text,
  meaning: text.nullable().describe('What such a quantity is.'),
  from: text,
  sure: text.nullable(),
  not: text.nullable().describe('What it must not be taken for.'),
  rules: z.array(z.object({ rule: z.string(), basis: citation })),
  parts: z.array(estimatePart).describe('Of a number; they sum to it.'),
})

/** GET /api/me/computed. `asOf` is null before the first analysis. */
export const ownComputed = z
  .object({
    asOf: date.nullable(),
    answerDays: z.int().describe('Within how many days a person answers what is asked about it.'),
    restrictions: z
      .array(z.object({ matterId: z.string(), label: text, since: date, until: date.nullable() }))
      .describe('What is not worked out of the person, by an objection that was upheld; lifted in its matter.'),
    items: z.array(computedItem),
    withheld: z.array(z.object({ label: text, why: text })).describe('What is not shown, and why.'),
  })
  .meta({ id: 'OwnComputed' })

/** POST /api/me/record → a file: everything that the page shows */
export const recordCopy = z.object({ format: z.enum(['csv', 'json', 'pdf']) })

/** GET /api/me/visits: who looked; offices, not names. */
export const ownVisits = z
  .object({
    visits: z.array(z.object({ on: date, office: text, what: text, purpose: z.string().nullable(), times: z.int() })),
  })
  .meta({ id: 'OwnVisits' })

/** POST /api/me/matters/:matterId/events → OwnRecord. 409 where something was told since the page was read. */
export const ownAct = z.object({
  read: z.int().min(0).describe('How many deeds of the matter the page showed.'),
  act: z.string().min(1).max(64),
  facts: matterFacts,
})

/** POST /api/me/corrections → OwnRecord */
export const ownCorrection = z.object({
  part: z.enum(identifiersOf('recordPart')),
  says: written(2_000).describe('What is wrong, what is right, and by what it can be checked.'),
})

/** POST /api/me/requests → OwnRecord. `about` is the key of something worked out, or `all`. */
export const ownRequest = z.object({
  kind: z.enum(['objection', 'explanation', 'erasure']),
  about: z.string().min(1).max(128),
  says: written(2_000).describe('The ground; of an explanation, what is asked.'),
})

export type OwnMatter = z.output<typeof ownMatter>
export type OwnRecord = z.output<typeof ownRecord>
export type OwnAct = z.input<typeof ownAct>
export type OwnCorrection = z.input<typeof ownCorrection>
export type HeldPart = z.output<typeof part>
export type HeldRecord = z.output<typeof heldRecord>
export type HeldFact = HeldRecord['facts'][number]
export type OwnComputed = z.output<typeof ownComputed>
export type ComputedItem = OwnComputed['items'][number]
export type OwnRequest = z.input<typeof ownRequest>
export type OwnVisits = z.output<typeof ownVisits>
export type OwnVisit = OwnVisits['visits'][number]
export type RecordCopy = z.input<typeof recordCopy>
