/** Situations of an account drawn from a number: who it is, and what it was granted, by whom and until when. */
import { type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { grantAccess, linkAccount, type Records, readGrants, withdrawGrant } from '#records/index.ts'
import { type FactRow, Facts, type GrantWords, heldClasses, type Situation } from './model.ts'

/** Numbers that look drawn and are the same each time (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const oneOf = <T>(draw: () => number, list: readonly T[]): T | undefined =>
  list[Math.floor(draw() * list.length)]

export async function readRows({ database }: Pick<Records, 'database'>, table: TableName): Promise<readonly FactRow[]> {
  // All tables in one: their columns are given by name.
  const named = Object.keys(tableOf(table).fields) as 'cadre_id'[]
  const rows = await database
    .selectFrom(table as 'cadres')
    .select(named)
    .orderBy(named.map((name) => `${name} asc` as const))
    .execute()
  return rows as readonly FactRow[]
}

export async function readFacts(records: Pick<Records, 'database'>): Promise<Facts> {
  const tables = new Map<TableName, readonly FactRow[]>()
  for (const table of tableNames) tables.set(table, await readRows(records, table))
  return new Facts(tables)
}

function drawGrant(facts: Facts, draw: () => number): GrantWords {
  const authorities = [...new Set(facts.rows('cadres').map(({ authority_unit_id }) => String(authority_unit_id)))]
  const units = [...authorities, ...facts.rows('units').map(({ unit_id }) => String(unit_id))]
  const levels = [
    ...new Set(facts.rows('positions').flatMap(({ post_level }) => (post_level ? [String(post_level)] : []))),
  ]
  return {
    unitId: draw() < 0.25 ? undefined : oneOf(draw, units),
    levels: draw() < 0.6 ? undefined : [oneOf(draw, levels) ?? ''],
    classes: draw() < 0.5 ? heldClasses : ['personnel', ...heldClasses.slice(1).filter(() => draw() < 0.6)],
    state: draw() < 0.8 ? 'holds' : (oneOf(draw, ['withdrawn', 'ended', 'not-begun'] as const) ?? 'holds'),
  }
}

export function drawSituation(facts: Facts, draw: () => number): Situation {
  const withKin = facts
    .rows('relatives')
    .flatMap(({ cadre_id, relative_cadre_id }) => (relative_cadre_id ? [String(cadre_id)] : []))
  const own = draw() < 0.7 ? oneOf(draw, withKin.length > 0 && draw() < 0.7 ? withKin : facts.people) : undefined
  return { own, grants: Array.from({ length: 1 + Math.floor(draw() * 3) }, () => drawGrant(facts, draw)) }
}

const purposes = ['核对', '年度考核', '换届考察']
const day = 24 * 60 * 60 * 1000
const at = (days: number): Date => new Date(Date.now() + days * day)
const terms: Readonly<Record<GrantWords['state'], { readonly startsAt?: Date; readonly endsAt?: Date }>> = {
  holds: { startsAt: at(-2), endsAt: at(2) },
  withdrawn: { startsAt: at(-2) },
  ended: { startsAt: at(-2), endsAt: at(-1) },
  'not-begun': { startsAt: at(1) },
}

/** Brings the records to a situation: nothing that the account had before is left to it. */
export async function arrange(records: Records, account: string, { own, grants }: Situation): Promise<void> {
  const withdraw = (grantId: string) => withdrawGrant(records, { grantId, account, reason: '换下一种情形' }, 'security')
  for (const { grantId, withdrawn } of await readGrants(records.database, account))
    if (!withdrawn) await withdraw(grantId)
  await linkAccount(records, { account, cadreId: own, reason: '核对' }, 'head')
  for (const [index, { state, ...words }] of grants.entries()) {
    const purpose = purposes[index % purposes.length] ?? ''
    const grant = { account, purpose, basis: '分工文件', ...words, ...terms[state] }
    const grantId = await grantAccess(records, grant, 'security')
    if (state === 'withdrawn') await withdraw(grantId)
  }
}
