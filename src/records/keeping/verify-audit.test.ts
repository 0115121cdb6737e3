import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Client, Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { emptyRecords } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { type Checkpoint, readCheckpointFile, signCheckpoint } from './checkpoint.ts'
import { readPublicKeys, type SigningKey, signingKeyOrNew } from './key-files.ts'
import { type AuditVerification, verifyAuditLog } from './verify-audit.ts'

const length = 24
const signedAt = [8, 16, length]
let folder: string
let records: Records
let key: SigningKey
let owner: Client
let reading: Pool
let checkpointFile: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-test-'))
  checkpointFile = join(folder, 'audit-checkpoints.jsonl')
  key = signingKeyOrNew(join(folder, 'keys', 'audit-signing.pem'))
  records = await emptyRecords()
  owner = new Client(records.connection)
  await owner.connect()
  reading = new Pool(records.connection)
  for (let entry = 1; entry <= length; entry += 1) {
    const detail = entry % 3 === 0 ? { 说明: `第 ${entry} 条\t"\u0001`, n: [entry, null, 1.5] } : undefined
    const subject = entry % 2 === 0 ? { subject: `C${entry}` } : {}
    await records.commit(
      { actor: '王', action: `act-${entry}`, ...subject, ...(detail ? { detail } : {}) },
      async () => undefined,
    )
    if (signedAt.includes(entry))
      await records.makeCheckpoint({ key, file: checkpointFile, digest: entry === 16 ? 'sm3' : 'sha256' })
  }
  await owner.query('create table kept as select * from audit')
})
afterAll(async () => {
  await owner?.end()
  await reading?.end()
  await records?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** As the owner of the database, who may switch off whatever protects it. */
const asOwner = (statement: string) =>
  owner.query(`set session_replication_role = replica; ${statement}; set session_replication_role = origin`)
const restoreLog = () => asOwner('truncate audit; insert into audit select * from kept')
beforeEach(restoreLog)

/** Makes the whole chain fit again, as somebody would who knows how it is made. */
const rehash = (from: number, to = 1000) =>
  asOwner(`do $$ declare each audit; last text := coalesce((select hash from audit where id < ${from} order by id desc limit 1), '');
    begin for each in select * from audit where id >= ${from} and id <= ${to} order by id loop
      each.previous_hash := last; each.hash := audit_hash(each); last := each.hash;
      update audit set previous_hash = each.previous_hash, hash = each.hash where id = each.id;
    end loop; end $$`)

async function verify(options: { files?: readonly string[]; keys?: boolean } = {}): Promise<AuditVerification> {
  const session = await reading.connect()
  try {
    const keys = options.keys === false ? {} : { keys: readPublicKeys(`${key.file}.pub`) }
    return await verifyAuditLog(session, { files: options.files ?? [checkpointFile], ...keys })
  } finally {
    session.release()
  }
}

describe('an intact log', () => {
  test('is never accused, and its checkpoints hold under either digest', async () => {
    const report = await verify()
    expect(report.fault).toBeUndefined()
    expect(report).toMatchObject({ entries: length, checkpoints: { checked: 3, last: { entry: length }, refused: [] } })
  })

  test('nor while others write', async () => {
    const writing = Promise.all(
      Array.from({ length: 20 }, (_, at) => records.commit({ actor: 'a', action: `${at}` }, async () => undefined)),
    )
    const reports = await Promise.all([verify(), verify(), verify()])
    await writing
    expect(reports.map(({ fault }) => fault)).toEqual([undefined, undefined, undefined])
    expect(await records.verifyAudit()).toEqual({ entries: length + 20 })
  })
})

const columns = ['actor', 'action', 'subject', 'detail', 'at', 'recorded_at', 'hash', 'previous_hash', 'form'] as const
const changed: Record<(typeof columns)[number], string> = {
  actor: `actor || '甲'`,
  action: `action || 'x'`,
  subject: `coalesce(subject || 'x', 'C1')`,
  detail: `coalesce(detail, '{}') || '{"x": 1}'`,
  at: `at + interval '1 microsecond'`,
  recorded_at: `recorded_at - interval '1 microsecond'`,
  hash: 'md5(hash)',
  previous_hash: 'md5(previous_hash)',
  form: 'form + 1',
}
const entry = fc.integer({ min: 1, max: length })
/** Each changes the log; the fault must name an entry from `first` on, and no earlier one than `from` says. */
const attacks = fc.oneof(
  fc.record({
    kind: fc.constant('edit' as const),
    at: entry,
    column: fc.constantFrom(...columns),
    hidden: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: entry, count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('delete-and-renumber' as const), at: entry, hidden: fc.boolean() }),
  fc.record({ kind: fc.constant('swap' as const), at: entry, with: entry, hidden: fc.boolean() }),
  fc.record({ kind: fc.constant('truncate' as const), at: entry }),
  fc.record({ kind: fc.constant('insert' as const), at: entry, hidden: fc.boolean() }),
)
type Attack = typeof attacks extends fc.Arbitrary<infer A> ? A : never

/** Does it; the number of the first entry that is not what it was. */
async function strike(attack: Attack): Promise<number> {
  const { at } = attack
  const shift = (by: number) =>
    `update audit set id = id + 1000 where id > ${at}; update audit set id = id - 1000 + ${by} where id > 1000`
  if (attack.kind === 'edit')
    await asOwner(`update audit set ${attack.column} = ${changed[attack.column]} where id = ${at}`)
  if (attack.kind === 'delete') await asOwner(`delete from audit where id between ${at} and ${at + attack.count - 1}`)
  if (attack.kind === 'delete-and-renumber') await asOwner(`delete from audit where id = ${at}; ${shift(-1)}`)
  if (attack.kind === 'truncate') await asOwner(`delete from audit where id >= ${at}`)
  if (attack.kind === 'insert') {
    const copy = `insert into audit select ${at + 1}, at, actor, 'slipped-in', subject, detail, hash, md5(hash), recorded_at, form from kept where id = ${at}`
    await asOwner(`${shift(1)}; ${copy}`)
  }
  if (attack.kind === 'swap') {
    await asOwner(
      `update audit set id = -1 where id = ${at}; update audit set id = ${at} where id = ${attack.with}; update audit set id = ${attack.with} where id = -1`,
    )
  }
  const first = attack.kind === 'swap' ? Math.min(at, attack.with) : attack.kind === 'insert' ? at + 1 : at
  if ('hidden' in attack && attack.hidden) await rehash(first)
  return first
}

/** What comes after the last checkpoint is held by the chain alone: one more entry that fits it cannot be told. */
const isAppended = (attack: Attack): boolean => attack.kind === 'insert' && attack.at === length && attack.hidden
const changesNothing = (attack: Attack): boolean => attack.kind === 'swap' && attack.at === attack.with
const isRehashOnly = (attack: Attack): boolean =>
  attack.kind === 'edit' && attack.hidden && (attack.column === 'hash' || attack.column === 'previous_hash')
test('whatever its owner changes is found, and the first entry that does not fit is named', async () => {
  await fc.assert(
    fc.asyncProperty(attacks, async (attack) => {
      fc.pre(!changesNothing(attack) && !isRehashOnly(attack) && !isAppended(attack))
      await restoreLog()
      const first = await strike(attack)
      const { fault } = await verify()
      expect(fault, JSON.stringify(attack)).toBeDefined()
      expect(fault?.from).toBeLessThanOrEqual(first)
      expect(fault?.entry).toBeGreaterThanOrEqual(first)
      const isNamed = !('hidden' in attack && attack.hidden)
      if (isNamed && attack.kind === 'edit') expect(fault).toMatchObject({ entry: first, ...namedAs(attack.column) })
      if (isNamed && attack.kind === 'delete') expect(fault?.entry).toBe(first)
    }),
    { numRuns: 150 },
  )
}, 60_000)

const namedAs = (column: string) =>
  column === 'action' || column === 'form' ? {} : { action: expect.stringMatching(/^act-/) }

describe('signed checkpoints', () => {
  test('find a log that was cut off and one that was rewritten with its chain', async () => {
    await asOwner('delete from audit where id > 20')
    expect((await verify()).fault).toMatchObject({ kind: 'cut-off', entry: 21, from: 17 })
    expect((await verify({ keys: false })).fault).toBeUndefined()
    await restoreLog()
    await asOwner("update audit set actor = '李' where id = 10")
    await rehash(10)
    expect((await verify()).fault).toMatchObject({ kind: 'rewritten', entry: 16, from: 9 })
    expect(await records.verifyAudit()).toEqual({ entries: length })
  })

  test('of the file hold when those of the database are gone or made anew with another key', async () => {
    await asOwner(
      "create temp table held as select * from audit_checkpoint; delete from audit_checkpoint; update audit set actor = '李' where id = 3",
    )
    await rehash(3)
    const { privateKey } = generateKeyPairSync('ed25519')
    const own = { id: key.id, key: privateKey, file: '', isNew: false }
    const forged: Checkpoint = signCheckpoint(
      { entry: 8, hash: 'x', digest: 'sha256', seal: 'x', at: '2026-01-01T00:00:00.000Z' },
      own,
    )
    await asOwner(
      `insert into audit_checkpoint values (8, 'x', '2026-01-01', 'sha256', 'x', '${key.id}', '${forged.signature}')`,
    )
    const report = await verify()
    expect(report.fault).toMatchObject({ kind: 'rewritten', entry: 8, from: 1 })
    expect(report.checkpoints.refused).toMatchObject([{ entry: 8 }])
    await asOwner('delete from audit_checkpoint; insert into audit_checkpoint select * from held; drop table held')
  })

  test('are not made over a log that does not fit, nor twice over the same one', async () => {
    expect(await records.makeCheckpoint({ key, file: checkpointFile })).toBeUndefined()
    await records.commit({ actor: 'a', action: 'more' }, async () => undefined)
    await asOwner(`update audit set actor = 'b' where id = ${length + 1}`)
    await expect(records.makeCheckpoint({ key, file: checkpointFile })).rejects.toMatchObject({
      problems: [{ code: 'audit-broken' }],
    })
  })

  test('wait for their rhythm', async () => {
    await records.commit({ actor: 'a', action: 'more' }, async () => undefined)
    expect(await records.makeCheckpoint({ key, file: checkpointFile }, { entries: 2, minutes: 60 })).toBeUndefined()
  })

  test('of a file that was being written are read up to its last whole line; others are refused by line', () => {
    const torn = join(folder, 'torn.jsonl')
    const [first] = readCheckpointFile(checkpointFile)
    writeFileSync(torn, `${JSON.stringify(first)}\n{"entry": 1`)
    expect(readCheckpointFile(torn)).toEqual([first])
    writeFileSync(torn, `${JSON.stringify(first)}\nnonsense\n`)
    expect(() => readCheckpointFile(torn)).toThrow('This line is no checkpoint.')
  })
})
