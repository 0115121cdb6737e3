import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MatterEffect, MatterOpening, MatterWrite } from '#domain/matter.ts'
import { ProblemError } from '#domain/problem.ts'
import { county, emptyRecords, sourceOf } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { readMatters } from '../queries/index.ts'
import { openMatter, recordMatterEvent } from './record-matter.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(sourceOf(county), { actor: 'test', source: 'county' })
})
afterAll(() => records?.close())

const recorder = { by: 'officer', byName: '林晓舟', on: 20260105 }
const opening: MatterOpening = {
  kind: 'tolerance',
  title: '事项',
  subject: { cadreId: 'C2' },
  handlers: ['officer'],
  reason: '理由',
}
const opened = () => openMatter(records, opening, recorder)

const acted = (matterId: string, version: number, writes: readonly MatterWrite[]) =>
  recordMatterEvent(records, { matterId, version, act: { kind: 'acted', act: 'rule', facts: {} }, writes }, recorder)

const undone = (matterId: string, version: number, event: number, undoes: readonly MatterEffect[]) =>
  recordMatterEvent(
    records,
    { matterId, version, act: { kind: 'effect-undone', event, reason: '收回' }, undoes },
    recorder,
  )

async function effectsOf(matterId: string): Promise<ReadonlyMap<number, readonly MatterEffect[]>> {
  const events = (await readMatters(records.database, { matterId })).get(matterId) ?? []
  return new Map(events.flatMap((event) => (event.kind === 'acted' ? [[event.seq, event.effect ?? []]] : [])))
}

async function facts(): Promise<unknown> {
  const { rows } = await sql<object>`
    select (select jsonb_agg(to_jsonb(c) - 'recorded_at' order by cadre_id) from cadres c) as cadres,
      (select jsonb_agg(to_jsonb(e) - 'recorded_at' order by event_id) from supervision e) as supervision,
      (select jsonb_agg(to_jsonb(s) - 'recorded_at' order by cadre_id, kind, decided_on) from sanctions s) as sanctions,
      (select jsonb_agg(to_jsonb(h) - 'recorded_at' order by cadre_id, title) from honours h) as honours`.execute(
    records.database,
  )
  return rows[0]
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  try {
    await work
    return undefined
  } catch (error) {
    if (error instanceof ProblemError) return error.problems[0]?.code
    throw error
  }
}

const yes = fc.constantFrom('true', 'false')
const writes: fc.Arbitrary<MatterWrite> = fc.oneof(
  yes.map((reserve) => ({ table: 'cadres' as const, row: { cadre_id: 'C2', reserve } })),
  fc.record({ event_id: fc.constantFrom('M1', 'M2', '+M'), tolerated: yes }).map((row) => ({
    table: 'supervision' as const,
    row: { ...row, cadre_id: 'C2', kind: 'talk', on: '2026-01-05' },
  })),
  fc.constantFrom('2026-07-05', null).map((until) => ({
    table: 'sanctions' as const,
    row: { cadre_id: 'C2', kind: 'admonition', decided_on: '2026-01-05', until },
  })),
  fc.constantFrom('嘉奖', '三等功').map((title) => ({
    table: 'honours' as const,
    row: { cadre_id: 'C2', title, on: '2026-01-05' },
  })),
)

test('what acts wrote is taken back one by one from the last, or at once, and nothing is left', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(writes, { minLength: 1, maxLength: 6 }), fc.boolean(), async (written, atOnce) => {
      const before = await facts()
      const matterId = await opened()
      let version = 1
      for (const write of written) version = await acted(matterId, version, [write])
      const effects = [...(await effectsOf(matterId))]
      if (atOnce)
        await undone(
          matterId,
          version,
          2,
          effects.flatMap(([, rows]) => rows),
        )
      else for (const [event, rows] of effects.toReversed()) version = await undone(matterId, version, event, rows)
      expect(await facts()).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

test('a row that must stand, and be about whom the matter is about, is not made up', async () => {
  const matterId = await opened()
  const row = { cadre_id: 'C2', kind: 'inspection', on: '2026-01-01' }
  await acted(matterId, 1, [{ table: 'supervision', row: { event_id: 'S1', ...row } }])
  const before = await facts()
  const standing = { subject: opening.subject }
  const shield = (event_id: string, meant: NonNullable<MatterWrite['standing']>) =>
    acted(matterId, 2, [{ table: 'supervision', row: { event_id, tolerated: 'true' }, standing: meant }])
  expect(await codeOf(shield('NONE', standing))).toBe('matter-row-unknown')
  expect(await codeOf(shield('+S', standing))).toBe('matter-row-unknown')
  expect(await codeOf(shield('S1', { subject: { cadreId: 'C1' } }))).toBe('matter-row-unknown')
  expect(await codeOf(shield('S1', { ...standing, kinds: ['audit'] }))).toBe('matter-row-unknown')
  expect(await facts()).toEqual(before)
  expect(await codeOf(shield('S1', { ...standing, kinds: ['inspection'] }))).toBeUndefined()
})
