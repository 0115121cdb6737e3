import type { Finding } from '#domain/finding.ts'
import type { Records } from '#records/index.ts'
import { currentEdition, type Edition } from '#records/queries/index.ts'
import { notAnalysed } from './refusal.ts'

/** What the routes work with. */
export interface Desk {
  readonly records: Records
  /** The findings about a pair, worked out from the snapshot of the current edition. */
  explain(positionId: string, cadreId: string): Promise<readonly Finding[]>
}

/** The edition that this request shows; 503 before the first analysis. */
export async function editionOf({ records }: Desk): Promise<Edition> {
  const edition = await currentEdition(records.database)
  if (!edition) throw notAnalysed()
  return edition
}
