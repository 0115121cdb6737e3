import { expect, test } from 'vitest'
import { addMonths } from '#domain/calendar.ts'
import type { RowFacts } from '../cases/snapshot-from.ts'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { readFacts } from '../facts/facts.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { expectingResults } from './expected-results.ts'
import { horizon } from './horizon.ts'

const book = loadRuleBook()
const asOf = 20261122

/** A deputy division head since June 2024 against the seat of a division head. */
function turnsOf(results: Readonly<Record<string, string>>): string[] {
  const evaluations = Object.entries(results).map(
    ([year, result]) => ['evaluations', { cadre_id: 'C1', year, result }] as const,
  )
  const tenure = (id: string, level: string, from: string, to: string | undefined): RowFacts => ({
    tenure_id: id,
    cadre_id: 'C1',
    unit_text: '甲市财政局',
    title_text: id,
    post_level: level,
    role: 'deputy',
    grassroots: 'true',
    kind: 'appointed',
    from,
    ...(to === undefined ? {} : { to }),
  })
  const facts = readFacts(
    snapshotFrom(asOf, [
      ['units', { unit_id: 'U1', name: '甲市财政局', kind: 'department', level: 'prefecture', region_code: '990100' }],
      [
        'positions',
        { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: 'division-chief', role: 'principal' },
      ],
      [
        'cadres',
        {
          cadre_id: 'C1',
          name: '张某',
          authority_unit_id: 'U1',
          work_started_on: '2000-07-01',
          born_on: '1978-05-05',
          health_ok: 'true',
          growth_place_code: '990202',
        },
      ],
      ['tenures', tenure('科长', 'section-chief', '2010-01-01', '2025-06-01')],
      ['tenures', tenure('副局长', 'division-deputy', '2025-06-01', '2026-01-01')],
      ['tenures', tenure('副书记', 'division-deputy', '2026-01-01', undefined)],
      ['educations', { cadre_id: 'C1', mode: 'full-time', level: 'bachelor', to: '2000-06' }],
      ['trainings', { cadre_id: 'C1', course: '班', from: '2025-01-01', hours: '900', recognised: 'true' }],
      ...evaluations,
    ]),
    book.gradeLevels(asOf),
  )
  const question = { people: [0], seats: [0], months: 12 }
  const expecting = expectingResults(facts, addMonths(asOf, 12))
  return horizon(book, expecting, question).map(({ on, from, to }) => `${on} ${from} → ${to}`)
}

test('the day on which time in post is reached is told across the turn of the year', () => {
  expect(turnsOf({ 2023: 'competent', 2024: 'competent', 2025: 'competent' })).toEqual(['20270601 unmet → met'])
})

test('a poor result of last year bars until the turn of the year, and no longer', () => {
  expect(turnsOf({ 2023: 'competent', 2024: 'competent', 2025: 'basicallyCompetent' })).toEqual([
    '20270601 unmet → met',
  ])
})

test('a result already on record for the year is left as it is', () => {
  expect(turnsOf({ 2024: 'competent', 2025: 'competent', 2026: 'incompetent' })).toEqual([])
})
