/** What one source handed in and what became of it: its own alone. */
import type { QueryExecutorProvider } from 'kysely'
import { addMonths, type DateCode, earliest, formatDate, parseDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { type ImportRecord, readImports } from '#records/imports/index.ts'
import { type AccountSource, type Delivery, readAccountSources, readDeliveries } from '#records/index.ts'
import { lastOfSource } from '#records/queries/index.ts'
import type { OwnDeliveries, OwnDelivery } from '../contract/index.ts'
import { presentProblem } from '../presenters/imports.ts'

/** The source that an account speaks for. */
export const sourceOf = async (database: QueryExecutorProvider, account: string): Promise<AccountSource | undefined> =>
  (await readAccountSources(database)).find((one) => one.account === account)

export async function ownDeliveriesOf(
  database: QueryExecutorProvider,
  account: string,
  today: DateCode,
): Promise<OwnDeliveries> {
  const [source, deliveries] = await Promise.all([
    sourceOf(database, account),
    readDeliveries(database, { by: account }),
  ])
  const last = source && (await lastOfSource(database, source))
  const files = new Map<string, ImportRecord>()
  for (const { importId } of deliveries)
    for (const one of importId === null ? [] : await readImports(database, importId)) files.set(one.importId, one)
  return {
    today: formatDate(today),
    source: source
      ? {
          channel: source.channel,
          label: labelOf('statementChannel', source.channel),
          unitName: source.unitName,
          everyMonths: source.everyMonths,
        }
      : null,
    last: last ?? null,
    awaited: source ? awaitedFrom(source, last, today) : null,
    deliveries: deliveries.map((one) => presentOwn(one, files.get(one.importId ?? ''))),
  }
}

/** As agreed from the last delivery, or else from the agreement. */
function awaitedFrom(
  { everyMonths, recordedAt }: Pick<AccountSource, 'everyMonths' | 'recordedAt'>,
  last: string | undefined,
  today: DateCode,
): OwnDeliveries['awaited'] {
  const since = parseDate(last ?? recordedAt.toISOString().slice(0, 10))
  if (everyMonths === null || since === undefined) return null
  const on = addMonths(earliest(since), everyMonths)
  return { on: formatDate(on), overdue: on < today }
}

const fateOfFile = {
  reading: 'reading',
  draft: 'waiting',
  failed: 'mend',
  applied: 'taken',
  undone: 'returned',
  discarded: 'returned',
} as const satisfies Record<ImportRecord['state'], OwnDelivery['fate']>

function presentOwn(delivery: Delivery, file: ImportRecord | undefined): OwnDelivery {
  const { deliveryId, deliveredAt, outcome, reason, settledAt, statement } = delivery
  const settled = settledAt ?? file?.appliedAt ?? null
  return {
    deliveryId,
    deliveredAt: deliveredAt.toISOString(),
    fate: file ? fateOfFile[file.state] : (outcome ?? 'waiting'),
    reason,
    settledAt: settled?.toISOString() ?? null,
    statement: statement && { ...statement },
    file: file
      ? {
          name: file.files.map(({ name }) => name).join('、'),
          size: file.files.reduce((sum, { size }) => sum + size, 0),
          problems: file.findings.map(presentProblem),
          counts: file.counts?.people ?? null,
        }
      : null,
  }
}
