/** What is due: to whom, when, and who has seen it. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { exportPurpose } from './exports.ts'
import { officer } from './officers.ts'
import { citation, date, instant, limit, many, offset, text } from './shared.ts'
import { day } from './written.ts'

export const todoBand = z.enum(['overdue', 'week', 'month', 'later'])
export const dueKind = z.enum(identifiersOf('dueKind'))

const filter = {
  scope: z
    .enum(['mine', 'department', 'all'])
    .default('all')
    .describe('mine: lies with this account; department: with nobody in particular.'),
  kind: many(dueKind),
  unit: z.string().max(64).optional(),
  officer: z.string().max(64).optional().describe('An account.'),
  unseen: z.enum(['true']).optional().describe('Only what this account has not marked as seen.'),
  raised: z.enum(['true']).optional().describe('Only what is overdue for long and was seen by none it lies with.'),
}

/** GET /api/todos */
export const todoQuery = z.object({
  ...filter,
  band: todoBand.optional(),
  day: day.optional(),
  item: z.string().max(64).optional().describe('One item by its key.'),
  offset,
  limit,
})

export const todo = z
  .object({
    key: z.string().describe('Stable; tells nothing of what it names.'),
    kind: z.string(),
    kindLabel: text,
    label: text,
    on: date,
    band: todoBand,
    days: z.int().describe('Days that are left; below 0 overdue.'),
    basis: citation.nullable(),
    person: z.object({ cadreId: z.string(), name: z.string() }).nullable(),
    unit: z.object({ unitId: z.string(), name: z.string() }).nullable(),
    officers: z.array(officer).describe('Empty: the whole department.'),
    isPrivate: z.boolean(),
    link: z.string(),
    seen: z.array(z.object({ name: text, at: instant })),
    isSeen: z.boolean().describe('By this account.'),
    isRaised: z.boolean(),
  })
  .meta({ id: 'Todo' })

export const todoPage = z
  .object({
    today: date,
    bands: z.record(todoBand, z.int()),
    kinds: z.array(z.object({ kind: z.string(), label: text, count: z.int() })),
    units: z.array(z.object({ unitId: z.string(), name: z.string(), count: z.int() })).describe('Those with most.'),
    officers: z.array(officer),
    total: z.int(),
    offset: z.int(),
    rows: z.array(todo),
  })
  .meta({ id: 'TodoPage' })

/** GET /api/todos/ahead */
export const todosAhead = z
  .object({
    scope: z.enum(['mine', 'all']).describe("One's own, or everybody's where few are one's own."),
    bands: z.record(todoBand, z.int()),
    rows: z.array(todo).describe('What is not overdue, the earliest first, seven at most.'),
  })
  .meta({ id: 'TodosAhead' })

/** GET /api/todos/month */
export const todoMonthQuery = z.object({ ...filter, month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) })
export const todoMonth = z
  .object({
    today: date,
    month: z.string(),
    days: z.array(
      z.object({ on: date, count: z.int(), rows: z.array(todo.pick({ key: true, label: true, kindLabel: true })) }),
    ),
  })
  .meta({ id: 'TodoMonth' })

/** GET /api/todos/count : for every page. */
export const todoCount = z
  .object({
    mine: z.int().describe('Lies with this account and is overdue or due this month.'),
    overdue: z.int().describe('Overdue, not seen by this account, and lies with it or with the department.'),
    raised: z.int().describe('For the head; 0 for others.'),
  })
  .meta({ id: 'TodoCount' })

/** POST /api/todos/seen → 204 */
export const todosSeen = z.object({ keys: z.array(z.string().max(64)).min(1).max(500) })

/** POST /api/todos/calendar → an iCalendar file */
export const todoCalendarOrder = z.object({
  scope: filter.scope.default('mine'),
  format: z.enum(['ics']),
  purpose: exportPurpose,
})

export type TodoBand = z.output<typeof todoBand>
export type TodoQuery = z.output<typeof todoQuery>
export type TodoMonthQuery = z.output<typeof todoMonthQuery>
export type TodoShape = z.output<typeof todo>
export type TodoPage = z.output<typeof todoPage>
export type TodosAhead = z.output<typeof todosAhead>
export type TodoMonth = z.output<typeof todoMonth>
export type TodoCount = z.output<typeof todoCount>
