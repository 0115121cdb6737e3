import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDate } from '#domain/calendar.ts'
import { overall, type Verdict } from '#domain/finding.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import { comparePlanes, explain, factsFor, loadRuleBook, pairsIn } from '../index.ts'

const book = loadRuleBook()
const asOf = 20261122

type Rows = readonly (readonly [TableName, RowFacts])[]

const date = fc
  .tuple(fc.integer({ min: 2005, max: 2026 }), fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 28 }))
  .map(([year, month, day]) => formatDate(year * 10000 + month * 100 + day))
const levels = ['division-chief', 'division-deputy', 'section-chief', 'section-deputy', 'none']
const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { freq: 4, nil: '' })

/** Leaves out what is unknown. */
const known = (facts: Record<string, string>): RowFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ''))

const tenure = fc
  .record({
    post_level: maybe(fc.constantFrom(...levels)),
    role: maybe(fc.constantFrom('principal', 'deputy')),
    grassroots: maybe(fc.constantFrom('true', 'false')),
    from: date,
    to: fc.option(date, { nil: '' }),
    kind: fc.constantFrom('appointed', 'appointed', 'appointed', 'concurrent', 'acting', 'seconded'),
  })
  .map(known)
const sanction = fc
  .record({
    kind: fc.constantFrom(
      'party-warning',
      'party-serious-warning',
      'party-probation',
      'admin-warning',
      'admin-demerit',
      'admonition',
      'reminder',
    ),
    decided_on: date,
    until: maybe(date),
  })
  .map(known)
const training = fc
  .record({
    from: date,
    hours: maybe(fc.integer({ min: 0, max: 300 }).map(String)),
    recognised: maybe(fc.constantFrom('true', 'false')),
  })
  .map(known)

const person = fc.record({
  cadre: fc
    .record({
      work_started_on: maybe(date),
      health_ok: maybe(fc.constantFrom('true', 'false')),
      growth_place_code: maybe(fc.constant('990101')),
    })
    .map(known),
  tenures: fc.array(tenure, { minLength: 1, maxLength: 5 }),
  sanctions: fc.array(sanction, { maxLength: 2 }),
  trainings: fc.array(training, { maxLength: 3 }),
  result: fc.constantFrom('', 'competent', 'basicallyCompetent', 'excellent'),
  seat: fc.constantFrom(...levels),
  role: fc.constantFrom('principal', 'deputy'),
})
type Person = typeof person extends fc.Arbitrary<infer P> ? P : never

function rowsOf(one: Person): [TableName, RowFacts][] {
  const owned = (table: TableName, rows: readonly RowFacts[], id?: string): [TableName, RowFacts][] =>
    rows.map((row, index) => [table, { cadre_id: 'C1', ...(id ? { [id]: `X${index}` } : {}), ...row }])
  return [
    ['units', { unit_id: 'U1', name: '甲县公安局', kind: 'department', level: 'county', region_code: '990101' }],
    ['positions', { position_id: 'P1', unit_id: 'U1', title: '局长', post_level: one.seat, role: one.role }],
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', ...one.cadre }],
    ...owned('tenures', one.tenures, 'tenure_id'),
    ...owned('sanctions', one.sanctions),
    ...owned('trainings', one.trainings, 'course'),
    ...(one.result === '' ? [] : owned('evaluations', [{ year: '2025', result: one.result }])),
  ]
}

function findingsOf(rows: Rows, day = asOf) {
  const facts = factsFor(snapshotFrom(day, rows), book)
  return explain(book.inForce('appointment', day), facts, facts.cadre(0), facts.seat(0))
}

const verdictsOf = (rows: Rows): Map<string, Verdict> => new Map(findingsOf(rows).map((one) => [one.rule, one.verdict]))

const runs = { numRuns: 150 }

describe('what holds for every record', () => {
  test('adding a sanction never turns unmet into anything better', () => {
    fc.assert(
      fc.property(person, sanction, (one, more) => {
        const before = verdictsOf(rowsOf(one))
        const after = verdictsOf(rowsOf({ ...one, sanctions: [...one.sanctions, more] }))
        for (const [rule, verdict] of before) if (verdict === 'unmet') expect(after.get(rule)).toBe('unmet')
      }),
      runs,
    )
  })

  test('what happens after the as-of day changes nothing on that day', () => {
    fc.assert(
      fc.property(person, tenure, sanction, training, (one, held, sanctioned, trained) => {
        const added = rowsOf({
          ...one,
          tenures: [...one.tenures, { ...held, from: '2026-12-01' }],
          sanctions: [...one.sanctions, { ...sanctioned, decided_on: '2026-11-23' }],
          trainings: [...one.trainings, { ...trained, from: '2026-12-01' }],
        })
        const extra: [TableName, RowFacts] = ['evaluations', { cadre_id: 'C1', year: '2027', result: 'incompetent' }]
        expect(findingsOf([...added, extra])).toEqual(findingsOf(rowsOf(one)))
      }),
      runs,
    )
  })

  test('the order in which facts are recorded does not matter', () => {
    fc.assert(
      fc.property(person, (one) => {
        const rows = rowsOf(one)
        expect(findingsOf([...rows].reverse())).toEqual(findingsOf(rows))
      }),
      runs,
    )
  })

  test('blanking a fact never settles what was unknown, and never lifts a bar', () => {
    const blanks = [
      ['cadres', 'work_started_on'],
      ['cadres', 'health_ok'],
      ['cadres', 'growth_place_code'],
      ['tenures', 'grassroots'],
      ['tenures', 'post_level'],
      ['trainings', 'hours'],
      ['trainings', 'recognised'],
    ] as const
    fc.assert(
      fc.property(person, fc.constantFrom(...blanks), (one, [table, field]) => {
        const rows = rowsOf(one)
        const blanked = rows.map(([name, facts]): [TableName, RowFacts] => [
          name,
          name === table ? Object.fromEntries(Object.entries(facts).filter(([key]) => key !== field)) : facts,
        ])
        const after = verdictsOf(blanked)
        for (const [rule, verdict] of verdictsOf(rows)) {
          if (verdict === 'unknown') expect([rule, after.get(rule)]).toEqual([rule, 'unknown'])
          if (verdict === 'unmet') expect(['unmet', 'unknown']).toContain(after.get(rule))
        }
      }),
      runs,
    )
  })

  test('an unknown says which fact is missing, and every finding says why', () => {
    fc.assert(
      fc.property(person, (one) => {
        for (const finding of findingsOf(rowsOf(one))) {
          expect(finding.reasons.length).toBeGreaterThan(0)
          for (const reason of finding.reasons) expect(`${reason.zh}${reason.en}`).not.toMatch(/[{}]/)
          expect(finding.missing.length > 0).toBe(finding.verdict === 'unknown')
        }
      }),
      runs,
    )
  })

  test('the day on which a verdict turns is the first on which the same record answers otherwise', () => {
    fc.assert(
      fc.property(person, (one) => {
        const snapshot = snapshotFrom(asOf, rowsOf(one))
        const facts = factsFor(snapshot, book)
        for (const finding of findingsOf(rowsOf(one))) {
          if (finding.turnsOn === undefined || finding.turnsOn % 100 === 0 || finding.rule.startsWith('APPT-24-3'))
            continue
          const moved = { ...facts, snapshot: { ...snapshot, asOf: finding.turnsOn } }
          const [then] = explain(
            book.inForce('appointment', asOf).filter((bound) => bound.rule.id === finding.rule),
            moved,
            facts.cadre(0),
            facts.seat(0),
          )
          expect(finding.turnsOn).toBeGreaterThan(asOf)
          expect(then?.verdict).not.toBe(finding.verdict)
        }
      }),
      runs,
    )
  })

  test('a column of pairs says what the explanation of each pair says', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), (people) => {
        const rows = people.flatMap((one, index) =>
          rowsOf(one).map(([table, facts]): [TableName, RowFacts] => {
            const own = (id: string, value: string): string => (id.endsWith('_id') ? `${value}-${index}` : value)
            return [table, Object.fromEntries(Object.entries(facts).map(([id, value]) => [id, own(id, value)]))]
          }),
        )
        const facts = factsFor(snapshotFrom(asOf, rows), book)
        const rules = book.inForce('appointment', asOf)
        const everybody = people.map((_, index) => index)
        const read = pairsIn(comparePlanes(rules, facts))
        for (const [place, seat] of everybody.map((index) => facts.seat(index)).entries()) {
          const verdicts = read(place)
          for (const cadre of everybody) {
            const findings = explain(rules, facts, facts.cadre(cadre), seat)
            const unmet = findings.filter((one) => one.verdict === 'unmet').map((one) => one.rule)
            const missing = new Set(findings.flatMap((one) => one.missing))
            expect(verdicts.verdict(cadre)).toBe(overall(findings))
            expect(verdicts.blocking(cadre)).toEqual(unmet)
            expect(new Set(verdicts.missing(cadre))).toEqual(missing)
          }
        }
      }),
      { numRuns: 30 },
    )
  })
})
