/** What falls due of itself, from the facts alone: effect periods that end, retirements ahead, vacancies long open. */
import { addDays, addMonths, type DateCode, earliest, latest } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { DueItem } from '#domain/due.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { citationOf, type Facts, localReader, type RuleBook, retirementCalendar } from '#policy/index.ts'

export const todoRule = 'LOCAL-TODOS'

/** The whole department's, in no order. Whoever left is not told of. */
export function standingDues(facts: Facts, book: RuleBook, asOf: DateCode): readonly DueItem[] {
  const setting = localReader(book, todoRule, asOf)
  const effects = addMonths(asOf, Number(setting('effect_months')))
  const retirements = addMonths(asOf, Number(setting('retirement_months')))
  const retirementOf = retirementReader(facts, book, asOf)
  const found: DueItem[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    if (facts.cadre(index).hasLeft) continue
    found.push(...effectsOf(facts, index).filter(({ on }) => latest(on) >= asOf && earliest(on) <= effects))
    found.push(...retirementOf(index).filter(({ on }) => earliest(on) <= retirements))
  }
  return [...found, ...vacancies(facts, Number(setting('vacancy_days')), addMonths(asOf, 1))]
}

const ofCadre = (facts: Facts, index: number): Pick<DueItem, 'cadreId' | 'unitId' | 'accounts' | 'link'> => {
  const { id, post } = facts.cadre(index)
  return {
    cadreId: id,
    ...(post?.seat ? { unitId: post.seat.unit } : {}),
    accounts: [],
    link: `/cadres/${encodeURIComponent(id)}`,
  }
}

function effectsOf(facts: Facts, index: number): readonly DueItem[] {
  return facts.cadre(index).sanctions.flatMap(({ evidence, kind, until }): DueItem[] =>
    until === undefined
      ? []
      : [
          {
            id: `effect/${evidence}`,
            kind: 'effect-period',
            label: fill(effectEnds, { sanction: labelOf('sanctionKind', kind) }),
            on: until,
            ...ofCadre(facts, index),
          },
        ],
  )
}

/** The last day of the month: somebody who is still in service after it is overdue. */
function retirementReader(facts: Facts, book: RuleBook, asOf: DateCode): (index: number) => readonly DueItem[] {
  const calendar = retirementCalendar(book, asOf)
  if (!calendar) return () => []
  const basis = citationOf(book, 'RETIRE-GRADUAL')
  const { sex } = facts.snapshot.tables.cadres.columns
  return (index) => {
    const { id, bornOn } = facts.cadre(index)
    const found = calendar({ bornOn, sex: textAt(sex, index) })
    if (!('month' in found)) return []
    const item = { id: `retirement/${id}`, kind: 'retirement', label: retires, on: latest(found.month), basis }
    return [{ ...item, ...ofCadre(facts, index) }]
  }
}

/** Seats that nobody has held for so many days, or will not have before a day. */
function vacancies(facts: Facts, days: number, until: DateCode): readonly DueItem[] {
  const { length, columns } = facts.snapshot.tables.vacancies
  return Array.from({ length }, (_, row) => row).flatMap((row): DueItem[] => {
    const positionId = textAt(columns.position_id, row) ?? ''
    const from = dateAt(columns.from, row)
    const place = facts.seatIndex(positionId)
    if (from === undefined || place === undefined) return []
    const seat = facts.seat(place)
    const on = addDays(earliest(from), days)
    if (on > until || seat.holders().length > 0) return []
    return [
      {
        id: `vacancy/${positionId}`,
        kind: 'vacancy',
        label: fill(longOpen, { days, seat: `${seat.unitName}${seat.title}` }),
        on,
        unitId: seat.unit,
        accounts: [],
        link: `/vacancies/${encodeURIComponent(positionId)}`,
      },
    ]
  })
}

const effectEnds: Text = { zh: '{sanction}影响期满', en: 'The effect of {sanction} ends' }
const retires: Text = { zh: '到龄退休（推算）', en: 'Retires (reckoned)' }
const longOpen: Text = { zh: '空缺满{days}日：{seat}', en: 'Open for {days} days: {seat}' }
