/** Sheet B01 of the collection workbook. */
import type { ArrivingUnit } from '#domain/arrivals.ts'
import { countOf, type PlacedCell, wordOf } from '../cell-values.ts'
import { known, type RecordCells } from '../record-cells.ts'
import type { SetRecord } from './set-records.ts'
import { codesOf, unitKindOf, unitKinds, unitLevels } from './words.ts'

const codePattern = /^\d{3}(\.\d{3})*$/
const quotas = ['B0227', 'B0232', 'B0233', 'B0236', 'B0234'] as const

/** Units with their codes; one without a name or a right code is said and left out. */
export function readUnits(records: readonly SetRecord[]): readonly ArrivingUnit[] {
  const rows = new Map<string, number>()
  const placed = records.flatMap(({ place, cells }) => {
    const name = cells.read('B0101', wordOf)
    const cell = cells.of('B0111')
    const code = cell && codeOf(cell)
    const fields = unitFields(name ?? '', cells)
    if (name === undefined || cell === undefined || code === undefined) return []
    const other = rows.get(code)
    if (other !== undefined) {
      cell.findings.problem('unit-code-twice', cell.place, { value: code, other })
      return []
    }
    rows.set(code, place.row)
    return [{ cell, unit: { place, code, unit: fields } }]
  })
  for (const { cell, unit } of placed) {
    const parent = unit.code.slice(0, -4)
    if (parent !== '' && !rows.has(parent)) sayOrphan(cell, unit.code, parent, rows)
  }
  return placed.map(({ unit }) => unit)
}

/** A code of the national tree may begin below its root: only a gap within the sheet is wrong. */
function sayOrphan(cell: PlacedCell, value: string, parent: string, rows: ReadonlyMap<string, number>): void {
  const hasAncestor = [...rows.keys()].some((code) => value.startsWith(`${code}.`) && code !== value)
  if (hasAncestor) cell.findings.problem('unit-parent-missing', cell.place, { value, parent })
}

function codeOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  if (codePattern.test(word)) return word
  placed.findings.problem('unit-code', placed.place, { value: word.slice(0, 40) })
  return undefined
}

function unitFields(name: string, cells: RecordCells<string>): ArrivingUnit['unit'] {
  const counts = quotas.map((id) => cells.read(id, countOf)).filter((count) => count !== undefined)
  const region = cells.read('B0117', wordOf)
  return known({
    name,
    kind: cells.read('B0131', kindOf),
    level: cells.read('B0127', levelOf),
    region_code: region !== undefined && /^\d{6}$/.test(region) ? region : undefined,
    staff_quota: counts.length > 0 ? String(counts.reduce((sum, count) => sum + count, 0)) : undefined,
  })
}

function kindOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  const kind = word && unitKindOf(word)
  if (word !== undefined && kind === undefined) {
    const terms = unitKinds.map(([text]) => text).join('；')
    placed.findings.problem('cell-term', placed.place, { value: word, terms })
  }
  return kind
}

const levels = codesOf(unitLevels)

function levelOf(placed: PlacedCell): string | undefined {
  const word = wordOf(placed)
  if (word === undefined) return undefined
  const level = levels[word] ?? (/处级|县级/.test(word) ? 'county' : /科级|乡级/.test(word) ? 'township' : undefined)
  if (level === undefined)
    placed.findings.problem('cell-term', placed.place, {
      value: word,
      terms: unitLevels.map(([text]) => text).join('；'),
    })
  return level
}
