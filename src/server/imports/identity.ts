/** Ids for people and tenures that the records do not hold yet: the same import gives the same ids. */
import { createHash } from 'node:crypto'
import type { ArrivingRow } from '#domain/arrivals.ts'

const digest = (...values: readonly (string | undefined)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(values.map((value) => value ?? null)))
    .digest('hex')
    .toUpperCase()

/** How ids of imported people, tenures and units begin, so that they never meet those of a data package. */
export const importedPrefix = { cadre: 'R-', tenure: 'RT-', unit: 'RU-' } as const

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id
  for (let ordinal = 2; ; ordinal += 1) if (!taken.has(`${id}-${ordinal}`)) return `${id}-${ordinal}`
}

/** @example newCadreId({ name: '张三', born_on: '1974-03' }, new Set()) // 'R-' and ten characters */
export const newCadreId = (cadre: ArrivingRow, taken: ReadonlySet<string>): string =>
  free(
    importedPrefix.cadre +
      digest(cadre.name, cadre.citizen_id, cadre.born_on, cadre.sex, cadre.native_place).slice(0, 10),
    taken,
  )

export const newTenureId = (cadreId: string, row: ArrivingRow, taken: ReadonlySet<string>): string =>
  free(importedPrefix.tenure + digest(cadreId, row.from, row.unit_text, row.title_text).slice(0, 12), taken)

export const newUnitId = (code: string, name: string, taken: ReadonlySet<string>): string =>
  free(importedPrefix.unit + digest(code, name).slice(0, 8), taken)

/** A digest of what is recorded of somebody: two of the same mean that nothing has changed between. */
export const basisOf = (facts: object): string => digest(JSON.stringify(facts)).slice(0, 32).toLowerCase()
