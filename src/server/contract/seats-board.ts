/** The board of seats: what is vacant, what falls due, where a team has more people than places. */
import { z } from 'zod'
import { citation, date, dueState, flag, limit, many, offset, postLevel, role, sector, text } from './shared.ts'

export const boardList = z
  .enum(['to-fill', 'to-adjust', 'over-quota', 'concurrent', 'opening'])
  .describe(
    'to-fill: vacant. to-adjust: a rotation, term or age limit is passed or will be within a year. over-quota: more people than places. concurrent: held beside another post. opening: the holder reaches the retirement month within a year.',
  )

/** GET /api/seats-board */
export const seatsBoardQuery = z.object({
  list: boardList.default('to-fill'),
  level: many(postLevel),
  sector: many(sector).describe('Of the seat, else of its unit.'),
  unit: z.string().max(64).optional().describe('A unit and everything under it.'),
  theme: z.string().max(40).optional().describe('Of vacancies; the other lists have none.'),
  withoutList: flag.describe('Of vacancies: those for which nobody is listed.'),
  state: dueState.exclude(['later']).optional().describe('Of seats to adjust.'),
  offset,
  limit,
})

const boardSeat = z.object({
  positionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  title: z.string(),
  postLevel,
  role,
})

const holder = z.object({ cadreId: z.string(), name: z.string() })

const vacant = boardSeat.extend({
  from: date,
  daysOpen: z.int(),
  theme: z.string().nullable(),
  met: z.int(),
  discretion: z.int(),
  unknown: z.int(),
  listed: z.int(),
  firstTier: z.int().describe('People who cannot be told apart from the best, those for whom there was no room too.'),
})

const due = z.object({
  rule: z.string(),
  basis: citation,
  dueOn: date,
  state: dueState.exclude(['later']),
  says: text,
})

const adjusted = boardSeat.extend({ holder, dues: z.array(due).min(1).describe('The first to fall due first.') })

const overQuota = z.object({
  unitId: z.string(),
  unitName: z.string(),
  role: z.enum(['principal', 'deputy']).describe('deputy: deputies and other members together.'),
  postLevel,
  quota: z.int(),
  held: z.int(),
  unsure: z.int().describe('Holders of whom only the month of leaving is known.'),
  seats: z.array(boardSeat.extend({ holders: z.array(holder) })),
})

const concurrent = boardSeat.extend({
  holder,
  since: date,
  takesQuota: z.boolean().describe('The seat counts against a quota of its team.'),
  mainPost: z.string().nullable().describe('What he or she holds beside it, as written.'),
})

const opening = boardSeat.extend({ holder, month: date.describe('Of statutory retirement; for planning only.') })

const counts = z.object({
  toFill: z.int(),
  withoutList: z.int().describe('Vacancies for which nobody is listed.'),
  overdue: z.int(),
  dueWithinYear: z.int(),
  overQuota: z.int(),
  concurrent: z.int(),
  opening: z.int(),
})

const rows = z.discriminatedUnion('list', [
  z.object({ list: z.literal('to-fill'), rows: z.array(vacant) }),
  z.object({ list: z.literal('to-adjust'), rows: z.array(adjusted) }),
  z.object({ list: z.literal('over-quota'), rows: z.array(overQuota) }),
  z.object({ list: z.literal('concurrent'), rows: z.array(concurrent) }),
  z.object({ list: z.literal('opening'), rows: z.array(opening) }),
])

export const seatsBoard = z
  .object({
    asOf: date,
    until: date.describe('How far retirements are planned.'),
    levels: z
      .array(counts.extend({ level: postLevel }))
      .describe('By level, all filters but those of level and state applied; the highest first.'),
    themes: z.array(z.string()).describe('Themes that some vacancy has.'),
    retirementUnknown: z.int().describe('Holders whose retirement month cannot be told: a fact is missing.'),
    total: z.int().describe('Rows that the filters leave.'),
    offset: z.int(),
    shown: rows,
  })
  .meta({ id: 'SeatsBoard' })

export type BoardList = z.output<typeof boardList>
export type SeatsBoardQuery = z.output<typeof seatsBoardQuery>
export type SeatsBoardAnswer = z.output<typeof seatsBoard>
export type BoardSeat = z.output<typeof boardSeat>
export type VacantSeat = z.output<typeof vacant>
export type AdjustedSeat = z.output<typeof adjusted>
export type OverQuotaTeam = z.output<typeof overQuota>
export type ConcurrentSeatShape = z.output<typeof concurrent>
export type OpeningSeat = z.output<typeof opening>
export type BoardCounts = z.output<typeof counts>
