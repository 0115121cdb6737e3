/** The roster designer: which columns, in which order, grouped and sorted how. */
import { z } from 'zod'
import { paperFields } from '#domain/lexicon/paper-columns.ts'
import { exportPurpose } from './exports.ts'
import { pageFormat, paperFileFormat, paperView } from './papers.ts'
import { rosterFilter } from './roster.ts'
import { instant, text } from './shared.ts'

const header = z.string().trim().max(20)

export const rosterGrouping = z.enum(['none', 'unit', 'team', 'postLevel', 'sector'])
export const rosterSorting = z.enum([
  'seat',
  'stroke',
  'bornOn',
  'postSince',
  'levelSince',
  'workStartedOn',
  'partyJoinedOn',
])

export const designColumn = z.object({
  field: z.enum(paperFields),
  label: header.min(1).optional().describe('Where it is called otherwise.'),
  group: header.optional().describe('The upper header; empty for none, the usual one where left out.'),
  width: z.number().min(1.5).max(40).optional().describe('In Chinese characters.'),
})

export const rosterDesign = z
  .object({
    title: z.string().trim().min(1).max(80),
    columns: z.array(designColumn).min(1).max(60),
    groupBy: rosterGrouping,
    sort: rosterSorting,
    order: z.enum(['asc', 'desc']),
    page: pageFormat,
  })
  .meta({ id: 'RosterDesign' })

const designName = z.string().trim().min(1).max(40)

export const savedDesign = z
  .object({
    designId: z.string(),
    version: z.int(),
    name: z.string(),
    design: rosterDesign,
    recordedBy: z.string(),
    recordedByName: text,
    recordedAt: instant,
  })
  .meta({ id: 'SavedDesign' })

/** GET /api/roster-designs: the usual one first, which nobody saved, then the saved ones. */
export const designList = z
  .object({ usual: rosterDesign, saved: z.array(savedDesign) })
  .meta({ id: 'RosterDesignList' })

/** GET /api/roster-designs/:designId: every saved state, the newest first. */
export const designHistory = z.object({ versions: z.array(savedDesign) }).meta({ id: 'RosterDesignHistory' })

/** POST /api/roster-designs */
export const newDesign = z.object({ name: designName, design: rosterDesign })

/** POST /api/roster-designs/:designId: the next state of a design. */
export const nextDesign = newDesign.extend({ basedOn: z.int().min(1) })

/** POST /api/rosters/preview */
export const rosterRequest = z.object({ design: rosterDesign, filter: rosterFilter })

/** POST /api/rosters/file: `ticket` names the work, so that its progress can be asked for. */
export const rosterOrder = rosterRequest.extend({
  format: paperFileFormat,
  purpose: exportPurpose,
  ticket: z.uuid().optional(),
})

/** POST /api/rosters/preview: the first rows as they will be printed. */
export const rosterPreview = paperView

/** GET /api/rosters/progress/:ticket */
export const rosterProgress = z
  .object({ fraction: z.number().min(0).max(1).nullable().describe('null: nothing is under way by this ticket.') })
  .meta({ id: 'RosterProgress' })

export type RosterGrouping = z.output<typeof rosterGrouping>
export type RosterSorting = z.output<typeof rosterSorting>
export type DesignColumn = z.output<typeof designColumn>
export type RosterDesign = z.output<typeof rosterDesign>
export type SavedDesign = z.output<typeof savedDesign>
export type DesignList = z.output<typeof designList>
export type DesignHistory = z.output<typeof designHistory>
export type RosterProgress = z.output<typeof rosterProgress>
