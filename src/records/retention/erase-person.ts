/**
 * Deletes a person from every table (PIPL 47): rows that are the person's own, in the present and in the past, are deleted;
 * in everything else the id gives way to a pseudonym and the name to words. The audit log cannot be changed and is not: what
 * it keeps is counted. By the owner of the tables alone, in one transaction, with the decision of a named person.
 */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { invariant, ProblemError } from '#domain/problem.ts'
import { commit } from '../commit.ts'
import type { Database } from '../database.ts'
import { ownRows, untouched } from './person-places.ts'
import { setRefusals } from './refusals-aside.ts'
import { type Naming, sealedRowsNaming } from './sealed-copies.ts'
import { type Column, personTables, textTables } from './tables-of-people.ts'
import { erasedName, namesSurely, needlesOf, type Traces, withoutTraces } from './told-text.ts'

export interface Erasure {
  readonly cadreId: string
  readonly ground: 'retention' | 'request'
  readonly reason: string
  /** The account, and the name of who decided. */
  readonly decidedBy: string
  readonly decidedByName: string
}

export interface ErasureOutcome {
  readonly pseudonym: string
  readonly deleted: Readonly<Record<string, number>>
  readonly changed: Readonly<Record<string, number>>
  readonly remains: ErasureRemains
}

/** What cannot be deleted, or was left because it may be about somebody else. */
export interface ErasureRemains {
  /** Entries of the audit log that hold the id; those that hold the name or number as well. */
  readonly auditEntries: number
  readonly auditNamed: number
  /** Rows that hold the name of more than one person of the records, and no id: nobody can tell whom they mean. */
  readonly namesakes: number
  /** Papers of cases that the person had a part in, kept as files by the rules on archives. */
  readonly papers: number
}

/** A change of what stands still otherwise: whatever refuses changes, or keeps the past, is put aside in this transaction. */
interface Eraser {
  readonly session: PoolClient
  /** The same session, which reads what lies sealed. */
  readonly opened: Kysely<Database>
  readonly traces: Traces
  readonly pseudonym: string
  /** Makes a table changeable, once. */
  open(table: string): Promise<void>
}

/** Queries over a session that read what lies sealed. */
type Opened = (session: PoolClient) => Kysely<Database>

/** @throws ProblemError `erasure-no-person`; `erasure-by-system` where nobody decided */
export async function erasePerson(owning: Pool, erasure: Erasure, opened: Opened): Promise<ErasureOutcome> {
  if (erasure.decidedBy === 'system') throw nobodyDecided()
  const pseudonym = `erased-${randomBytes(6).toString('hex')}`
  const detail: Record<string, unknown> = { ground: erasure.ground }
  const entry = { actor: erasure.decidedBy, action: 'person.erase', subject: pseudonym, detail }
  return commit(owning, entry, async (session) => {
    await session.query("set constraints all immediate; set local lock_timeout = '20s'")
    const reading = opened(session)
    const traces = await tracesOf(session, erasure, reading)
    const changeable: string[] = []
    const eraser: Eraser = {
      session,
      opened: reading,
      traces,
      pseudonym,
      async open(table) {
        if (changeable.includes(table)) return
        await setRefusals(session, table, 'disable')
        changeable.push(table)
      },
    }
    const papers = await countPapers(session, traces.cadreId)
    const deleted = await deleteOwn(eraser)
    const { changed, namesakes } = await lookThrough(eraser)
    await session.query(
      `insert into erasure (pseudonym, ground, reason, tables, decided_by, decided_by_name) values ($1, $2, $3, $4, $5, $6)`,
      [
        pseudonym,
        erasure.ground,
        withoutTraces(traces, pseudonym)(erasure.reason),
        JSON.stringify({ deleted, changed }),
        erasure.decidedBy,
        erasure.decidedByName,
      ],
    )
    for (const table of changeable) await setRefusals(session, table, 'enable')
    detail['rows'] = sumOf(deleted) + sumOf(changed)
    return { pseudonym, deleted, changed, remains: { ...(await countAudit(session, traces)), namesakes, papers } }
  })
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

async function tracesOf(session: PoolClient, { cadreId }: Erasure, opened: Kysely<Database>): Promise<Traces> {
  const row = await opened
    .selectFrom('cadres')
    .select(['cadre_id', 'name', 'citizen_id'])
    .where('cadre_id', '=', cadreId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw noSuchPerson(cadreId)
  const { rows: longer } = await session.query<{ name: string }>(
    `select distinct name from (
       select name from cadres union all select name from past.cadres union all select name from relatives
       union all select name from units union all select title from positions) every
     where position($1 in name) > 0 and name <> $1`,
    [row.name],
  )
  return {
    cadreId,
    name: row.name,
    citizenNumber: row.citizen_id ?? undefined,
    longerNames: longer.map(({ name }) => name),
  }
}

/** Deletes the rows that are the person's own, those that refer to others first; returns how many by table. */
async function deleteOwn({ session, traces, open }: Eraser): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {}
  const remove = async (table: string, where: string): Promise<void> => {
    const { rows } = await session.query(`select from ${table} where ${where} limit 1`, parametersOf(where, traces))
    if (rows.length === 0) return
    await open(table)
    const { rowCount } = await session.query(`delete from ${table} where ${where}`, parametersOf(where, traces))
    deleted[table] = (deleted[table] ?? 0) + (rowCount ?? 0)
  }
  for (const { table, where } of ownRows) await remove(table, where)
  await forgetRelation(session, traces.cadreId, open)
  for (const table of await personTables(session)) await remove(table, 'cadre_id = $1')
  await remove('past.cadres', 'cadre_id = $1')
  await remove('public.cadres', 'cadre_id = $1')
  return deleted
}

const parametersOf = (where: string, { cadreId }: Traces): string[] => (where.includes('$1') ? [cadreId] : [])

/** In the families of others the relation stays, and nothing that says who it was. */
async function forgetRelation(session: PoolClient, cadreId: string, open: Eraser['open']): Promise<void> {
  for (const table of ['public.relatives', 'past.relatives']) {
    const where = 'where relative_cadre_id = $1 and cadre_id <> $1'
    const { rows } = await session.query(`select ctid::text as place from ${table} ${where}`, [cadreId])
    if (rows.length === 0) continue
    await open(table)
    for (const [at, { place }] of rows.entries())
      await session.query(
        `update ${table} set relative_cadre_id = null, name = $2, born_on = null, party = null, position_text = null,
           extra = null where ctid = $1::tid`,
        [place, `${erasedName}${at === 0 ? '' : at + 1}`],
      )
  }
}

/** Takes id, name and number out of all texts that are left; rows that only hold a name of several people stay as they are. */
async function lookThrough(eraser: Eraser): Promise<{ changed: Record<string, number>; namesakes: number }> {
  const { session, opened, traces } = eraser
  const isAlone = !(await hasNamesake(session, traces))
  const changed: Record<string, number> = {}
  let namesakes = 0
  const look = async (table: string, columns: readonly Column[], found: readonly Naming[]): Promise<void> => {
    const meant = found.filter(({ values }) => isAlone || Object.values(values).some(namesSurely(traces)))
    namesakes += found.length - meant.length
    const touched = await replaceIn(eraser, table, columns, meant)
    if (touched > 0) changed[table] = (changed[table] ?? 0) + touched
  }
  for (const { table, columns } of await textTables(session))
    if (!untouched.has(table)) await look(table, columns, await rowsNaming(session, table, columns, traces))
  for (const { table, columns, rows } of await sealedRowsNaming(opened, traces)) await look(table, columns, rows)
  return { changed, namesakes }
}

async function hasNamesake(session: PoolClient, { name }: Traces): Promise<boolean> {
  const { rows } = await session.query(
    'select from cadres where name = $1 union all select from past.cadres where name = $1 union all select from relatives where name = $1 limit 1',
    [name],
  )
  return rows.length > 0
}

async function rowsNaming(
  session: PoolClient,
  table: string,
  columns: readonly Column[],
  traces: Traces,
): Promise<readonly Naming[]> {
  const patterns = needlesOf(traces).map((needle) => `%${needle.replace(/[\\%_]/g, '\\$&')}%`)
  const holds = columns.map(({ name }) => `${name}::text like any ($1)`)
  const values = columns.map(({ name, key }, at) => `'${key}', case when ${holds[at]} then ${name}::text end`)
  // A function takes a hundred arguments at most.
  const objects: string[] = []
  for (let at = 0; at < values.length; at += 40)
    objects.push(`jsonb_strip_nulls(jsonb_build_object(${values.slice(at, at + 40).join(', ')}))`)
  const { rows } = await session.query<Naming>(
    `select ctid::text as place, ${objects.join(' || ')} as values from ${table} where ${holds.join(' or ')}`,
    [patterns],
  )
  return rows
}

async function replaceIn(
  { traces, pseudonym, session, open }: Eraser,
  table: string,
  columns: readonly Column[],
  rows: readonly Naming[],
): Promise<number> {
  const replaced = withoutTraces(traces, pseudonym)
  let touched = 0
  for (const { place, values, sealed } of rows) {
    const news = columns.flatMap(({ name, key, type }) => {
      const before = values[key]
      const after = before === undefined ? undefined : replaced(before)
      return after === undefined || after === before ? [] : [{ name, type, after: sealed?.(key, after) ?? after }]
    })
    if (news.length === 0) continue
    await open(table)
    const set = news.map(({ name, type }, at) => `${name} = $${at + 2}::${type}`).join(', ')
    await session.query(`update ${table} set ${set} where ctid = $1::tid`, [place, ...news.map(({ after }) => after)])
    touched += 1
  }
  return touched
}

async function countAudit(
  session: PoolClient,
  traces: Traces,
): Promise<Pick<ErasureRemains, 'auditEntries' | 'auditNamed'>> {
  const { cadreId, name, citizenNumber } = traces
  const { rows } = await session.query<{ entries: string; named: string }>(
    `select count(*) filter (where audit_names(subject, detail) @> array[$1]::text[] or detail::text like $2) as entries,
       count(*) filter (where detail::text like any ($3)) as named
     from audit`,
    [
      cadreId,
      `%"${cadreId}"%`,
      [name, ...(citizenNumber === undefined ? [] : [citizenNumber])].map(
        (one) => `%${one.replace(/[\\%_]/g, '\\$&')}%`,
      ),
    ],
  )
  const [row] = rows
  invariant(row, 'a count has a row')
  return { auditEntries: Number(row.entries), auditNamed: Number(row.named) }
}

/** Files of cases in which the person is named, beside those that are about the person alone. */
async function countPapers(session: PoolClient, cadreId: string): Promise<number> {
  const { rows } = await session.query<{ papers: string }>(
    `select count(*) as papers from case_paper where cadre_id is distinct from $1 and case_id in (
       select case_id from case_event where act::text like $2)`,
    [cadreId, `%"${cadreId}"%`],
  )
  return Number(rows[0]?.papers ?? 0)
}

const noSuchPerson = (cadreId: string): ProblemError =>
  new ProblemError({
    code: 'erasure-no-person',
    message: {
      zh: `记录里没有编号为 ${cadreId} 的人，没有删除任何内容。`,
      en: `Nobody with the id ${cadreId} is on record; nothing was deleted.`,
    },
    mend: { zh: '重新打开到期清单核对。', en: 'Open the list of what is due again.' },
  })

const nobodyDecided = (): ProblemError =>
  new ProblemError({
    code: 'erasure-by-system',
    message: {
      zh: '删除须由具名的人决定，没有删除任何内容。',
      en: 'A named person decides on a deletion; nothing was deleted.',
    },
    mend: {
      zh: '由部领导在「保存期限」页确认。',
      en: 'The head of the department confirms it on the page “Retention”.',
    },
  })
