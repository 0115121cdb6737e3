/** Units, their seats and quotas: the tree of an organisation, one unit, every seat, every quota. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { exportPurpose } from './exports.ts'
import { citation, date, instant, limit, many, offset, postLevel, role, sector, text } from './shared.ts'

const id = z.string().max(64)
const words = z.string().trim().max(64).optional().describe('In the name, or its pinyin or initials.')
const unitKind = z.enum(identifiersOf('unitKind'))
const unitLevel = z.enum(identifiersOf('unitLevel'))
const order = z.enum(['asc', 'desc']).default('asc')
const person = z.object({ cadreId: z.string(), name: z.string() })

const unitMarks = ['vacant', 'over', 'principal-vacant', 'term-ending', 'no-quota', 'abolished'] as const
const unitMark = z.enum(unitMarks)

const chosenUnits = z.object({
  q: words,
  under: id.optional().describe('This unit and everything below it.'),
  level: many(unitLevel),
  kind: many(unitKind),
  sector: many(sector),
  only: unitMark.optional(),
})

/** GET /api/units/tree: units that are found stand with everything above them. */
export const unitTreeQuery = z.object({ q: words })

/** GET /api/units */
export const unitsQuery = chosenUnits.extend({
  sort: z.enum(['tree', 'name', 'level', 'seats', 'filled', 'vacant', 'over', 'termTo']).default('tree'),
  order,
  offset,
  limit,
})

const counts = z.object({
  units: z.int(),
  seats: z.int().describe('Leading seats that exist.'),
  filled: z.int(),
  vacant: z.int().describe('Nobody holds them.'),
  over: z.int().describe('People beyond the quotas of teams.'),
  principalVacant: z.int(),
  termEnding: z.int().describe('Teams whose term ends within a year, or has.'),
  noQuota: z.int().describe('Teams with a quota that is not recorded.'),
})

const unitName = z.object({ unitId: z.string(), name: z.string() })

const unitNode = unitName
  .extend({
    parentId: z.string().nullable(),
    depth: z.int(),
    kind: unitKind,
    level: unitLevel,
    seats: z.int(),
    vacant: z.int(),
    over: z.int(),
    vacantBelow: z.int().describe('With everything below it.'),
    overBelow: z.int(),
    found: z.boolean(),
  })
  .meta({ id: 'UnitNode' })

export const unitTree = z
  .object({
    asOf: date,
    found: z.int(),
    nodes: z.array(unitNode).describe('From the top, each unit before those below it.'),
  })
  .meta({ id: 'UnitTree' })

export const unitRow = unitName
  .extend({
    parent: unitName.nullable(),
    kind: unitKind,
    level: unitLevel,
    sector: sector.nullable(),
    own: counts,
    principals: z.array(person),
    termTo: date.nullable().describe('The first term of its teams to end.'),
    abolishedOn: date.nullable(),
  })
  .meta({ id: 'UnitRow' })

export const unitsPage = z
  .object({
    asOf: date,
    sums: counts.describe('Over the units chosen, whatever the mark.'),
    toFill: z.int().describe('Seats that are announced as vacancies.'),
    levels: z.array(z.object({ level: unitLevel, units: z.int() })),
    total: z.int(),
    offset: z.int(),
    rows: z.array(unitRow),
  })
  .meta({ id: 'UnitsPage' })

const incumbent = person.extend({
  kind: z.enum(['appointed', 'concurrent', 'acting', 'seconded']),
  since: date,
  years: z.number().describe('In this post, with what came before without a break.'),
  age: z.int().nullable(),
  leaving: z.boolean().describe('Leaves this month; the day is not known.'),
  mainPost: z.string().nullable().describe('Where another post is the main one.'),
  secondedTo: z.string().nullable(),
})

const seatState = z.enum(['filled', 'vacant', 'concurrent', 'acting', 'seconded', 'over', 'to-fill'])

const unitSeat = z
  .object({
    positionId: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    title: z.string(),
    postLevel,
    role,
    leading: z.boolean(),
    takesQuota: z.boolean(),
    overQuota: z.boolean().describe('More people hold seats of this kind in the team than its quota has.'),
    openFrom: date.nullable(),
    incumbents: z.array(incumbent).describe('Appointed first.'),
    vacancy: z
      .object({
        from: date,
        daysOpen: z.int(),
        listed: z.int().describe('On the shortlist.'),
        step: text.nullable().describe('The stage of the case that is open on it.'),
        caseId: z.string().nullable(),
      })
      .nullable()
      .describe('Announced; a seat may be empty and not announced.'),
  })
  .meta({ id: 'UnitSeat' })

/** GET /api/seats: the library of posts. */
export const seatsQuery = z.object({
  q: words,
  under: id.optional(),
  unit: id.optional().describe('This unit alone.'),
  level: many(postLevel),
  role: many(role),
  state: seatState.optional(),
  all: z.enum(['true', 'false']).default('false').describe('Seats without leading duties too.'),
  offset,
  limit,
})

export const seatsPage = z
  .object({ asOf: date, total: z.int(), offset: z.int(), rows: z.array(unitSeat) })
  .meta({ id: 'SeatsPage' })

export const quotaRole = z.enum(['principal', 'deputy'])

export const quotaLine = z
  .object({
    unitId: z.string(),
    unitName: z.string(),
    unitKind,
    unitLevel,
    role: quotaRole.describe('Deputies and other members count against one quota.'),
    quota: z.int().nullable(),
    held: z.int(),
    unsure: z.int(),
    over: z.int(),
    short: z.int(),
    seats: z.int().describe('Seats of this kind that the team has.'),
  })
  .meta({ id: 'QuotaLine' })

const quotaState = z.enum(['over', 'short', 'full', 'unknown'])
const quotaSums = z.object({
  teams: z.int(),
  quota: z.int(),
  held: z.int(),
  over: z.int(),
  short: z.int(),
  teamsOver: z.int(),
  teamsShort: z.int(),
  teamsUnknown: z.int(),
})

/** GET /api/quotas */
export const quotasQuery = z.object({
  q: words,
  under: id.optional(),
  level: many(unitLevel),
  kind: many(unitKind),
  role: quotaRole.optional(),
  state: quotaState.optional(),
  offset,
  limit,
})

export const quotasPage = z
  .object({
    asOf: date,
    levels: z.array(quotaSums.extend({ level: unitLevel, role: quotaRole })),
    total: z.int(),
    offset: z.int(),
    rows: z.array(quotaLine),
  })
  .meta({ id: 'QuotasPage' })

const comingRow = person.extend({
  positionId: z.string().nullable(),
  title: z.string().nullable(),
  kind: z.enum(['retirement', 'duty']),
  on: date,
  within: z.int().nullable().describe('12, 24 or 36 months; null where it has passed.'),
  basis: citation,
  rule: z.string(),
  says: text,
})

export const unitEvents = [
  'founded',
  'abolished',
  'renamed',
  'moved',
  'reclassified',
  'staff-quota',
  'seat-opened',
  'seat-closed',
  'seat-changed',
  'quota',
  'term',
  'struck',
] as const

const unitEvent = z
  .object({
    what: z.enum(unitEvents),
    on: date.nullable().describe('When it was true; null where the records do not say.'),
    knownAt: instant.describe('When it was recorded.'),
    about: z.string().nullable().describe('The seat or team it is about.'),
    was: text.nullable(),
    is: text.nullable(),
  })
  .meta({ id: 'UnitEvent' })

/** GET /api/units/:unitId. Opening one is recorded in the audit. */
export const unitDetail = unitName
  .extend({
    asOf: date,
    kind: unitKind,
    level: unitLevel,
    sector: sector.nullable(),
    hardship: z.boolean().nullable(),
    growthFront: z.boolean().nullable(),
    foundedOn: date.nullable(),
    abolishedOn: date.nullable(),
    above: z.array(unitName).describe('From the top.'),
    below: z.array(unitRow.extend({ all: counts })),
    own: counts,
    all: counts.describe('With everything below it.'),
    hasTeam: z.boolean(),
    hasCondition: z.boolean().describe('The condition of its team has been compared.'),
    staffQuota: z.int().nullable().describe('People the unit may have on its staff (行政编制数).'),
    people: z.int().describe('People in service whose post is in it or below it.'),
    terms: z.array(z.object({ name: z.string(), from: date.nullable(), to: date.nullable() })),
    quotas: z.array(quotaLine),
    seats: z.array(unitSeat).describe('Principals first.'),
    coming: z.object({
      counts: z.array(z.int()).describe('People within 12, 24 and 36 months.'),
      rows: z.array(comingRow),
    }),
    history: z.array(unitEvent).describe('The newest first.'),
  })
  .meta({ id: 'UnitDetail' })

/** POST /api/units/file: the units chosen as a table; it names nobody. */
export const unitsOrder = chosenUnits.extend({ format: z.enum(['xlsx', 'pdf']), purpose: exportPurpose })

export type UnitMark = z.output<typeof unitMark>
export type ChosenUnits = z.output<typeof chosenUnits>
export type UnitsQuery = z.output<typeof unitsQuery>
export type UnitCounts = z.output<typeof counts>
export type UnitNode = z.output<typeof unitNode>
export type UnitTree = z.output<typeof unitTree>
export type UnitRow = z.output<typeof unitRow>
export type UnitsPage = z.output<typeof unitsPage>
export type UnitSeat = z.output<typeof unitSeat>
export type SeatState = z.output<typeof seatState>
export type SeatsQuery = z.output<typeof seatsQuery>
export type SeatsPage = z.output<typeof seatsPage>
export type QuotaLine = z.output<typeof quotaLine>
export type QuotasQuery = z.output<typeof quotasQuery>
export type QuotasPage = z.output<typeof quotasPage>
export type UnitEvent = z.output<typeof unitEvent>
export type UnitDetail = z.output<typeof unitDetail>
