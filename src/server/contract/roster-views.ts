/** Views of the roster that are kept, the order kept by hand, the whole of a selection, and what is seen as a file. */
import { z } from 'zod'
import { rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import { exportPurpose } from './exports.ts'
import { rosterFilter, rosterSortKeys } from './roster.ts'
import { instant } from './shared.ts'

const field = z.enum(rosterFieldNames)

const viewColumn = z.object({
  field,
  width: z.int().min(40).max(800).optional().describe('In CSS pixels; the usual one where left out.'),
  frozen: z.boolean().optional(),
})

/** A view: the query as it stands in the address, and how the table looks. */
export const rosterView = z
  .object({
    query: z
      .record(z.string().max(40), z.union([z.string().max(8000), z.array(z.string().max(200)).max(60)]))
      .describe('Parameters of GET /api/cadres without offset, limit and fields: filters, where, sort, order.'),
    columns: z.array(viewColumn).min(1).max(80),
    density: z.enum(['comfortable', 'compact']).default('compact'),
  })
  .meta({ id: 'RosterView' })

const name = z.string().trim().min(1).max(40)

export const savedRosterView = z
  .object({
    viewId: z.string(),
    version: z.int(),
    name: z.string(),
    shared: z.boolean(),
    owner: z.string().describe('The account that made it.'),
    mayChange: z.boolean().describe('The owner; of a shared one the head too.'),
    view: rosterView.nullable().describe('null: put away; POST it again with its version to take it back.'),
    recordedBy: z.string(),
    recordedAt: instant,
  })
  .meta({ id: 'SavedRosterView' })

/** GET /api/roster-views: one's own and the shared ones, by name; which of them opens by itself. */
export const rosterViewList = z
  .object({ views: z.array(savedRosterView), defaultViewId: z.string().nullable() })
  .meta({ id: 'RosterViewList' })

/** POST /api/roster-views */
export const newRosterView = z.object({ name, shared: z.boolean().default(false), view: rosterView })

/** PUT /api/roster-views/:viewId: the next state, also of one that was put away; 409 where somebody was quicker. */
export const nextRosterView = newRosterView.extend({ basedOn: z.int().min(1) })

/** PUT /api/roster-views/default: one's own default; null for none. */
export const defaultRosterView = z.object({ viewId: z.uuid().nullable() })

/** GET /api/cadres/ids: everybody of the selection in its order. */
export const rosterIdsQuery = rosterFilter.extend({
  sort: rosterSortKeys.default('manual'),
  order: z.enum(['asc', 'desc']).default('asc'),
})
export const mostSelected = 20_000
export const rosterIds = z
  .object({
    total: z.int(),
    ids: z.array(z.string()).describe(`The first ${mostSelected} where there are more.`),
  })
  .meta({ id: 'RosterIds' })

const place = z
  .object({ before: z.string().max(64) })
  .or(z.object({ after: z.string().max(64) }))
  .or(z.object({ to: z.enum(['first', 'last']) }))

/** PUT /api/roster-order/units: units of one parent, together and in the order given, to a place among its units. */
export const unitMove = z.object({
  unitIds: z.array(z.string().max(64)).min(1).max(500),
  place,
  basedOn: z.int().min(0),
})

/** PUT /api/roster-order/people: people of one unit, together and in the order given, to a place within it. */
export const peopleMove = z.object({
  unitId: z.string().max(64),
  cadreIds: z.array(z.string().max(64)).min(1).max(500),
  place,
  basedOn: z.int().min(0),
})

/** DELETE /api/roster-order: back to the customary order, of one unit's people or of everything. */
export const orderReset = z.object({ unitId: z.string().max(64).optional(), basedOn: z.coerce.number().int().min(0) })

/** POST /api/roster-order/undo: takes back the latest change that still stands. */
export const rosterOrderUndo = z.object({ basedOn: z.int().min(0) })

/** The state of the order: its version, and what an undo would take back. */
export const rosterOrderState = z
  .object({
    version: z.int().describe('0 where nobody touched it.'),
    undoable: z
      .object({ kind: z.enum(['units', 'people', 'reset']), recordedBy: z.string(), recordedAt: instant })
      .nullable(),
  })
  .meta({ id: 'RosterOrderState' })

/** POST /api/cadres/file: what is seen, as a workbook with a watermark line; the export is written down. */
export const rosterViewExport = z.object({
  title: z.string().trim().min(1).max(80),
  columns: z.array(field).min(1).max(80),
  filter: rosterFilter,
  sort: rosterSortKeys.default('manual'),
  order: z.enum(['asc', 'desc']).default('asc'),
  cadreIds: z.array(z.string().max(64)).max(20_000).optional().describe('Only these of the selection.'),
  purpose: exportPurpose,
})

export type ViewColumn = z.output<typeof viewColumn>
export type RosterView = z.output<typeof rosterView>
export type SavedRosterView = z.output<typeof savedRosterView>
export type RosterViewList = z.output<typeof rosterViewList>
export type RosterIds = z.output<typeof rosterIds>
export type RosterOrderState = z.output<typeof rosterOrderState>
