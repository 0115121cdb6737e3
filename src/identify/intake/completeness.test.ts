import { expect, test } from 'vitest'
import type { FieldName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { ordinary, recorded } from '../fixtures/recorded-people.ts'
import { coverageOf } from './completeness.ts'
import type { EvidenceSummary } from './evidence-paper.ts'
import { reviewEvidence } from './review-evidence.ts'
import { readIntakeSettings } from './settings.ts'

type Statement = Partial<Record<FieldName<'statements'>, string>>

const book = loadRuleBook()
const settings = readIntakeSettings(book, 20261122)

const said = (id: string, channel: string, more: Statement = {}): Statement => ({
  statement_id: id,
  cadre_id: 'C1',
  channel,
  recorded_on: '2025-03-01',
  ...more,
})

const ballots = (raters: number, channel = 'annual-rating') =>
  Array.from({ length: raters }, (_, at) => ({
    survey_id: 'S1',
    on: '2025-12-20',
    channel,
    cadre_id: 'C1',
    rater_id: `R${at}`,
    item: 'overall',
    score: '8',
    scale_max: '10',
  }))

const coverage = (statements: readonly Statement[], ratings: ReturnType<typeof ballots> = []) =>
  coverageOf(recorded({ cadres: [ordinary.cadre], statements, ratings }), settings)[0]

test('nobody has spoken', () => {
  expect(coverage([])).toMatchObject({ breadth: 'none', sources: 0, sides: [], latest: undefined })
})

test('three sources of several sides are enough', () => {
  const three = [said('D1', 'declaration'), said('D2', 'audit'), said('D3', 'appraisal-talk')]
  expect(coverage(three)).toMatchObject({ breadth: 'enough', sources: 3, sides: ['self', 'office', 'authority'] })
})

test('three of one side leave the person known from one side only', () => {
  const office = [said('D1', 'site-visit'), said('D2', 'daily-contact'), said('D3', 'appraisal-talk')]
  expect(coverage(office)).toMatchObject({ breadth: 'one-sided', sides: ['office'] })
})

test('what is older than the recent months is shown and not counted', () => {
  const old = [said('D1', 'audit', { recorded_on: '2020-01-01' }), said('D2', 'appraisal-talk')]
  const found = coverage(old)
  expect(found).toMatchObject({ breadth: 'little', sources: 1 })
  expect(found?.channels.find(({ channel }) => channel === 'audit')).toMatchObject({ isRecent: false, entries: 1 })
})

test('copies count once, said or not', () => {
  const text = '主动放弃休假，带队蹲点两个月，把拖了三年的征地协议谈了下来。'
  const copies = [
    said('D1', 'appraisal-talk', { text }),
    said('D2', 'site-visit', { text: `${text.slice(0, -1)}！`, recorded_on: '2025-04-01' }),
    said('D3', 'audit', { copies: 'D1' }),
  ]
  expect(coverage(copies)).toMatchObject({ sources: 1, repeats: { D2: 'D1', D3: 'D1' } })
})

test('a survey of four people is not mentioned', () => {
  expect(coverage([], ballots(4))?.channels).toEqual([])
  expect(coverage([], ballots(5))?.channels.map(({ channel }) => channel)).toEqual(['annual-rating'])
})

test('the office gets the list of serving people about whom little is known', () => {
  const { papers } = reviewEvidence(
    recorded({
      cadres: [ordinary.cadre, { ...ordinary.cadre, cadre_id: 'C2', name: '周明' }],
      tenures: [
        ...ordinary.tenures,
        { tenure_id: 'T8', cadre_id: 'C2', from: '1997-08', to: '2020-01', kind: 'appointed' },
        { tenure_id: 'T9', cadre_id: 'C2', from: '2020-01', kind: 'other', change: 'exit' },
      ],
    }),
    book,
  )
  const summary = papers.find(({ subject }) => subject === 'everyone')?.body as EvidenceSummary | undefined
  expect(summary?.serving).toBe(1)
  expect(summary?.thinlyKnown).toEqual([{ cadreId: 'C1', breadth: 'none', sources: 0, sides: [], latest: null }])
})
