import { explainPair } from '#appoint/index.ts'
import type { Finding } from '#domain/finding.ts'
import type { Records } from '#records/index.ts'
import { currentEdition, type Edition } from '#records/queries/index.ts'
import type { LawDesk } from './law-desk.ts'
import { notAnalysed } from './refusal.ts'

/** What the routes work with. */
export interface Desk {
  readonly records: Records
  readonly law: LawDesk
}

/** The edition that this request shows; 503 before the first analysis. */
export async function editionOf({ records }: Desk): Promise<Edition> {
  const edition = await currentEdition(records.database)
  if (!edition) throw notAnalysed()
  return edition
}

/** The findings about a pair, worked out from the facts of the current edition. */
export async function explained({ law }: Desk, positionId: string, cadreId: string): Promise<readonly Finding[]> {
  const { facts, book } = await law.current()
  return explainPair(facts.snapshot, book, positionId, cadreId)
}
