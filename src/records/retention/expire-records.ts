/** Deletes records of one kind whose time is over: by a person, never by itself, written down by kind and day. */
import type { Pool, PoolClient } from 'pg'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import { commit } from '../commit.ts'
import { type ExpiringKind, expiringRows } from './expiring-rows.ts'
import { setRefusals } from './refusals-aside.ts'

export interface Expiry {
  readonly kind: ExpiringKind
  /** What was over before this day. */
  readonly until: DateCode
  readonly reason: string
  readonly decidedBy: string
  readonly decidedByName: string
}

/** How many rows were deleted. @throws ProblemError `expiry-by-system` */
export async function expireRecords(owning: Pool, expiry: Expiry): Promise<number> {
  const { kind, decidedBy, decidedByName, reason } = expiry
  if (decidedBy === 'system') throw nobodyDecided()
  const until = formatDate(expiry.until)
  const detail: Record<string, unknown> = { kind, until }
  return commit(owning, { actor: decidedBy, action: 'records.expire', detail }, async (session) => {
    let rows = 0
    for (const { table, where } of expiringRows[kind]) rows += await deleteFrom(session, table, where, until)
    detail['rows'] = rows
    await session.query(
      'insert into expiry (kind, until, rows, reason, decided_by, decided_by_name) values ($1, $2, $3, $4, $5, $6)',
      [kind, until, rows, reason, decidedBy, decidedByName],
    )
    return rows
  })
}

async function deleteFrom(session: PoolClient, table: string, where: string, until: string): Promise<number> {
  const { rows } = await session.query(`select from ${table} where ${where} limit 1`, [until])
  if (rows.length === 0) return 0
  await setRefusals(session, table, 'disable')
  const { rowCount } = await session.query(`delete from ${table} where ${where}`, [until])
  await session.query('set constraints all immediate')
  await setRefusals(session, table, 'enable')
  return rowCount ?? 0
}

const nobodyDecided = (): ProblemError =>
  new ProblemError({
    code: 'expiry-by-system',
    message: {
      zh: '删除须由具名的人决定，没有删除任何内容。',
      en: 'A named person decides on a deletion; nothing was deleted.',
    },
    mend: {
      zh: '由部领导在「保存期限」页确认。',
      en: 'The head of the department confirms it on the page “Retention”.',
    },
  })
