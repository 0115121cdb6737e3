import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clerk, county, emptyRecords, sourceOf } from './fixtures.ts'
import type { EditedElement, Records } from './index.ts'
import { readKnownElements, readRequirementVersions, readSeat } from './queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  const { units, positions } = county
  await records.importTables(sourceOf({ units, positions }), clerk)
})
afterAll(() => records?.close())

const finance: EditedElement = { facet: 'knowledge', element: '财政金融', level: 4, weight: 2 }
const planning: EditedElement = { facet: 'practice', element: '统筹谋划', level: 4, weight: null }
const spirit: EditedElement = { facet: 'party-spirit', element: '组织纪律观念', level: 4, weight: null }

const versions = (seat = 'P1') => readRequirementVersions(records.database, seat)
const standing = async (seat = 'P1') => (await versions(seat))[0]?.version ?? ''

async function edit(elements: readonly EditedElement[], reason = '按分工调整', seat = 'P1', basedOn?: string) {
  const from = basedOn ?? (await standing(seat))
  await records.editRequirements(
    { positionId: seat, basedOn: from, reason, signedBy: '干部科 林晓舟', elements },
    'officer',
  )
}

const said = (elements: readonly EditedElement[]) =>
  elements.map(({ element, level, weight }) => ({ element, level, weight }))

describe('what a seat asks for', () => {
  beforeEach(async () => {
    if ((await versions())[0]?.elements.length) await edit([], '回到要求库')
  })

  it('is edited as a whole, and every earlier version stays with who changed it and why', async () => {
    await edit([planning, finance, spirit], '新设财政监督职责')
    const first = await standing()
    await edit([{ ...finance, level: 5 }, planning], '化债任务重')
    const [second, before] = await versions()
    expect(second).toMatchObject({ reason: '化债任务重', signed_by: '干部科 林晓舟' })
    expect(said(second?.elements ?? [])).toEqual(said([{ ...finance, level: 5 }, planning]))
    expect(before).toMatchObject({ version: first, reason: '新设财政监督职责' })
    expect(said(before?.elements ?? [])).toEqual(said([finance, spirit, planning]))
    // What was not touched is known since the first version, what was changed since the second.
    expect(second?.elements.map(({ since }) => since)).toEqual([second?.version, first])
  })

  it('leaves its entry in the audit', async () => {
    await edit([finance], '新设')
    const { rows } = await sql`select actor, action, subject, detail from audit order by id desc limit 1`.execute(
      records.database,
    )
    expect(rows[0]).toMatchObject({
      actor: 'officer',
      action: 'requirements.edit',
      subject: 'P1',
      detail: { reason: '新设', counts: { insert: 1 } },
    })
    expect((await records.verifyAudit()).brokenAt).toBeUndefined()
  })

  it('goes back to an earlier version as a new edit', async () => {
    await edit([finance, planning])
    const old = (await versions())[0]?.elements ?? []
    await edit([planning])
    await edit(old, '恢复')
    expect(said((await versions())[0]?.elements ?? [])).toEqual(said([finance, planning]))
  })

  it('is empty again where the seat is to follow the library', async () => {
    await edit([finance])
    await edit([], '沿用要求库')
    expect((await versions())[0]).toMatchObject({ reason: '沿用要求库', elements: [] })
  })

  it('is not changed from a version that somebody else has changed since', async () => {
    const seen = await standing()
    await edit([finance], '甲改')
    await expect(edit([planning], '乙改', 'P1', seen)).rejects.toMatchObject({
      problems: [{ code: 'requirements-changed' }],
    })
    expect((await versions())[0]?.reason).toBe('甲改')
  })

  it('is changed by one of two who save at once', async () => {
    const seen = await standing()
    const both = await Promise.allSettled([edit([finance], '甲', 'P1', seen), edit([planning], '乙', 'P1', seen)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('is known to a snapshot as it stood at a moment', async () => {
    await edit([finance])
    const moment = new Date(Date.parse(await standing()) + 2)
    await new Promise((resume) => setTimeout(resume, 5))
    await edit([planning])
    const then = await records.readSnapshot(20261122, { tables: ['requirements'], knownAt: moment })
    expect(then.tables.requirements.length).toBe(1)
  })

  it('of another seat is left alone', async () => {
    await edit([finance], '副职', 'P2')
    await edit([planning])
    expect((await versions('P2'))[0]?.elements).toHaveLength(1)
  })
})

describe('an edit that is not sound is refused, and nothing is written', () => {
  it.each([
    ['requirement-reason-missing', [finance], ' '],
    ['requirement-facet-unknown', [{ ...finance, facet: 'courage' }], '改'],
    ['requirement-element-missing', [{ ...finance, element: '  ' }], '改'],
    ['requirement-level-outside', [{ ...finance, level: 6 }], '改'],
    ['requirement-level-outside', [{ ...finance, level: 2.5 }], '改'],
    ['requirement-weight-negative', [{ ...finance, weight: -1 }], '改'],
    ['requirement-element-twice', [finance, { ...finance, element: ' 财政金融' }], '改'],
    ['requirements-weightless', [{ ...finance, weight: 0 }, spirit], '改'],
  ] as const)('%s', async (code, elements, reason) => {
    const before = await versions()
    await expect(edit(elements, reason)).rejects.toMatchObject({ problems: [{ code }] })
    expect(await versions()).toEqual(before)
  })

  it('as is one that changes nothing', async () => {
    await edit([finance], '改', 'P2').catch(() => undefined)
    await expect(edit([finance], '再存一次', 'P2')).rejects.toMatchObject({
      problems: [{ code: 'requirements-unchanged' }],
    })
  })
})

it('a version that came with an import names nobody', async () => {
  const requirements = [{ position_id: 'P2', facet: 'style', element: '担当作为', level: '3' }]
  await records.importTables(sourceOf({ requirements }), clerk)
  const [newest] = await versions('P2')
  expect(newest).toMatchObject({ reason: null, signed_by: null })
})

it('a seat is read whether or not it is vacant, and elements with how many were assessed on them', async () => {
  expect(await readSeat(records.database, 'P2')).toMatchObject({
    title: '副局长',
    sector: 'finance',
    vacant_from: null,
  })
  expect(await readSeat(records.database, 'nowhere')).toBeUndefined()
  expect(await readKnownElements(records.database)).toContainEqual({
    facet: 'style',
    element: '担当作为',
    people: 0,
    seats: 1,
  })
})

it('the record of edits cannot be rewritten', async () => {
  await expect(
    records.commit({ actor: 'x', action: 'x' }, (tx) => sql`update requirement_edit set reason = 'x'`.execute(tx)),
  ).rejects.toThrow('append-only')
})
