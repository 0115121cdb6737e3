import type { FastifyRequest } from 'fastify'
import type { Finding } from '#domain/finding.ts'
import { explain } from '#policy/index.ts'
import type { AuditEntry, Records } from '#records/index.ts'
import { currentEdition, type Edition } from '#records/queries/index.ts'
import type { AnalysisDesk } from '../analyses/analysis-desk.ts'
import type { Verification } from '../audit/verification.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import type { FormDesk } from '../forms/index.ts'
import type { ImportDesk } from '../imports/import-desk.ts'
import type { PlacementDesk } from '../placements/placement-desk.ts'
import type { SlateDesk } from '../slates/slate-desk.ts'
import { visitorOf } from './app.ts'
import type { LawDesk } from './law-desk.ts'
import { noSuchCadre, noSuchVacancy, notAnalysed } from './refusal.ts'

/** What the routes work with. */
export interface Desk {
  readonly records: Records
  readonly law: LawDesk
  readonly board: BoardDesk
  readonly slates: SlateDesk
  readonly placements: PlacementDesk
  readonly forms: FormDesk
  readonly imports: ImportDesk
  readonly analyses: AnalysisDesk
  readonly verification: Verification
}

/** The edition that this request shows; 503 before the first analysis. */
export async function editionOf({ records }: Desk): Promise<Edition> {
  const edition = await currentEdition(records.database)
  if (!edition) throw notAnalysed()
  return edition
}

/** Writes down who looked at what; the one who asked is the actor. */
export async function recordVisit(
  { records }: Desk,
  request: FastifyRequest,
  visit: Omit<AuditEntry, 'actor'>,
): Promise<void> {
  await records.commit({ actor: visitorOf(request).account.account, ...visit }, async () => undefined)
}

/** The findings about a pair, worked out from the facts of the current edition. */
export async function explained({ law }: Desk, positionId: string, cadreId: string): Promise<readonly Finding[]> {
  const { facts, book, edition } = await law.current()
  const cadre = facts.cadreIndex(cadreId)
  const seat = facts.seatIndex(positionId)
  if (cadre === undefined) throw noSuchCadre(cadreId)
  if (seat === undefined) throw noSuchVacancy(positionId)
  return explain(book.inForce('appointment', edition.asOf), facts, facts.cadre(cadre), facts.seat(seat))
}
