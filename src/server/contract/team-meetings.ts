/** Meetings of leadership teams (班子议事记录): listed, entered, shown with what the rules of decision say. */
import { z } from 'zod'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { citation, date, finding, instant, limit, many, offset, verdict } from './shared.ts'
import { day, kept, written } from './written.ts'

const id = z.string().min(1).max(64)
const itemKind = z.enum(identifiersOf('meetingItem'))
const opinion = z.enum(identifiersOf('meetingOpinion'))
const decision = z.enum(identifiersOf('meetingDecision'))

const member = z.object({ cadreId: id, name: written(60), isPresent: z.boolean().optional() })
const stand = z.object({
  cadreId: id,
  order: z.int().min(1).max(200).optional().describe('Place in the order of speaking.'),
  opinion: opinion.optional(),
  isConcerned: z.boolean().optional().describe('The item concerns the member or relatives.'),
  hasRecused: z.boolean().optional(),
})
const item = z.object({
  kind: itemKind,
  subject: written(200),
  isCollective: z.boolean().optional(),
  stands: z.array(stand).max(200),
  votesFor: z.int().min(0).max(1_000).optional().describe('Counted from the opinions where left out.'),
  decision: decision.optional(),
  differsWidely: z.boolean().optional(),
  isReconsidered: z.boolean().optional(),
  reconsiderationConsents: z.int().min(0).max(1_000).optional(),
})

/** What is left out is not told by the minutes. */
export const teamMinutes = z
  .object({
    unitId: id,
    name: written(120),
    heldOn: day,
    presiderId: id,
    papersOn: day.optional(),
    minutesKept: z.boolean().optional(),
    members: z.array(member).min(1).max(200),
    items: z.array(item).min(1).max(60),
  })
  .meta({ id: 'TeamMinutes' })

/** POST /api/principals/meetings → 201 { meetingId }; 422 says where the minutes contradict themselves. */
export const teamMeetingMade = z.object({ meetingId: z.string() })

/** POST /api/principals/meetings/:meetingId/versions; without `minutes` the record is withdrawn. 409 `meeting-changed`. */
export const newMeetingVersion = z.object({
  version: z.int().min(1).describe('The version that it is made on.'),
  minutes: teamMinutes.optional(),
  reason: written(500),
})

/** GET /api/principals/meetings */
export const teamMeetingsQuery = z.object({
  unit: id.optional(),
  presider: id.optional(),
  verdict: many(verdict),
  rule: kept(64).optional().describe('Meetings in which this rule was not kept.'),
  offset,
  limit,
})

const tally = z.object({ met: z.int(), unmet: z.int(), unknown: z.int(), discretion: z.int() })

export const teamMeetingRow = z
  .object({
    meetingId: z.string(),
    heldOn: date,
    name: z.string(),
    unitId: z.string(),
    unitName: z.string(),
    presider: z.object({ cadreId: z.string(), name: z.string() }),
    items: z.array(z.object({ kind: itemKind, subject: z.string(), verdict })),
    verdict,
  })
  .meta({ id: 'TeamMeetingRow' })

export const teamMeetings = z
  .object({
    total: z.int(),
    offset: z.int(),
    counts: tally.describe('Meetings by verdict, whatever the filter.'),
    rules: z.array(z.object({ rule: z.string(), basis: citation, counts: tally })).describe('Items by rule.'),
    rows: z.array(teamMeetingRow),
  })
  .meta({ id: 'TeamMeetings' })

/** GET /api/principals/meetings/:meetingId */
export const teamMeetingParams = z.object({ meetingId: z.uuid() })
export const teamMeeting = z
  .object({
    meetingId: z.string(),
    version: z.int(),
    unitName: z.string(),
    presiderName: z.string(),
    minutes: teamMinutes,
    verdict,
    items: z.array(
      z.object({
        verdict,
        due: z.int(),
        present: z.int().nullable().describe('Of those who took part; null where the minutes do not tell.'),
        votesFor: z.int().nullable(),
        findings: z.array(finding),
      }),
    ),
    versions: z.array(
      z.object({ version: z.int(), reason: z.string().nullable(), byName: z.string(), recordedAt: instant }),
    ),
  })
  .meta({ id: 'TeamMeeting' })

/** GET /api/principals/meeting-form?unit=… : who is due at a meeting of a team, as the records have it. */
export const meetingFormQuery = z.object({ unit: id.optional() })
export const meetingForm = z
  .object({
    today: date,
    units: z.array(z.object({ unitId: z.string(), name: z.string() })).describe('Units with a principal on record.'),
    team: z
      .object({
        unitId: z.string(),
        name: z.string(),
        presiderId: z.string().nullable(),
        members: z.array(z.object({ cadreId: z.string(), name: z.string(), title: z.string() })),
      })
      .nullable(),
  })
  .meta({ id: 'MeetingForm' })

export type TeamMinutes = z.output<typeof teamMinutes>
export type NewMeetingVersion = z.output<typeof newMeetingVersion>
export type TeamMeetingsQuery = z.output<typeof teamMeetingsQuery>
export type TeamMeetingRow = z.output<typeof teamMeetingRow>
export type TeamMeetings = z.output<typeof teamMeetings>
export type TeamMeetingShape = z.output<typeof teamMeeting>
export type MeetingForm = z.output<typeof meetingForm>
