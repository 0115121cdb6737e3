import { z } from 'zod'
import { text } from './shared.ts'

/** GET /api/search: what a word finds, by kind; the first of each kind, with how many there are. */
export const searchQuery = z.object({
  q: z.string().trim().max(64).describe('Name, pinyin from any syllable, initials, an id, a unit, a post, a rule.'),
  limit: z.coerce.number().int().min(1).max(20).default(6),
})

const found = <Thing extends z.ZodType>(thing: Thing) => z.object({ total: z.int(), first: z.array(thing) })

const foundPerson = z.object({
  cadreId: z.string(),
  name: z.string(),
  reading: z.string().describe('Pinyin of the whole name.'),
  serving: z.boolean(),
  unitName: z.string().nullable(),
  title: z.string().nullable(),
})
const foundSeat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  isVacant: z.boolean(),
  holder: z.string().nullable(),
})
const foundUnit = z.object({ unitId: z.string(), name: z.string(), above: z.string().nullable() })
const foundRule = z.object({ ruleId: z.string(), title: text, instrument: text, article: z.string() })
const foundMatter = z.object({ matterId: z.string(), title: z.string(), kindLabel: text })
const foundCase = z.object({ caseId: z.string(), title: z.string(), stageTitle: text })

export const searchAnswer = z
  .object({
    people: found(foundPerson),
    seats: found(foundSeat),
    units: found(foundUnit),
    rules: found(foundRule),
    cases: found(foundCase),
    matters: found(foundMatter).describe('Those that this account may see.'),
  })
  .meta({ id: 'SearchAnswer' })

export type SearchAnswer = z.output<typeof searchAnswer>
export type FoundPerson = z.output<typeof foundPerson>
