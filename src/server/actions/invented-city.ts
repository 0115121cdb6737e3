import type { Records } from '#records/index.ts'
import { readImportSources } from '#records/queries/index.ts'

/** The folder of the city that an empty database is filled with, and its name in the audit. */
export const sampleCity = 'sample-city'

/**
 * The invented city and nothing else was ever imported here. Before it had a name in the audit its import was a data package
 * without one, which no other import is.
 */
export async function isInventedCity(records: Pick<Records, 'database'>): Promise<boolean> {
  const sources = await readImportSources(records.database)
  return sources.length > 0 && sources.every((source) => source === sampleCity || source === 'data package')
}
