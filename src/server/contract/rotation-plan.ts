/** The wave ahead, the plan of exchanges over years, and the draft of an exchange that becomes a slate. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, dueState, limit, many, offset, postLevel, text } from './shared.ts'
import { written } from './written.ts'

const waveKind = z.enum(identifiersOf('waveKind'))
const id = z.string().min(1).max(64)

/** GET /api/rotation/forecast */
export const forecastQuery = z.object({
  quarter: z
    .string()
    .regex(/^(overdue|\d{4}Q[1-4])$/)
    .optional(),
  kind: waveKind.optional(),
  unit: id.optional(),
  level: postLevel.optional(),
  offset,
  limit,
})

export const forecastPage = z
  .object({
    asOf: date,
    years: z.int(),
    quarters: z
      .array(z.object({ quarter: z.string(), counts: z.record(waveKind, z.int()) }))
      .describe('Of the unit and level chosen.'),
    levels: z.array(z.object({ level: postLevel, counts: z.record(waveKind, z.int()) })),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), counts: z.record(waveKind, z.int()) })),
    total: z.int(),
    offset: z.int(),
    rows: z.array(
      z.object({
        kind: waveKind,
        cadreId: z.string(),
        name: z.string(),
        positionId: z.string(),
        unitId: z.string(),
        unitName: z.string(),
        title: z.string(),
        level: postLevel,
        on: date,
        quarter: z.string(),
      }),
    ),
  })
  .meta({ id: 'ForecastPage' })

const person = z.object({
  cadreId: z.string(),
  name: z.string(),
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  level: postLevel,
})

/** GET /api/rotation/plan */
export const exchangePlanQuery = z.object({
  year: z.coerce.number().int().optional(),
  unit: id.optional(),
  offset,
  limit,
})

export const exchangePlanPage = z
  .object({
    asOf: date,
    basis: citation,
    settings: z.object({ perUnitYear: z.int(), principalsPerUnitYear: z.int(), earlyYears: z.int() }),
    years: z.array(z.object({ year: z.int(), due: z.int(), proposed: z.int() })),
    late: z.int(),
    unplaced: z.int(),
    total: z.int(),
    offset: z.int(),
    rows: z.array(
      person.extend({ dueOn: date, year: z.int().nullable(), state: z.enum(['planned', 'late', 'unplaced']) }),
    ),
  })
  .meta({ id: 'ExchangePlanPage' })

/** GET /api/rotation/exchange?cadre=… : what an exchange of these people may be made of. */
export const exchangeQuery = z.object({ cadre: many(id) })

export const exchangeChoices = z
  .object({
    asOf: date,
    name: z.string().describe('A name for the slate that none has.'),
    chosen: z.array(person.extend({ dueOn: date.nullable(), state: dueState.nullable(), rule: text.nullable() })),
    volunteers: z
      .array(person.extend({ dueOn: date }))
      .describe('Others who are due within a year at these levels, in other units.'),
    vacancies: z.int().describe('Vacant seats at these levels in other units than those of the chosen.'),
  })
  .meta({ id: 'ExchangeChoices' })

/** POST /api/rotation/exchange → 201 with the slate whose search has begun. */
export const newExchange = z.object({
  name: written(60),
  cadres: z.array(id).min(1).max(60).describe('Who must leave the present unit.'),
  volunteers: z.array(id).max(200).describe('Who may move.'),
  elsewhere: z.boolean().default(true).describe('Each of the chosen goes to another unit.'),
  keepStructure: z.boolean().default(true).describe('Goals of structure that the teams now keep must hold.'),
})
export const exchangeBegun = z.object({ slateId: z.string() })

export type ForecastQuery = z.output<typeof forecastQuery>
export type ForecastPage = z.output<typeof forecastPage>
export type ExchangePlanQuery = z.output<typeof exchangePlanQuery>
export type ExchangePlanPage = z.output<typeof exchangePlanPage>
export type ExchangeChoices = z.output<typeof exchangeChoices>
export type NewExchange = z.output<typeof newExchange>
