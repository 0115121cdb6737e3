import type { DateCode } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { openPackage } from '#exchange/index.ts'

export interface PackageQuestion {
  readonly tables: readonly TableName[]
  /** Histories of this cadre alone; careers of others still count, through kin. Everybody's where left out. */
  readonly cadre?: string
}

const ownHistories: readonly TableName[] = ['grades', 'educations', 'evaluations', 'trainings', 'sanctions']

/**
 * Tables of a data package as of a day, without any database.
 * @throws ProblemError for a package that cannot be read, or with mistakes in these tables
 */
export async function packageSnapshot(
  path: string,
  asOf: DateCode,
  { tables, cadre }: PackageQuestion,
): Promise<Snapshot> {
  const reading = await openPackage(path)
  try {
    const { problems } = await reading.check({ tables })
    if (problems.length > 0) throw new ProblemError(...problems)
    const builder = new SnapshotBuilder(asOf)
    for (const table of tables.filter((name) => reading.tables.includes(name))) {
      const owner = cadre !== undefined && ownHistories.includes(table) ? fieldNamesOf(table).indexOf('cadre_id') : -1
      for await (const batch of reading.rows(table)) {
        for (const row of batch) if (owner < 0 || row[owner] === cadre) builder.append(table, row)
      }
    }
    return builder.finish()
  } finally {
    await reading.close()
  }
}
