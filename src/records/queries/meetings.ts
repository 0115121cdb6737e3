import { type QueryExecutorProvider, sql } from 'kysely'
import type { RecordedMeeting, TeamMeeting } from '#domain/meeting.ts'

interface MeetingRow {
  readonly meeting_id: string
  readonly version: number
  readonly minutes: TeamMeeting
}

const meetingOf = ({ meeting_id, version, minutes }: MeetingRow): RecordedMeeting => ({
  ...minutes,
  meetingId: meeting_id,
  version,
})

export interface MeetingsAsked {
  readonly unitId?: string
  readonly presiderId?: string
  readonly meetingId?: string
}

/** Meetings of leadership teams as they stand, those withdrawn left out: the last one held first. */
export async function readMeetings(
  database: QueryExecutorProvider,
  { unitId, presiderId, meetingId }: MeetingsAsked = {},
): Promise<readonly RecordedMeeting[]> {
  const { rows } = await sql<MeetingRow>`
    select meeting_id, version, minutes
    from (select distinct on (meeting_id) * from team_meeting order by meeting_id, version desc) as last
    where minutes is not null
      and (${unitId ?? null}::text is null or unit_id = ${unitId ?? null})
      and (${presiderId ?? null}::text is null or presider_id = ${presiderId ?? null})
      and (${meetingId ?? null}::text is null or meeting_id::text = ${meetingId ?? null})
    order by held_on desc, meeting_id desc`.execute(database)
  return rows.map(meetingOf)
}

export interface MeetingVersion {
  readonly version: number
  /** Undefined of the first. */
  readonly reason: string | undefined
  readonly isWithdrawn: boolean
  readonly byName: string
  readonly recordedAt: Date
}

/** Who recorded a meeting and who corrected it why, the first version first. */
export async function readMeetingVersions(
  database: QueryExecutorProvider,
  meetingId: string,
): Promise<readonly MeetingVersion[]> {
  const { rows } = await sql<{
    version: number
    reason: string | null
    withdrawn: boolean
    recorded_by_name: string
    recorded_at: Date
  }>`
    select version, reason, minutes is null as withdrawn, recorded_by_name, recorded_at
    from team_meeting where meeting_id::text = ${meetingId} order by version`.execute(database)
  return rows.map((row) => ({
    version: row.version,
    reason: row.reason ?? undefined,
    isWithdrawn: row.withdrawn,
    byName: row.recorded_by_name,
    recordedAt: row.recorded_at,
  }))
}
