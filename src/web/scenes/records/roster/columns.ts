import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import type { RosterLine, RosterPage, ViewColumn } from '#server/contract/index.ts'
import type { Say, Speech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { narrowHeads } from '../../../language/words/roster-heads.ts'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { cell } from './cells.tsx'
import type { GridColumn } from './grid/column.ts'
import { scaleOf } from './row-values.ts'
import { sortOfColumn, widthOf } from './view.ts'

const figureKinds: ReadonlySet<string> = new Set(['count', 'years'])

/** The last three evaluated years, as two figures each, over their column. */
const yearsOf = (page: RosterPage | undefined): string =>
  page?.rows[0]?.evaluations?.map(({ year }) => String(year).slice(2)).join(' ') ?? ''

function noteOf(field: RosterFieldName, page: RosterPage | undefined, say: Say): string | undefined {
  const { kind, unit } = rosterField(field)
  if (kind === 'evaluations') return yearsOf(page)
  if (kind === 'interval') {
    const band = field === 'rating' ? page?.ratingBand : undefined
    return band ? say(rosterWords.ratingNote, { size: band.size }) : say(rosterWords.ratingNoteNoBand)
  }
  return unit && say(unit)
}

/** The columns of the roster, the name first; made once per look, language and first page, not per row. */
export function gridColumns(
  columns: readonly ViewColumn[],
  page: RosterPage | undefined,
  { say, language }: Speech,
): readonly GridColumn<RosterLine>[] {
  const scales = new Map<RosterFieldName, Scale>()
  const scale = (field: RosterFieldName): Scale => {
    const known = scales.get(field) ?? (page ? scaleOf(page, field) : { from: 0, to: 1 })
    scales.set(field, known)
    return known
  }
  const context = { say, band: page?.ratingBand ?? null, scaleOf: scale }
  const one = (column: ViewColumn): GridColumn<RosterLine> => {
    const { field } = column
    const { label, short, kind, sort } = rosterField(field)
    const band = field === 'rating' ? page?.ratingBand : undefined
    const [title, note] = narrowHeads[field] ?? []
    return {
      id: field,
      title: say(title ?? short ?? label),
      note: note ? say(note) : noteOf(field, page, say),
      about: band ? say(rosterWords.ratingAbout, { size: band.size }) : undefined,
      width: widthOf(column, language),
      grows: field === 'title' && column.width === undefined,
      figures: figureKinds.has(kind),
      sortable: sort || sortOfColumn(field) !== field,
      cell: (row) => cell(row, field, context),
    }
  }
  return [{ ...one({ field: 'name', width: 70 }), note: undefined }, ...columns.map(one)]
}
