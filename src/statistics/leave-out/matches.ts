import { crossTable } from '../mixed-model/cross-table.ts'

/** Observations of persons in units, gathered by match: a person with a unit. Codes are those of the rows that take part. */
export interface Matches {
  readonly persons: number
  readonly units: number
  readonly observations: number
  /** Matches of person p: starts[p] .. starts[p + 1]. */
  readonly starts: Int32Array
  readonly person: Int32Array
  readonly unit: Int32Array
  /** Observations of each match, person and unit. */
  readonly count: Float64Array
  readonly personCount: Float64Array
  readonly unitCount: Float64Array
  /** The match of each row that takes part. */
  readonly ofRow: Int32Array
}

/** The matches in some rows of a panel; persons and units without a row there are left out of the codes. */
export function matchesOf(personCodes: Int32Array, unitCodes: Int32Array, rows: Int32Array): Matches {
  const person = recoded(personCodes, rows)
  const unit = recoded(unitCodes, rows)
  const table = crossTable(person.codes, unit.codes, undefined, person.levels, unit.levels)
  const ofMatch = new Int32Array(table.columns.length)
  const personCount = new Float64Array(person.levels)
  const unitCount = new Float64Array(unit.levels)
  for (let p = 0; p < person.levels; p += 1)
    for (let match = table.starts[p] as number; match < (table.starts[p + 1] as number); match += 1) {
      const count = table.values[match] as number
      const j = table.columns[match] as number
      ofMatch[match] = p
      personCount[p] = (personCount[p] as number) + count
      unitCount[j] = (unitCount[j] as number) + count
    }
  const ofRow = person.codes.map((p, row) => {
    let match = table.starts[p] as number
    while (table.columns[match] !== unit.codes[row]) match += 1
    return match
  })
  return {
    persons: person.levels,
    units: unit.levels,
    observations: rows.length,
    starts: table.starts,
    person: ofMatch,
    unit: table.columns,
    count: table.values,
    personCount,
    unitCount,
    ofRow,
  }
}

/** Codes of the rows that take part, 0 … levels - 1 in the old order. */
function recoded(codes: Int32Array, rows: Int32Array): { codes: Int32Array; levels: number } {
  const codeOf = new Int32Array(codes.reduce((most, code) => Math.max(most, code), -1) + 1).fill(-1)
  for (const row of rows) codeOf[codes[row] as number] = 0
  let levels = 0
  for (let code = 0; code < codeOf.length; code += 1) if (codeOf[code] === 0) codeOf[code] = levels++
  return { codes: rows.map((row) => codeOf[codes[row] as number] as number), levels }
}
