import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { date, text } from './shared.ts'

const channel = z.enum(identifiersOf('statementChannel'))
const tone = z.enum(identifiersOf('tone'))
const aspect = z.enum(identifiersOf('aspect'))

const account = z.object({
  statementId: z.string(),
  channel,
  observedOn: date.nullable(),
  recordedOn: date,
  tone: tone.nullable(),
  text: z.string().nullable(),
  repeats: z.string().nullable().describe('The statement it repeats: it is then no second source.'),
})

const conductCount = z
  .object({ events: z.int(), favourable: z.int(), adverse: z.int(), both: z.int(), corroborated: z.int() })
  .meta({ id: 'ConductCount', description: 'Events on file. Facts to be read, never a score.' })

const readText = z.object({
  statementId: z.string(),
  channel,
  recordedOn: date,
  aspect: aspect.nullable(),
  tone: tone.nullable(),
  event: z.string().nullable(),
  pieces: z
    .array(z.object({ text: z.string(), kind: z.enum(['plain', 'particular', 'stock']) }))
    .describe('The text in order: what is particular, what fits anybody, the rest.'),
  same: z
    .object({
      kind: z.enum(['copied', 'boilerplate']),
      similarity: z.number(),
      other: z
        .object({
          statementId: z.string(),
          cadreId: z.string().nullable(),
          name: z.string().nullable(),
          text: z.string(),
        })
        .nullable(),
    })
    .nullable(),
})

/** GET /api/cadres/:cadreId/character */
export const character = z
  .object({
    political: z.object({ major: conductCount, minor: conductCount }),
    events: z.array(
      z.object({
        bearing: z.enum(['political-major', 'political-minor']),
        event: z.string().nullable(),
        tone: z.enum(['favourable', 'adverse', 'neutral', 'both']),
        sources: z.array(channel),
        accounts: z.array(account),
      }),
    ),
    texts: z.array(readText).describe('Newest first.'),
    summary: text.describe('What the texts on file amount to, in a sentence.'),
  })
  .meta({ id: 'Character' })

export type Character = z.output<typeof character>
