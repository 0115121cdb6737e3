/** What is asked of the request of a slate before it is searched or previewed. */
import { type Ground, isVacant } from '#appoint/index.ts'
import type { SlateRequest } from '#domain/slate.ts'
import { nothingVacant, unknownInSlate } from './refusal.ts'

/** A request names every vacancy, and every goal of every team: some hundred bytes each. */
export const largestRequest = 8 * 1024 * 1024

/** @throws Refusal for ids that are not on record, and where nothing chosen is vacant */
export function refuseUnknown(ground: Ground, { vacancies, pool, locks, structure }: SlateRequest): void {
  const { facts, snapshot } = ground
  const units = new Set(snapshot.tables.units.columns.unit_id.values)
  const cadres = [...(pool?.cadres ?? []), ...locks.flatMap((lock) => ('cadreId' in lock ? [lock.cadreId] : []))]
  const seats = [...vacancies, ...locks.flatMap((lock) => ('positionId' in lock ? [lock.positionId] : []))]
  const strange = [
    ...cadres.filter((id) => facts.cadreIndex(id) === undefined),
    ...seats.filter((id) => facts.seatIndex(id) === undefined),
    ...[...(pool?.units ?? []), ...structure.floors.map(({ unitId }) => unitId)].filter((id) => !units.has(id)),
  ]
  if (strange.length > 0) throw unknownInSlate([...new Set(strange)].slice(0, 10))
  if (!vacancies.some((position) => isVacant(ground, position))) throw nothingVacant()
}
