import { formatDate } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { SameText } from '#domain/results.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { type Deed, deedsReader } from './deeds.ts'
import type { Honour } from './support.ts'
import { type UnitResults, unitResults } from './unit-results.ts'

/** What cadres did and what came of it, as far as it is on file; cadres by their row in the facts. */
export interface TrackRecords {
  readonly deeds: (cadre: number) => readonly Deed[]
  readonly honours: (cadre: number) => readonly Honour[]
  readonly results: UnitResults
}

/** @example trackRecords(snapshot, analysis.sameness).deeds(7) */
export function trackRecords(snapshot: Snapshot, sameness: readonly SameText[]): TrackRecords {
  const rows = byCadre(snapshot, 'honours')
  const h = snapshot.tables.honours.columns
  const honourAt = (row: number): Honour => {
    const [title, on] = [textAt(h.title, row) ?? '', dateAt(h.on, row) ?? 0]
    return {
      evidence: `honours/${textAt(h.cadre_id, row)}/${title}/${formatDate(on)}`,
      title,
      on,
      authority: textAt(h.authority, row),
    }
  }
  return {
    deeds: deedsReader(snapshot, sameness),
    honours: (cadre) => Array.from(rowsOf(rows, cadre), honourAt).sort((a, b) => b.on - a.on),
    results: unitResults(snapshot),
  }
}
