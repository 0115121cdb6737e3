/** 专业知识、专业能力、专业作风、专业精神: what was assessed of them last. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { WorkList } from '#domain/results.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { CadreFacts, RuleBook } from '#policy/index.ts'
import { experienceSettings } from '../experience/settings.ts'

export type Quality = Identifier<'professionalQuality'>

/** The last assessment of one element, from 1 to 5; people gave it, nothing is computed. */
export interface AssessedQuality {
  readonly quality: Quality
  readonly element: string
  readonly level: number
  readonly on: DateCode
}

export const professionalQualities = identifiersOf('professionalQuality')

/** @example qualityReader(snapshot, book)(facts.cadre(0))[0] // { quality: 'knowledge', element: '财政金融', level: 4, on } */
export function qualityReader(
  snapshot: Snapshot,
  book: RuleBook,
): (cadre: Pick<CadreFacts, 'index'>) => readonly AssessedQuality[] {
  const { facet, element, level, on } = snapshot.tables.competencies.columns
  const rows = byCadre(snapshot, 'competencies')
  const { qualities } = experienceSettings(book, snapshot.asOf)
  return ({ index }) => {
    const last = new Map<string, AssessedQuality>()
    for (const row of rowsOf(rows, index)) {
      const quality = professionalQualities.find((one) => one === qualities.get(textAt(facet, row) ?? ''))
      const found = { element: textAt(element, row) ?? '', level: numberAt(level, row), on: dateAt(on, row) }
      if (!quality || found.level === undefined || found.on === undefined) continue
      const key = `${quality} ${found.element}`
      if ((last.get(key)?.on ?? 0) > found.on) continue
      last.set(key, { quality, element: found.element, level: found.level, on: found.on })
    }
    return [...last.values()].sort(
      (a, b) =>
        professionalQualities.indexOf(a.quality) - professionalQualities.indexOf(b.quality) || b.level - a.level,
    )
  }
}

/** `qualities.csv`: one row per assessed element of specialists. */
export const qualityList = (
  specialists: readonly CadreFacts[],
  qualitiesOf: (cadre: CadreFacts) => readonly AssessedQuality[],
): WorkList => ({
  name: 'qualities',
  columns: ['cadre_id', 'quality', 'element', 'level', 'on'],
  rows: specialists.flatMap((cadre) =>
    qualitiesOf(cadre).map(({ quality, element, level, on }) => [cadre.id, quality, element, level, formatDate(on)]),
  ),
})
