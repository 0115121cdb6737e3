import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BallotRoll, DecisionBallot } from '#domain/ballot.ts'
import { asOwner, emptyRecords, rowOf } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { readBallots } from '../queries/index.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

const design: DecisionBallot = {
  kind: 'decision',
  title: '讨论干部任免',
  heldOn: 20261123,
  classes: [{ id: 'A', label: 'A 类', due: 100 }],
  matters: [{ name: '王明', proposal: '拟任财政局局长' }],
  third: 'abstain',
}
const roll: BallotRoll = {
  voters: [
    { name: '赵一', classId: 'A', received: 'code' },
    { name: '钱二', classId: 'A', received: null },
  ],
  handed: {},
}
const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/** A ballot with codes `<name>-0` …, open. */
async function openBallot(name: string, codes: number): Promise<string> {
  const id = await records.ballots.create(design, roll, 'officer')
  const hashes = Array.from({ length: codes }, (_, index) => hashOf(`${name}-${index}`))
  await records.ballots.replaceCodes(id, { A: hashes }, 'officer')
  await records.ballots.open(id, 'officer')
  return id
}

const boxOf = async (id: string) => {
  const { rows } = await sql<{
    unused: number
    used: string[]
    sheets: string[]
    xmin: string
  }>`select cardinality(unused) as unused, array(select encode(code, 'hex') from unnest(used) code) as used, sheets, xmin
     from ballot_box where ballot_id = ${id}`.execute(records.database)
  const [box] = rows
  if (!box) throw new Error('no box')
  return box
}

/** What lies on the disk, earlier versions of rows with it. */
async function fileOfBox(): Promise<Buffer> {
  await asOwner(records, 'checkpoint')
  const [file] = await asOwner(records, "select pg_read_binary_file(pg_relation_filepath('ballot_box')) as bytes")
  return (file as { bytes: Buffer } | undefined)?.bytes ?? Buffer.alloc(0)
}

const entries = async (): Promise<number> => {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from audit`.execute(records.database)
  return rows[0]?.count ?? 0
}

const opinion = (index: number): string => JSON.stringify([[index % 3]])

describe('a code', () => {
  it('puts in exactly one sheet, however many phones send it at once', async () => {
    const id = await openBallot('crowd', 60)
    const attempts = Array.from({ length: 100 }, (_, index) => index % 60)
    const answers = await Promise.all(
      attempts.map((index) => records.ballots.cast(hashOf(`crowd-${index}`), opinion(index))),
    )
    expect(answers.filter((answer) => answer === 'cast')).toHaveLength(60)
    expect(answers.filter((answer) => answer === 'already-cast')).toHaveLength(40)
    expect((await boxOf(id)).sheets).toEqual(Array.from({ length: 60 }, (_, index) => opinion(index)).sort())
  })

  it('that is unknown, not open yet, or of a ballot that has ended opens nothing', async () => {
    const id = await records.ballots.create(design, roll, 'officer')
    await records.ballots.replaceCodes(id, { A: [hashOf('early')] }, 'officer')
    expect(await records.ballots.cast(hashOf('early'), '[[0]]')).toBe('unknown')
    expect(await records.ballots.findCode(hashOf('early'))).toBeUndefined()
    await records.ballots.open(id, 'officer')
    expect(await records.ballots.findCode(hashOf('early'))).toMatchObject({ classId: 'A', isUsed: false })
    await records.ballots.close(id, () => ({ report: {}, ratings: [] }), 'officer')
    expect(await records.ballots.cast(hashOf('early'), '[[0]]')).toBe('unknown')
    expect(await records.ballots.cast(hashOf('made-up'), '[[0]]')).toBe('unknown')
  })

  it('whose sheet was cut off before it was in may be sent again, and after that says so', async () => {
    const id = await openBallot('cut', 1)
    const held = records.commit({ actor: 'test', action: 'hold' }, async (session) => {
      await sql`select 1 from ballot_box where ballot_id = ${id} for update`.execute(session)
      const cast = records.ballots.cast(hashOf('cut-0'), '[[1]]').catch(() => 'cut off')
      await waitingIsKilled()
      return cast
    })
    expect(await held).toBe('cut off')
    expect((await boxOf(id)).sheets).toEqual([])
    expect(await records.ballots.cast(hashOf('cut-0'), '[[1]]')).toBe('cast')
    expect(await records.ballots.cast(hashOf('cut-0'), '[[2]]')).toBe('already-cast')
    expect((await boxOf(id)).sheets).toEqual(['[[1]]'])
  })
})

/** Ends whichever session waits to cast. Asked outside of the transaction, which would see one moment for good. */
async function waitingIsKilled(): Promise<void> {
  for (let ended = 0; ended === 0; ) {
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where wait_event_type = 'Lock' and query like 'update ballot_box%'`.execute(records.database)
    ended = rows.length
  }
}

describe('the box', () => {
  it('is the same whatever the order of the casts', async () => {
    const [one, other] = [await openBallot('one', 12), await openBallot('other', 12)]
    for (let index = 0; index < 12; index += 1) await records.ballots.cast(hashOf(`one-${index}`), opinion(index))
    for (let index = 11; index >= 0; index -= 1) await records.ballots.cast(hashOf(`other-${index}`), opinion(index))
    const [first, second] = [await boxOf(one), await boxOf(other)]
    expect(first.sheets).toEqual(second.sheets)
    expect(first.used).toEqual([...first.used].sort())
  })

  it('leaves nothing of a single cast: no row, no transaction, no audit entry', async () => {
    const id = await openBallot('trace', 8)
    const before = await entries()
    for (let index = 0; index < 8; index += 1) await records.ballots.cast(hashOf(`trace-${index}`), opinion(index))
    expect(await entries()).toBe(before)
    const { rows } = await sql<{ rows: number; moments: number }>`
      select (select count(*) from ballot_box where ballot_id = ${id})::integer as rows,
        (select count(*) from information_schema.columns
         where table_name in ('ballot_box', 'ballot_roll') and data_type ~ 'time|serial|identity' )::integer as moments`.execute(
      records.database,
    )
    expect(rows).toEqual([{ rows: 1, moments: 0 }])
    const { rows: shared } = await sql`
      select 1 from ballot_box box, ballot_roll roll where box.ballot_id = ${id} and roll.xmin = box.xmin
      union all select 1 from ballot_box box, ballot_step step where box.ballot_id = ${id} and step.xmin = box.xmin
      union all select 1 from ballot_box box, audit where box.ballot_id = ${id} and audit.xmin = box.xmin`.execute(
      records.database,
    )
    expect(shared).toEqual([])
  })

  it('keeps neither codes nor earlier versions once the ballot has ended', async () => {
    const id = await openBallot('ended', 5)
    for (let index = 0; index < 5; index += 1) await records.ballots.cast(hashOf(`ended-${index}`), opinion(index))
    expect((await fileOfBox()).includes(hashOf('ended-0'))).toBe(true)
    await records.ballots.close(id, () => ({ report: {}, ratings: [] }), 'officer')
    expect(await boxOf(id)).toMatchObject({ unused: 0, used: [] })
    expect((await fileOfBox()).includes(hashOf('ended-0'))).toBe(false)
  })

  it('of a cancelled ballot is emptied and never counted', async () => {
    const id = await openBallot('cancelled', 2)
    await records.ballots.cast(hashOf('cancelled-0'), '[[0]]')
    await records.ballots.cancel(id, '名单有误', 'officer')
    expect((await boxOf(id)).sheets).toEqual([])
    await expect(records.ballots.close(id, () => ({ report: {}, ratings: [] }), 'officer')).rejects.toMatchObject({
      problems: [{ code: 'ballot-ended' }],
    })
  })
})

describe('a ballot', () => {
  it('that cannot be counted stays open with all its sheets', async () => {
    const id = await openBallot('wrong', 3)
    await records.ballots.cast(hashOf('wrong-0'), '[[0]]')
    const fault = new Error('does not balance')
    const count = () => {
      throw fault
    }
    await expect(records.ballots.close(id, count, 'officer')).rejects.toBe(fault)
    expect(await boxOf(id)).toMatchObject({ unused: 2, sheets: ['[[0]]'] })
    expect(await records.ballots.cast(hashOf('wrong-1'), '[[2]]')).toBe('cast')
  })

  it('is read with how many have cast, and without a sheet', async () => {
    const id = await openBallot('read', 3)
    await records.ballots.cast(hashOf('read-0'), '[[2]]')
    const [read] = await readBallots(records.database, id)
    expect(read).toMatchObject({ progress: { A: { made: 3, cast: 1 } }, roll, steps: [{ step: 'opened' }] })
    expect(JSON.stringify(read)).not.toContain('[[2]]')
  })

  it('that has ended is not changed by anybody, not even in the database', async () => {
    const id = await openBallot('frozen', 1)
    await records.ballots.close(id, () => ({ report: { total: 0 }, ratings: [] }), 'officer')
    await expect(records.ballots.writeRoll(id, roll, 'officer')).rejects.toMatchObject({
      problems: [{ code: 'ballot-ended' }],
    })
    const forge = records.commit({ actor: 'admin', action: 'forge' }, (session) =>
      sql`update ballot_box set sheets = '{[[0]]}' where ballot_id = ${id}`.execute(session),
    )
    await expect(forge).rejects.toThrow('the ballot is closed')
    const rewrite = records.commit({ actor: 'admin', action: 'forge' }, (session) =>
      sql`update ballot_step set detail = '{}' where ballot_id = ${id}`.execute(session),
    )
    await expect(rewrite).rejects.toThrow('append-only')
  })

  it('hands its ratings to the analysis with nothing of the box but the marks', async () => {
    await records.importTables(
      {
        tables: ['units', 'cadres'],
        async *rows(table) {
          yield table === 'units' ? [unitRow] : [cadreRow]
        },
      },
      { actor: 'test', source: 'test' },
    )
    const id = await openBallot('rated', 1)
    const rating = { survey_id: id, on: '2026-11-23', channel: 'annual-rating', cadre_id: 'C9', rater_id: 'r1' }
    const marks = { rater_class: null, item: 'overall', score: 4, scale_max: 4 }
    const unknown = { ...rating, ...marks, cadre_id: 'nobody' }
    await records.ballots.close(id, () => ({ report: {}, ratings: [{ ...rating, ...marks }, unknown] }), 'officer')
    const { rows } = await sql`select cadre_id, score from ratings where survey_id = ${id}`.execute(records.database)
    expect(rows).toEqual([{ cadre_id: 'C9', score: 4 }])
  })
})

const unitRow = rowOf('units', { unit_id: 'U9', name: '县委', kind: 'party', level: 'county' })
const cadreRow = rowOf('cadres', { cadre_id: 'C9', name: '王明', authority_unit_id: 'U9' })
