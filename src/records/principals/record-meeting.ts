/** Meetings of leadership teams are recorded, corrected and withdrawn, version by version. */
import { type Kysely, sql } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import type { TeamMeeting } from '#domain/meeting.ts'
import { ProblemError } from '#domain/problem.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

interface By {
  readonly by: string
  readonly byName: string
}

/** Records a meeting; returns its id. */
export function recordMeeting(records: Commit, meeting: TeamMeeting, { by, byName }: By): Promise<string> {
  const detail = { unit: meeting.unitId, on: formatDate(meeting.heldOn), items: meeting.items.length }
  return records.commit({ actor: by, action: 'meeting.record', detail }, async (tx) => {
    const { rows } = await sql<{ meeting_id: string }>`
      insert into team_meeting
        (meeting_id, version, unit_id, held_on, presider_id, minutes, recorded_by, recorded_by_name)
      values (uuidv7(), 1, ${meeting.unitId}, ${formatDate(meeting.heldOn)}::date, ${meeting.presiderId},
        ${JSON.stringify(meeting)}::jsonb, ${by}, ${byName})
      returning meeting_id`.execute(tx)
    return rows[0]?.meeting_id ?? ''
  })
}

export interface MeetingCorrection {
  readonly meetingId: string
  /** The version that it is made on. */
  readonly version: number
  /** Undefined: the record is withdrawn. */
  readonly meeting: TeamMeeting | undefined
  readonly reason: string
}

/**
 * Adds a version that stands instead of the last one; returns its number.
 * @throws ProblemError `meeting-changed` where somebody recorded another version since, or withdrew it
 */
export function correctMeeting(records: Commit, correction: MeetingCorrection, { by, byName }: By): Promise<number> {
  const { meetingId, version, meeting, reason } = correction
  const action = meeting ? 'meeting.correct' : 'meeting.withdraw'
  return records.commit({ actor: by, action, subject: meetingId, detail: { version, reason } }, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtext('zhiren meeting ' || ${meetingId}))`.execute(tx)
    const { rows } = await sql<{ version: number }>`
      insert into team_meeting
        (meeting_id, version, unit_id, held_on, presider_id, minutes, reason, recorded_by, recorded_by_name)
      select meeting_id, version + 1, coalesce(${meeting?.unitId ?? null}, unit_id),
        coalesce(${meeting ? formatDate(meeting.heldOn) : null}::date, held_on),
        coalesce(${meeting?.presiderId ?? null}, presider_id), ${meeting ? JSON.stringify(meeting) : null}::jsonb,
        ${reason}, ${by}, ${byName}
      from (
        select * from team_meeting where meeting_id = ${meetingId}::uuid order by version desc limit 1
      ) as last
      where version = ${version} and minutes is not null
      returning version`.execute(tx)
    const [made] = rows
    if (!made) throw meetingChanged(await lastHand(tx, meetingId))
    return made.version
  })
}

async function lastHand(tx: Kysely<Database>, meetingId: string): Promise<string> {
  const { rows } = await sql<{ by: string }>`
    select recorded_by_name as by from team_meeting where meeting_id = ${meetingId}::uuid
    order by version desc limit 1`.execute(tx)
  return rows[0]?.by ?? ''
}

const meetingChanged = (by: string): ProblemError =>
  new ProblemError({
    code: 'meeting-changed',
    message: {
      zh: `打开本页以后，${by}更正或者撤回了这次会议的记录，这次没有写入。`,
      en: `Since the page was opened ${by} corrected or withdrew the record of this meeting. Nothing was written.`,
    },
    mend: { zh: '重新打开会议记录，再更正。', en: 'Open the record again, then correct it.' },
  })
