import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { textAt } from '#domain/columns.ts'
import type { TrackAct } from '#domain/track.ts'
import { clerk, county, emptyRecords, sourceOf } from '../fixtures.ts'
import { type Records, recordTrackEvent } from '../index.ts'
import { readTrackEvents } from '../queries/index.ts'

let records: Records
let cadreId: string
beforeAll(async () => {
  records = await emptyRecords()
  const { units, cadres } = county
  await records.importTables(sourceOf({ units, cadres }), clerk)
  const { rows } = await sql<{ cadre_id: string }>`select cadre_id from cadres order by cadre_id limit 1`.execute(
    records.database,
  )
  cadreId = rows[0]?.cadre_id ?? ''
})
afterAll(() => records?.close())

const record = (version: number, act: TrackAct, id = cadreId) =>
  recordTrackEvent(records, { cadreId: id, version, act }, { by: 'officer', byName: '林晓舟', on: 20261120 })
const track = async () => {
  const { cadre_id, track } = (await records.readSnapshot(20261231)).tables.cadres.columns
  const row = Array.from(cadre_id.codes, (_, at) => at).find((at) => textAt(cadre_id, at) === cadreId)
  return textAt(track, row ?? -1)
}
const confirm = (track: 'generalist' | 'specialist'): TrackAct => ({ kind: 'confirmed', track, reason: '部务会研究' })

it('writes the track into the record, keeps who and why, and puts back what stood before', async () => {
  const before = await track()
  expect(await record(0, confirm('specialist'))).toBe(1)
  expect(await track()).toBe('specialist')
  await record(1, confirm('generalist'))
  await record(2, { kind: 'undone', reason: '录错' })
  expect(await track()).toBe('specialist')
  await record(3, { kind: 'undone', reason: '录错' })
  expect(await track()).toBe(before)
  expect((await readTrackEvents(records.database, cadreId)).get(cadreId)).toMatchObject([
    { seq: 1, kind: 'confirmed', track: 'specialist', reason: '部务会研究', byName: '林晓舟', on: 20261120 },
    { seq: 2, before: 'specialist' },
    { seq: 3, kind: 'undone' },
    { seq: 4, kind: 'undone' },
  ])
})

it('refuses what is made on an old version, an undo of nothing, and nobody', async () => {
  await expect(record(0, confirm('specialist'))).rejects.toMatchObject({
    problems: [
      { code: 'track-changed', message: { zh: '打开本页以后，林晓舟已确认过这位干部的培养方向，这次没有写入。' } },
    ],
  })
  await expect(record(4, { kind: 'undone', reason: '再撤' })).rejects.toMatchObject({
    problems: [{ code: 'track-nothing-to-undo' }],
  })
  await expect(record(0, confirm('specialist'), 'C9')).rejects.toMatchObject({ problems: [{ code: 'track-no-cadre' }] })
})

it('nothing that was recorded can be changed', async () => {
  const write = records.commit({ actor: 'test', action: 'test' }, (tx) =>
    sql`update track_event set reason = '改'`.execute(tx),
  )
  await expect(write).rejects.toThrow(/append-only/)
})
