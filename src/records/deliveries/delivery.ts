/** What sources handed in: a file that became an import, or a statement in words; and what became of each. */
import { type Kysely, type QueryExecutorProvider, sql } from 'kysely'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { invariant } from '#domain/problem.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

/** Words about one person, who is told by name and post: a source sees no list of people. */
export interface DeliveredStatement {
  readonly person: string
  readonly post: string
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly observedOn: string
  readonly aspect: Identifier<'aspect'>
  readonly tone: Identifier<'tone'>
  readonly event: string
  readonly text: string
  /** The number or name of the paper that it rests on. */
  readonly document: string
}

export interface Delivery {
  readonly deliveryId: string
  readonly channel: Identifier<'statementChannel'>
  readonly unitId: string | null
  readonly unitName: string | null
  readonly importId: string | null
  readonly statement: DeliveredStatement | null
  readonly deliveredBy: string
  readonly deliveredAt: Date
  readonly outcome: 'taken' | 'returned' | 'withdrawn' | null
  readonly reason: string | null
  readonly settledAt: Date | null
}

export interface NewDelivery {
  readonly channel: Identifier<'statementChannel'>
  readonly unitId: string | null
  readonly deliveredBy: string
  readonly what: { readonly importId: string } | { readonly statement: DeliveredStatement }
}

export async function addDelivery(
  transaction: QueryExecutorProvider,
  { channel, unitId, deliveredBy, what }: NewDelivery,
): Promise<string> {
  const { rows } = await sql<{ delivery_id: string }>`
    insert into delivery (channel, unit_id, import_id, statement, delivered_by)
    values (${channel}, ${unitId}, ${'importId' in what ? what.importId : null},
      ${'statement' in what ? JSON.stringify(what.statement) : null}::jsonb, ${deliveredBy})
    returning delivery_id`.execute(transaction)
  invariant(rows[0], 'an insert returns its row')
  return rows[0].delivery_id
}

interface Asked {
  /** Of one account alone. */
  readonly by?: string
  readonly deliveryId?: string
  /** Statements that nobody has settled. */
  readonly waiting?: true
}

/** Deliveries, the newest first. */
export async function readDeliveries(
  database: QueryExecutorProvider,
  { by, deliveryId, waiting }: Asked = {},
): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select delivery_id as "deliveryId", channel, unit_id as "unitId", units.name as "unitName",
      import_id as "importId", statement, delivered_by as "deliveredBy", delivered_at as "deliveredAt",
      outcome, reason, delivery_outcome.recorded_at as "settledAt"
    from delivery left join delivery_outcome using (delivery_id) left join units using (unit_id)
    where (${by ?? null}::text is null or delivered_by = ${by ?? null})
      and (${deliveryId ?? null}::uuid is null or delivery_id = ${deliveryId ?? null}::uuid)
      and (not ${waiting ?? false} or (statement is not null and outcome is null))
    order by delivered_at desc
    limit 200`.execute(database)
  return rows
}

/** Records what became of a statement; nothing where it was settled before. @returns whether it was recorded */
async function settle(
  tx: QueryExecutorProvider,
  deliveryId: string,
  { outcome, statementId, reason, by }: Settling,
): Promise<boolean> {
  const { rows } = await sql`
    insert into delivery_outcome (delivery_id, outcome, statement_id, reason, recorded_by)
    values (${deliveryId}, ${outcome}, ${statementId ?? null}, ${reason ?? null}, ${by})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

interface Settling {
  readonly outcome: 'taken' | 'returned' | 'withdrawn'
  readonly statementId?: string
  readonly reason?: string
  readonly by: string
}

/** Turns a statement away, or back at the wish of its source. @returns false where it was settled before */
export function closeDelivery(
  records: Commit,
  deliveryId: string,
  settling: Settling & { readonly outcome: 'returned' | 'withdrawn' },
): Promise<boolean> {
  const { by, outcome, reason } = settling
  const entry = { actor: by, action: `delivery.${outcome}`, subject: deliveryId, detail: { reason: reason ?? null } }
  return records.commit(entry, (tx) => settle(tx, deliveryId, settling))
}

/** Takes a statement into the records as one about this cadre, recorded on a day. @returns false where it was settled before */
export function takeStatement(
  records: Commit,
  { deliveryId, channel, unitId, statement }: Delivery & { readonly statement: DeliveredStatement },
  { cadreId, on, by }: { readonly cadreId: string; readonly on: string; readonly by: string },
): Promise<boolean> {
  const statementId = `D-${deliveryId}`
  const entry = { actor: by, action: 'delivery.taken', subject: deliveryId, detail: { cadreId, statementId } }
  return records.commit(entry, async (tx) => {
    if (!(await settle(tx, deliveryId, { outcome: 'taken', statementId, by }))) return false
    const { observedOn, aspect, tone, event, text, document } = statement
    await sql`
      insert into statements (statement_id, cadre_id, source_unit_id, channel, observed_on, recorded_on, aspect, tone,
        event, text, extra)
      values (${statementId}, ${cadreId}, ${unitId}, ${channel}, ${observedOn}, ${on}, ${aspect}, ${tone},
        ${event}, ${text}, ${JSON.stringify({ document })}::jsonb)`.execute(tx)
    return true
  })
}
