import { expect, it } from 'vitest'
import type { DateCode } from '#domain/calendar.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { changesBetween } from './changes.ts'
import { courseReader } from './course.ts'
import { trackingSettings } from './settings.ts'
import { shortfallsOf } from './shortfalls.ts'
import { reserveLists } from './work-lists.ts'

const book = loadRuleBook()
const day: DateCode = 20261122
const settings = trackingSettings(book, day)
const base: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲镇', kind: 'township', level: 'township' }],
  ['positions', { position_id: 'P1', unit_id: 'U1', title: '副镇长', post_level: 'section-deputy', role: 'deputy' }],
  ['cadres', { cadre_id: 'C1', name: '丁一鸣', authority_unit_id: 'U1', reserve: 'true' }],
  ['tenures', { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2026-08-01' }],
]
const evaluation = (year: number, result: string): [TableName, RowFacts] => [
  'evaluations',
  { cadre_id: 'C1', year: String(year), result },
]
const contact = (id: string, on: string): [TableName, RowFacts] => [
  'statements',
  { statement_id: id, cadre_id: 'C1', channel: 'daily-contact', recorded_on: on, text: '在村里待了三天' },
]

function told(...rows: [TableName, RowFacts][]) {
  const snapshot = snapshotFrom(day, [...base, ...rows])
  const read = courseReader(snapshot, settings)
  const course = read(0, day)
  return {
    facts: factsFor(snapshot, book),
    course,
    changes: changesBetween(read(0, 20260522), course, settings, day).map(({ kind, says }) => `${kind} ${says.zh}`),
    shortfalls: shortfallsOf({ course, needs: [], settings, book, day }).map(({ kind, says }) => `${kind} ${says.zh}`),
  }
}

it('says what is new, what is lower and what is missing since an earlier day', () => {
  const { changes } = told(evaluation(2024, 'excellent'), contact('S1', '2026-09-01'))
  expect(changes).toEqual([
    'new 2026.08.01任甲镇副镇长',
    'new 2026.09.01有谈心或接触',
    'missing 2025年度考核结果没有记载',
  ])
})

it('proposes a lower result against the last that was graded, and a contact that is long ago', () => {
  const { shortfalls } = told(
    evaluation(2023, 'excellent'),
    evaluation(2024, 'ungraded'),
    evaluation(2025, 'competent'),
    contact('S1', '2026-03-01'),
  )
  expect(shortfalls).toEqual([
    'evaluation-down 2025年度考核称职，上一次有等次的是优秀',
    'no-contact 最近一次谈心或接触在2026.03.01，超过6个月',
  ])
})

it('proposes nothing of whoever is followed and goes on as before', () => {
  const { shortfalls } = told(evaluation(2024, 'competent'), evaluation(2025, 'competent'), contact('S1', '2026-10-01'))
  expect(shortfalls).toEqual([])
})

it('does not know on a day what came later', () => {
  const { course } = told(evaluation(2026, 'excellent'), contact('S1', '2027-01-01'))
  expect([course.evaluations, course.contacts]).toEqual([[], []])
})

it('is written as a register of the reserve, with a step that is overdue among the shortfalls of whoever has one', () => {
  const { facts, course } = told(evaluation(2025, 'competent'), contact('S1', '2026-10-01'))
  const [reserve, shortfalls] = reserveLists(facts, book, [])
  expect(reserve?.rows[0]?.slice(0, 3)).toEqual(['C1', '2025:competent', '2026-10-01'])
  expect(shortfalls?.rows).toEqual([])
  const steps = [{ number: 2, what: '补学时', to: 20261101 }]
  const late = shortfallsOf({ course, needs: [], steps, settings, book, day })
  expect(late).toMatchObject([{ kind: 'step-overdue', source: 'shortfalls/step-overdue/C1/2' }])
})
