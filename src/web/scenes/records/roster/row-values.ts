import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import type { RosterLine, RosterPage } from '#server/contract/index.ts'
import type { Scale } from '../../../parts/interval-bar.tsx'

/** What a row holds in a field: null is not known, undefined was not asked for. */
export const cellOf = (row: RosterLine, field: RosterFieldName): unknown =>
  field === 'unit' ? row.unitName : row[field]

/** Fields that are drawn inside the cell of another: the age beside the birth, the unit before the post. */
const besides: Partial<Record<RosterFieldName, RosterFieldName>> = { bornOn: 'age', title: 'unit' }

/** What cards, the quick look and the order kept by hand always need. */
const always: readonly RosterFieldName[] = ['unit', 'title', 'bornOn', 'age', 'yearsInPost']

/** What is asked of the server for these columns. */
export function fieldsFor(columns: readonly RosterFieldName[]): RosterFieldName[] {
  return [...new Set([...always, ...columns.flatMap((name) => [name, besides[name] ?? name])])].sort()
}

/** One scale for a whole column of intervals: the group's, else that of the rows read first. */
export function scaleOf(page: RosterPage, field: RosterFieldName): Scale {
  const bounds = page.rows.flatMap((row) => {
    const estimate = rosterField(field).kind === 'interval' ? row[field as 'rating'] : null
    return estimate?.separable ? [estimate.lower, estimate.upper] : []
  })
  if (field === 'rating' && page.ratingBand) bounds.push(page.ratingBand.least, page.ratingBand.most)
  if (bounds.length === 0) return { from: 0, to: 1 }
  const least = Math.min(...bounds)
  const most = Math.max(...bounds)
  const margin = (most - least) * 0.04 || 1
  return { from: least - margin, to: most + margin }
}
