/** What holds in the records whatever broke: every event with its audit entry and the other way round, the chain whole. */
import type { PoolClient, Client as Session } from 'pg'
import { checkAudit } from '../../../src/records/keeping/check-audit.ts'
import { must } from './activity.ts'

/** Events and audit entries of one kind of course that have no counterpart. */
async function unmatched(database: Session, kind: 'case' | 'matter'): Promise<number> {
  const { rows } = await database.query(
    `with event as (
       select ${kind}_id::text as subject, seq, case when kind = 'acted' then act ->> 'act' else kind end as done
       from ${kind}_event where seq > 1
     ), entry as (
       select subject, (detail ->> 'version')::integer + 1 as seq, substr(action, ${kind.length + 2}) as done
       from audit where action like '${kind}.%' and detail ? 'version' and subject is not null
     )
     select (select count(*) from (select * from event except all select * from entry) as one)::integer
       + (select count(*) from (select * from entry except all select * from event) as one)::integer as unmatched`,
  )
  return rows[0].unmatched
}

/** States that an import can be in, with the entry that put it there. */
async function importsWithoutEntry(database: Session): Promise<number> {
  const { rows } = await database.query(
    `select count(*)::integer as missing from import
     where (state in ('applied', 'undone')) <> exists (
         select from audit where action = 'import.apply' and subject = import.import_id::text)
       or (state = 'undone') <> exists (select from audit where action = 'import.undo' and subject = import.import_id::text)`,
  )
  return rows[0].missing
}

export async function verifyInvariants(database: Session): Promise<number> {
  for (const kind of ['case', 'matter'] as const) {
    const without = await unmatched(database, kind)
    must(without === 0, `${without} events of ${kind}s and audit entries do not match`)
  }
  const missing = await importsWithoutEntry(database)
  must(missing === 0, `${missing} imports without their audit entry`)
  const { rows } = await database.query('select count(*)::integer as prepared from pg_prepared_xacts')
  must(rows[0].prepared === 0, 'no transaction is left open')
  const found = await checkAudit(database as unknown as PoolClient)
  must(found.fault === undefined, `the audit chain is broken: ${JSON.stringify(found)}`)
  return found.entries
}
