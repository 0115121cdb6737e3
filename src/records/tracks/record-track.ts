/** A person confirms the track of a cadre, or takes the last confirmation back; `cadres.track` changes in the same transaction. */
import { type Kysely, sql } from 'kysely'
import { formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { standingConfirmation, type Track, type TrackAct } from '#domain/track.ts'
import type { Recorder } from '../cases/record-event.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'
import { readTrackEvents } from '../queries/tracks.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

export interface NewTrackEvent {
  readonly cadreId: string
  /** The version that it was made on; 0 where nothing was confirmed yet. */
  readonly version: number
  readonly act: TrackAct
}

/**
 * Adds an entry; returns the version it made.
 * @throws ProblemError `track-changed` where somebody recorded something since or the record was edited, `track-no-cadre`,
 * `track-nothing-to-undo`: then nothing is written
 */
export function recordTrackEvent(
  records: Commit,
  { cadreId, version, act }: NewTrackEvent,
  recorder: Recorder,
): Promise<number> {
  const detail = { reason: act.reason, ...(act.kind === 'confirmed' ? { track: act.track } : {}) }
  const entry = { actor: recorder.by, action: `track.${act.kind}`, subject: cadreId, detail }
  return records.commit(entry, async (tx) => {
    const { rows } = await sql<{ track: Track | null }>`
      select track from cadres where cadre_id = ${cadreId} for update`.execute(tx)
    const [cadre] = rows
    if (!cadre) throw noCadre(cadreId)
    const events = (await readTrackEvents(tx, cadreId)).get(cadreId) ?? []
    if ((events.at(-1)?.seq ?? 0) !== version) throw changed(events.at(-1)?.byName)
    const stands = standingConfirmation(events)
    if (act.kind === 'undone' && !stands) throw nothingToUndo()
    if (act.kind === 'undone' && (cadre.track ?? undefined) !== stands?.track) throw changed()
    const track = (act.kind === 'confirmed' ? act.track : stands?.before) ?? null
    if (track !== cadre.track) await sql`update cadres set track = ${track} where cadre_id = ${cadreId}`.execute(tx)
    await sql`
      insert into track_event
        (cadre_id, seq, kind, track, before, reason, happened_on, recorded_by, recorded_by_name)
      values (${cadreId}, ${version + 1}, ${act.kind}, ${track}, ${cadre.track}, ${act.reason},
        ${formatDate(recorder.on)}::date, ${recorder.by}, ${recorder.byName})`.execute(tx)
    return version + 1
  })
}

const refusal = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

/** An import may have changed it, which is nobody's act. */
const changed = (by?: string): ProblemError =>
  refusal(
    'track-changed',
    by === undefined
      ? {
          zh: '打开本页以后，这位干部的培养方向已有新的记录，这次没有写入。',
          en: 'The track of this cadre was changed since the page was opened. Nothing was written.',
        }
      : {
          zh: `打开本页以后，${by}已确认过这位干部的培养方向，这次没有写入。`,
          en: `Since the page was opened ${by} recorded the track of this cadre. Nothing was written.`,
        },
    { zh: '刷新看过新的记录，再确认。', en: 'Look at the new record, then confirm again.' },
  )

const noCadre = (cadreId: string): ProblemError =>
  refusal(
    'track-no-cadre',
    { zh: `没有编号为 ${cadreId} 的干部。`, en: `There is no cadre ${cadreId}.` },
    { zh: '从花名册里选人。', en: 'Choose somebody of the roster.' },
  )

const nothingToUndo = (): ProblemError =>
  refusal(
    'track-nothing-to-undo',
    { zh: '没有可以撤销的确认。', en: 'There is no confirmation to take back.' },
    { zh: '刷新后再看。', en: 'Reload and look again.' },
  )
