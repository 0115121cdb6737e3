import type { Citation, Finding } from '#domain/finding.ts'
import { readPairFindings, readPairs, readVacancies, type VacancyRecord } from '#records/queries/index.ts'
import { type Desk, explained } from './desk.ts'
import { noSuchVacancy } from './refusal.ts'

/** The vacancy of a seat; 404 where the seat is not vacant. */
export async function vacancyOf({ records }: Desk, positionId: string): Promise<VacancyRecord> {
  const [vacancy] = await readVacancies(records.database, positionId)
  if (!vacancy) throw noSuchVacancy(positionId)
  return vacancy
}

/** The findings that the run keeps, and for the other pairs those worked out now. */
export async function findingsOf(
  desk: Desk,
  runId: string,
  positionId: string,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const findings = new Map(await readPairFindings(desk.records.database, runId, positionId, cadreIds))
  for (const cadreId of cadreIds) {
    if (!findings.has(cadreId)) findings.set(cadreId, await explained(desk, positionId, cadreId))
  }
  return findings
}

/** Where each excluding rule stands written: from the findings at hand, else from one pair that it excludes. */
export async function groundsOf(
  desk: Desk,
  runId: string,
  positionId: string,
  rules: readonly string[],
  findings: ReadonlyMap<string, readonly Finding[]>,
): Promise<ReadonlyMap<string, Citation>> {
  const grounds = new Map<string, Citation>()
  const learn = (bearing: readonly Finding[]): void => {
    for (const { rule, basis } of bearing) grounds.set(rule, basis)
  }
  for (const bearing of findings.values()) learn(bearing)
  for (const rule of rules) {
    if (grounds.has(rule)) continue
    const { rows } = await readPairs(desk.records.database, runId, positionId, { rule, offset: 0, limit: 1 })
    for (const { cadre_id } of rows) learn(await explained(desk, positionId, cadre_id))
  }
  return grounds
}
