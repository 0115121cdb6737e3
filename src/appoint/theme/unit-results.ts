import { type DateCode, dateCode, earliest, latest } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { byCadre, groupRows, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'

/** A yearly result of a unit, and where it stands among units of the same kind and level in that year. */
export interface UnitResult {
  /** `indicators/U001/2024/粮食单产增幅（%）`. */
  readonly evidence: string
  readonly unit: string
  readonly unitName: string
  readonly year: number
  readonly indicator: string
  /** 1 = the best; units with the same value share the better place. */
  readonly place: number
  /** Units compared, this one included. */
  readonly of: number
}

export interface UnitResults {
  /** Newest first. */
  readonly ofUnit: (unitId: string) => readonly UnitResult[]
  /** Results of years that the cadre answered for in the first half and at the end, newest first. */
  readonly answeredBy: (cadre: number) => readonly UnitResult[]
  /** Somebody's answering for a unit is on record. */
  readonly dutiesRecorded: (cadre: number) => boolean
}

/** @example unitResults(snapshot).answeredBy(7)[0] // { indicator: '粮食单产增幅（%）', place: 2, of: 12, … } */
export function unitResults(snapshot: Snapshot): UnitResults {
  const { indicators, units } = snapshot.tables
  const owners = resolve(indicators.columns.unit_id, units.columns.unit_id)
  const standings = standingsOf(snapshot, owners)
  const ofRow = groupRows(owners, units.length)
  const unitRow = new Map(Array.from({ length: units.length }, (_, row) => [textAt(units.columns.unit_id, row), row]))
  const resultsIn = (unit: number): UnitResult[] =>
    [...rowsOf(ofRow, unit)]
      .flatMap((row) => standings[row] ?? [])
      .sort((a, b) => b.year - a.year || (a.indicator < b.indicator ? -1 : 1))
  const dutyRows = byCadre(snapshot, 'duties')
  const duties = snapshot.tables.duties.columns
  return {
    ofUnit(unitId) {
      const row = unitRow.get(unitId)
      return row === undefined ? [] : resultsIn(row)
    },
    answeredBy(cadre) {
      const found = new Map<string, UnitResult>()
      for (const row of rowsOf(dutyRows, cadre)) {
        const only = textAt(duties.indicator, row)
        const span = { from: dateAt(duties.from, row) ?? 0, to: dateAt(duties.to, row) ?? 0 }
        for (const result of resultsIn(unitRow.get(textAt(duties.unit_id, row)) ?? -1)) {
          if (only !== undefined && only !== result.indicator) continue
          if (answeredFor(span, result.year)) found.set(result.evidence, result)
        }
      }
      return [...found.values()].sort((a, b) => b.year - a.year || (a.evidence < b.evidence ? -1 : 1))
    },
    dutiesRecorded: (cadre) => rowsOf(dutyRows, cadre).length > 0,
  }
}

/** In charge by the middle of the year and still in December: most of its work falls to this time. */
const answeredFor = ({ from, to }: { readonly from: DateCode; readonly to: DateCode }, year: number): boolean =>
  earliest(from) <= dateCode(year, 6, 30) && (to === 0 || latest(to) >= dateCode(year, 12, 1))

function standingsOf(snapshot: Snapshot, owners: Int32Array): (UnitResult | undefined)[] {
  const i = snapshot.tables.indicators.columns
  const u = snapshot.tables.units.columns
  const rows = Array.from({ length: owners.length }, (_, row) => row)
  const year = (row: number): number => numberAt(i.year, row) ?? 0
  const peersOf = (row: number): string => {
    const unit = owners[row] ?? -1
    return [textAt(u.kind, unit), textAt(u.level, unit), year(row), textAt(i.indicator, row)].join('|')
  }
  const standings: (UnitResult | undefined)[] = []
  for (const peers of Map.groupBy(rows, peersOf).values()) {
    const valued = peers.map((row) => {
      const value = numberAt(i.value, row) ?? 0
      return { row, value: booleanAt(i.higher_is_better, row) === false ? -value : value }
    })
    const ordered = valued.map(({ value }) => value).sort((a, b) => b - a)
    for (const { row, value } of valued) {
      const unit = owners[row] ?? -1
      const [id, indicator] = [textAt(u.unit_id, unit) ?? '', textAt(i.indicator, row) ?? '']
      standings[row] = {
        evidence: `indicators/${id}/${year(row)}/${indicator}`,
        unit: id,
        unitName: textAt(u.name, unit) ?? '',
        year: year(row),
        indicator,
        place: ordered.indexOf(value) + 1,
        of: valued.length,
      }
    }
  }
  return standings
}
