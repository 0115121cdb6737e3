import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, yearOf } from '#domain/calendar.ts'
import type { EarlySign } from '#domain/results.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { asOf, type Facts, fact, someCadre, someUnit, watchedTown } from '../fixtures/watched-town.ts'
import { earlySigns } from './early-signs.ts'

const book = loadRuleBook()
const today = 20261122
const signsOn = (facts: Facts, day = today): readonly EarlySign[] => earlySigns(asOf(facts, day), book).signals

describe('ratings of people who fell, among those who only seem to have', () => {
  const town = watchedTown({ seed: 7, units: 40, cadresPerUnit: 8, raters: 15, fall: 1.2 })
  const signs = signsOn(town).filter(({ kind }) => kind === 'rating')
  const named = new Set(signs.map(({ cadreId }) => cadreId ?? ''))

  test('most of the fallen are found, and hardly anybody else', () => {
    const found = [...town.fallen.keys()].filter((cadre) => named.has(cadre))
    expect(found.length / town.fallen.size).toBeGreaterThan(0.8)
    expect(found.length / named.size).toBeGreaterThan(0.9)
  })

  test('a harsher panel, a lower survey, a handful of ballots or a move raise no more than chance', () => {
    expect([...town.alike.keys()].filter((cadre) => named.has(cadre)).length).toBeLessThanOrEqual(1)
  })

  test('a course is that of one panel: who is listed elsewhere but rated by the same people goes on in it', () => {
    const moves = [...town.fallen.keys()].flatMap((cadre) => [
      ...['A', 'B'].map((unit) =>
        fact('positions', {
          position_id: `${unit}-${cadre}`,
          unit_id: unit,
          title: '副职',
          post_level: 'none',
          role: 'staff',
        }),
      ),
      fact('tenures', {
        tenure_id: `1-${cadre}`,
        cadre_id: cadre,
        position_id: `A-${cadre}`,
        from: '2024-02',
        kind: 'appointed',
        to: '2025-03',
      }),
      fact('tenures', {
        tenure_id: `2-${cadre}`,
        cadre_id: cadre,
        position_id: `B-${cadre}`,
        from: '2025-03',
        kind: 'appointed',
      }),
    ])
    const rows = [...town.rows.filter(([table]) => table !== 'tenures'), ...someUnit('A'), ...someUnit('B'), ...moves]
    const found = signsOn({ rows }).filter(({ kind, cadreId }) => kind === 'rating' && town.fallen.has(cadreId ?? ''))
    expect(found.length / town.fallen.size).toBeGreaterThan(0.8)
  })

  test('raised on the day of the survey that shows it', () => {
    const days = signs.filter(({ cadreId }) => town.fallen.has(cadreId ?? '')).map(({ raisedOn }) => yearOf(raisedOn))
    expect(days.filter((year) => year === 2024).length / days.length).toBeGreaterThan(0.6)
    expect(days.every((year) => year === 2024 || year === 2025)).toBe(true)
  })

  test('a cut of the facts at that day raises it then, and not a day before', () => {
    for (const sign of signs.slice(0, 4)) {
      const alike = ({ cadreId, kind, raisedOn }: EarlySign) =>
        cadreId === sign.cadreId && kind === sign.kind && raisedOn === sign.raisedOn
      expect(signsOn(town, sign.raisedOn).some(alike)).toBe(true)
      expect(signsOn(town, addDays(sign.raisedOn, -1)).some(({ cadreId }) => cadreId === sign.cadreId)).toBe(false)
    }
  })

  test('the order of the facts changes nothing', () => {
    expect(signsOn({ rows: town.rows.toReversed() })).toEqual(signsOn(town))
  })

  test('of three people, whoever fell further than both others is found, and nobody for the rise of another', () => {
    const threes = watchedTown({ seed: 3, units: 60, cadresPerUnit: 3, raters: 15, fall: 3 })
    const ratings = signsOn(threes).filter(({ kind }) => kind === 'rating')
    const right = ratings.filter(({ cadreId }) => threes.fallen.has(cadreId ?? ''))
    expect(right.length / threes.fallen.size).toBeGreaterThan(0.6)
    expect(ratings.length - right.length).toBeLessThanOrEqual(2)
    const risen = watchedTown({ seed: 3, units: 60, cadresPerUnit: 3, raters: 15, fall: -3 })
    expect(signsOn(risen).filter(({ kind }) => kind === 'rating').length).toBeLessThanOrEqual(2)
  })

  test('without anybody fallen, no more signs than announced', () => {
    const quiet = watchedTown({ seed: 11, units: 60, cadresPerUnit: 8, raters: 12, fall: 0 })
    const { signals, papers } = earlySigns(asOf(quiet, today), book)
    const { expected } = papers.find(({ subject }) => subject === 'rating')?.body as { expected: number }
    expect(signals.length).toBeLessThanOrEqual(expected + 3 * Math.sqrt(expected))
  })
})

const event = (values: Record<string, string>) =>
  fact('supervision', { event_id: 'E1', cadre_id: 'C1', unit_id: 'U1', on: '2026-03-10', ...values })
const about = (...rows: (readonly [TableName, Row])[]): Facts => ({
  rows: [...someUnit('U1'), someCadre('C1', 'U1'), ...rows],
})
const told = (facts: Facts, day?: number) =>
  signsOn(facts, day).map(({ kind, severity, raisedOn }) => `${kind} ${severity} ${raisedOn}`)

describe('what was reported and found', () => {
  const petition = (id: number, values: Record<string, string> = {}) =>
    event({ event_id: `E${id}`, kind: 'petition', severity: 'moderate', on: `2026-0${id}-10`, ...values })

  test('unverified petitions are minor, however many, also beside other signs', () => {
    const many = [1, 2, 3, 4, 5, 6, 7].map((id) => petition(id, { severity: 'serious', verified: 'false' }))
    expect(told(about(...many))).toEqual(['petition minor 20260510'])
    const light = { severity: 'minor', verified: 'true', due_on: '2027-03-10' }
    const declared = event({ event_id: 'E9', kind: 'personal-matters', ...light })
    expect(told(about(...many, declared))).toEqual(['petition minor 20260510', 'declaration minor 20260310'])
  })

  test('groundless petitions raise nothing', () => {
    expect(told(about(...[1, 2, 3, 4].map((id) => petition(id, { severity: 'none', verified: 'false' }))))).toEqual([])
  })

  test('several proven petitions within two years go one step up, answered or not', () => {
    const answered = { verified: 'true', closed_on: '2026-08-01' }
    expect(told(about(petition(1, answered)))).toEqual([])
    expect(told(about(petition(1, answered), petition(4, answered)))).toEqual(['petition serious 20260410'])
    expect(told(about(petition(1, { verified: 'true' }), petition(4, { verified: 'true' })))).toEqual([
      'petition serious 20260410',
      'petition moderate 20260410',
      'petition moderate 20260110',
    ])
  })

  test('a finding that is answered is no sign, unless it was serious; an overdue one is a sign of its own', () => {
    const finding = { kind: 'audit', severity: 'moderate', verified: 'true', due_on: '2026-06-10' }
    expect(told(about(event({ ...finding, closed_on: '2026-05-01' })))).toEqual([])
    expect(told(about(event({ ...finding, severity: 'serious', closed_on: '2026-05-01' })))).toEqual([
      'audit moderate 20260310',
    ])
    expect(told(about(event(finding)), 20260610)).toEqual(['audit moderate 20260310'])
    expect(told(about(event(finding)), 20260611)).toEqual([
      'rectification moderate 20260611',
      'audit moderate 20260310',
    ])
    expect(told(about(event({ ...finding, severity: 'minor' })), 20260610)).toEqual([])
    expect(told(about(event({ ...finding, severity: 'minor' })))).toEqual(['rectification moderate 20260611'])
    expect(told(about(event({ ...finding, verified: '' })))).toEqual([])
  })

  test('of two sources that stand beside each other the gravest sign goes one step up', () => {
    const audit = event({ kind: 'audit', severity: 'moderate', verified: 'true', due_on: '2027-03-10' })
    const declared = event({
      event_id: 'E2',
      kind: 'personal-matters',
      severity: 'minor',
      verified: 'true',
      on: '2026-04-01',
      due_on: '2027-01-01',
    })
    expect(told(about(audit, declared))).toEqual(['declaration minor 20260401', 'audit serious 20260310'])
  })

  test('a breach does not speak for itself by being overdue', () => {
    const breach = { kind: 'work-norm', severity: 'moderate', verified: 'true', due_on: '2026-06-10' }
    expect(told(about(event(breach)))).toEqual(['rectification moderate 20260611', 'work-norm moderate 20260310'])
  })

  test('evaluations below competent count in the second year running, incompetence at once, until a better one', () => {
    const result = (year: string, value: string) => fact('evaluations', { cadre_id: 'C1', year, result: value })
    const low = [
      result('2022', 'competent'),
      result('2023', 'basicallyCompetent'),
      result('2024', 'basicallyCompetent'),
    ]
    expect(told(about(...low), 20241230)).toEqual([])
    expect(told(about(...low), 20250601)).toEqual(['evaluation moderate 20241231'])
    expect(told(about(...low, result('2025', 'competent')), 20260601)).toEqual([])
    const fell = [result('2023', 'competent'), result('2024', 'incompetent')]
    expect(told(about(...fell), 20250601)).toEqual(['evaluation serious 20241231'])
  })

  test('a measure in effect is the answer to something, not a sign', () => {
    const measure = { cadre_id: 'C1', kind: 'admonition', decided_on: '2026-03-01', until: '2026-12-01' }
    expect(told(about(fact('sanctions', measure)))).toEqual([])
  })

  test('adverse notes of several channels count once each, however often copied', () => {
    const note = (id: number, channel: string, values: Record<string, string> = {}) =>
      fact('statements', {
        statement_id: `D${id}`,
        cadre_id: 'C1',
        channel,
        recorded_on: `2026-0${id}-01`,
        tone: 'adverse',
        ...values,
      })
    const notes = [note(1, 'site-visit'), note(2, 'appraisal-talk')]
    expect(told(about(...notes, note(3, 'site-visit', { copies: 'D1' })))).toEqual([])
    expect(told(about(...notes, note(3, 'site-visit')))).toEqual(['observation minor 20260301'])
  })
})

const days = fc.integer({ min: 0, max: 1400 }).map((shift) => addDays(20230101, shift))
const written = (day: number): string => `${String(day).slice(0, 4)}-${String(day).slice(4, 6)}-${String(day).slice(6)}`
const anyEvent = fc.record({
  kind: fc.constantFrom('petition', 'personal-matters', 'audit', 'inspection', 'work-norm'),
  on: days,
  severity: fc.constantFrom('none', 'minor', 'moderate', 'serious'),
  verified: fc.constantFrom('true', 'false', undefined),
  due: fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }),
  closed: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
})

test('whatever was recorded, a sign stands on the day it was raised and not on the day before', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 8 }), (events) => {
      const facts = about(
        ...events.map(({ kind, on, severity, verified, due, closed }, index) =>
          event({
            event_id: `E${index}`,
            kind,
            on: written(on),
            severity,
            ...(verified ? { verified } : {}),
            ...(due === undefined ? {} : { due_on: written(addDays(on, due)) }),
            ...(closed === undefined ? {} : { closed_on: written(addDays(on, closed)) }),
          }),
        ),
      )
      for (const sign of signsOn(facts)) {
        const alike = (other: EarlySign): boolean => other.kind === sign.kind && other.raisedOn === sign.raisedOn
        expect(signsOn(facts, sign.raisedOn).some(alike)).toBe(true)
        expect(signsOn(facts, addDays(sign.raisedOn, -1)).some(alike)).toBe(false)
      }
    }),
    { numRuns: 60 },
  )
})
