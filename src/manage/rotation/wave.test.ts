import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearOf } from '#domain/calendar.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { rotationDues } from './dues.ts'
import { rotationDuties } from './duties.ts'
import { exchangePlan, type PersonDue, peopleDue } from './exchange-plan.ts'
import { exchangeSettings } from './settings.ts'
import { rotationTables } from './tables.ts'
import { quarterOf, quartersAhead, waveAhead, waveCounts } from './wave.ts'

const book = loadRuleBook()
const asOf = 20261122

const rows: [TableName, RowFacts][] = [
  ['units', { unit_id: 'U1', name: '甲县人民政府', kind: 'government', level: 'county', region_code: '990101' }],
  ['teams', { team_id: 'G1', unit_id: 'U1', name: '班子', term_from: '2022-02' }],
  [
    'positions',
    {
      position_id: 'P1',
      unit_id: 'U1',
      team_id: 'G1',
      title: '副县长',
      post_level: 'division-deputy',
      role: 'deputy',
      key_fund: 'true',
    },
  ],
  ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', sex: 'male', born_on: '1968-05' }],
  ['tenures', { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', kind: 'appointed', from: '2020-03-10' }],
]

function ground(...more: [TableName, RowFacts][]) {
  const snapshot = snapshotFrom(asOf, [...rows, ...more])
  return { facts: factsFor(snapshot, book), book, duties: rotationDuties(snapshot, book) }
}

describe('the wave ahead', () => {
  test('has each person once for each seat and kind, at the earliest day', () => {
    const here = ground()
    // Five years in a key seat come first, before ten in one post and in one area.
    expect(here.duties.length).toBeGreaterThan(2)
    expect(waveAhead(here)).toMatchObject([
      { kind: 'rotation', cadreId: 'C1', positionId: 'P1', on: 20250310, quarter: 'overdue' },
      // One term of five years, as none is recorded to end.
      { kind: 'term-end', on: 20270200, quarter: '2027Q1' },
      // Born in May 1968: 60 years and 11 months: one later for every four months since January 1965.
      { kind: 'retirement', on: 20290400, quarter: '2029Q2' },
    ])
  })

  test('takes the recorded end of a term, and leaves out what comes after the years of the plan', () => {
    const term = ['teams', { team_id: 'G2', unit_id: 'U1', name: '届', term_to: '2039-01-01' }] as const
    const seat = { position_id: 'P2', unit_id: 'U1', team_id: 'G2', title: '县长', post_level: 'division-chief' }
    const late = ground(
      [...term],
      ['positions', { ...seat, role: 'principal' }],
      ['cadres', { cadre_id: 'C2', name: '李某', authority_unit_id: 'U1' }],
      ['tenures', { tenure_id: 'T2', cadre_id: 'C2', position_id: 'P2', kind: 'appointed', from: '2026-01-01' }],
    )
    expect(waveAhead(late).filter(({ cadreId }) => cadreId === 'C2')).toEqual([])
  })

  test('a department has no term, unless one is recorded to end', () => {
    const office = (id: string, term: RowFacts): [TableName, RowFacts][] => [
      ['teams', { team_id: `G-${id}`, unit_id: 'U9', name: '班子', ...term }],
      [
        'positions',
        {
          position_id: id,
          unit_id: 'U9',
          team_id: `G-${id}`,
          title: '局长',
          post_level: 'section-chief',
          role: 'principal',
        },
      ],
      ['tenures', { tenure_id: `T-${id}`, cadre_id: 'C9', position_id: id, kind: 'appointed', from: '2024-01-01' }],
    ]
    const here = ground(
      ['units', { unit_id: 'U9', name: '甲县财政局', kind: 'department', level: 'county' }],
      ['cadres', { cadre_id: 'C9', name: '赵某', authority_unit_id: 'U9' }],
      ...office('A1', { term_from: '2022-01-01' }),
      ...office('A2', { term_from: '2022-01-01', term_to: '2027-06-30' }),
    )
    const own = waveAhead(here).filter(({ cadreId }) => cadreId === 'C9')
    expect(own.map(({ kind, positionId, on }) => [kind, positionId, on])).toEqual([['term-end', 'A2', 20270630]])
  })

  test('quarters run from today, what is overdue before them', () => {
    expect(quartersAhead(asOf, 1)).toEqual(['overdue', '2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4'])
    expect(quarterOf(20261100, asOf)).toBe('2026Q4')
    expect(quarterOf(asOf, asOf)).toBe('overdue')
    expect(waveCounts(waveAhead(ground())).map(({ count }) => count)).toEqual([1, 1, 1])
  })

  test('becomes result tables and things that are due', () => {
    const here = ground()
    expect(rotationTables(here)).toMatchObject([
      {
        name: 'rotation-wave',
        rows: [
          ['overdue', 'U1', 'rotation', 1],
          ['2027Q1', 'U1', 'term-end', 1],
          ['2029Q2', 'U1', 'retirement', 1],
        ],
      },
      { name: 'exchange-plan', rows: [['C1', 'P1', 'U1', '2025-03-10', 2026, 'planned']] },
    ])
    expect(rotationDues(here.duties, here.facts)[0]).toMatchObject({
      id: 'rotation/C1/P1/LOCAL-KEY-SEAT',
      on: 20250310,
      unitId: 'U1',
      link: '/cadres/C1',
    })
  })

  test('nobody is planned for an exchange who retires before it, or soon', () => {
    const old = [
      'cadres',
      { cadre_id: 'C3', name: '王某', authority_unit_id: 'U1', sex: 'male', born_on: '1965-09' },
    ] as const
    const seat = { position_id: 'P3', unit_id: 'U1', title: '副县长', post_level: 'division-deputy', key_fund: 'true' }
    const here = ground(
      [...old],
      ['positions', { ...seat, role: 'deputy' }],
      ['tenures', { tenure_id: 'T3', cadre_id: 'C3', position_id: 'P3', kind: 'appointed', from: '2019-01-01' }],
    )
    const settings = exchangeSettings(book, asOf)
    expect(peopleDue(here, settings).map(({ cadreId }) => cadreId)).toEqual(['C1'])
  })
})

describe('the plan of exchanges', () => {
  const limits = { planYears: 5, perUnitYear: 2, principalsPerUnitYear: 1, earlyYears: 1 }
  const person = (cadreId: string, dueOn: number, isPrincipal = false, unitId = 'U1'): PersonDue => ({
    cadreId,
    positionId: `P-${cadreId}`,
    unitId,
    isPrincipal,
    dueOn,
  })
  const yearsOf = (people: PersonDue[]) =>
    Object.fromEntries(exchangePlan(people, limits, asOf).map(({ cadreId, year, state }) => [cadreId, [year, state]]))

  test('proposes the year in which somebody is due, and spreads a crowd forward before it lets anybody be late', () => {
    expect(yearsOf([person('A', 20280301)])).toEqual({ A: [2028, 'planned'] })
    expect(yearsOf(['A', 'B', 'C'].map((id) => person(id, 20280301)))).toEqual({
      A: [2028, 'planned'],
      B: [2028, 'planned'],
      C: [2027, 'planned'],
    })
  })

  test('what is overdue comes first; who finds no room comes later, and says so', () => {
    expect(yearsOf(['A', 'B', 'C'].map((id) => person(id, 20250301)))).toEqual({
      A: [2026, 'planned'],
      B: [2026, 'planned'],
      C: [2027, 'late'],
    })
    expect(yearsOf([person('A', 20260301, true), person('B', 20260401, true)])).toEqual({
      A: [2026, 'planned'],
      B: [2027, 'late'],
    })
  })

  test('keeps its limits, and is late only where every year before is full', () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 2024, max: 2032 }), fc.boolean(), fc.constantFrom('U1', 'U2')), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(people, (drawn) => {
        const asked = drawn.map(([year, isPrincipal, unit], at) =>
          person(`C${at}`, year * 10000 + 601, isPrincipal, unit),
        )
        const plan = exchangePlan(asked, limits, asOf)
        expect(plan.length).toBe(asked.filter(({ dueOn }) => yearOf(dueOn) <= 2030).length)
        const taken = (unitId: string, year: number, isPrincipal?: boolean) =>
          plan.filter(
            (one) =>
              one.unitId === unitId &&
              one.year === year &&
              (isPrincipal === undefined || one.isPrincipal === isPrincipal),
          ).length
        const isFull = (one: PersonDue, year: number) =>
          taken(one.unitId, year) >= limits.perUnitYear ||
          (one.isPrincipal && taken(one.unitId, year, true) >= limits.principalsPerUnitYear)
        for (const one of plan) {
          const due = Math.max(2026, yearOf(one.dueOn))
          const last = one.year ?? 2031
          if (one.year !== undefined) {
            expect(taken(one.unitId, one.year)).toBeLessThanOrEqual(limits.perUnitYear)
            expect(taken(one.unitId, one.year, true)).toBeLessThanOrEqual(limits.principalsPerUnitYear)
            expect(one.year).toBeGreaterThanOrEqual(Math.max(2026, due - limits.earlyYears))
          }
          expect(one.state).toBe(one.year === undefined ? 'unplaced' : one.year > due ? 'late' : 'planned')
          if (one.state !== 'planned')
            for (let year = Math.max(2026, due - limits.earlyYears); year < last; year += 1)
              expect(isFull(one, year)).toBe(true)
        }
      }),
    )
  })
})
