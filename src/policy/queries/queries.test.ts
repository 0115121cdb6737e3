import { describe, expect, test } from 'vitest'
import { overall } from '#domain/finding.ts'
import { invented } from '../cases/invented.ts'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { explain } from '../evaluation/explain.ts'
import { readFacts } from '../facts/facts.ts'
import { comparePlanes } from '../planes/compare.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { eligibleFor, nearMisses, seatsFor } from './eligible.ts'
import { exclusions } from './exclusions.ts'
import { supposing } from './supposing.ts'
import { whatChanges } from './what-changes.ts'

const book = loadRuleBook()
const asOf = 20261122
const rules = book.inForce('appointment', asOf)
const facts = readFacts(
  snapshotFrom(asOf, invented({ seed: 7, people: 120, seats: 16, gaps: 0 })),
  book.gradeLevels(asOf),
)
const planes = comparePlanes(rules, facts)

/** The findings of every pair, the slow way. */
const pairs = planes.seats.flatMap((seat) =>
  planes.people.map((cadre) => {
    const findings = explain(rules, facts, facts.cadre(cadre), seat)
    const unmet = findings.filter((one) => one.verdict === 'unmet' && one.weight === 'decides').map((one) => one.rule)
    return { positionId: seat.position, cadreId: facts.cadre(cadre).id, findings, unmet, verdict: overall(findings) }
  }),
)

describe('who may be considered', () => {
  const wanted = pairs.filter(({ verdict }) => verdict === 'met' || verdict === 'discretion')
  const plain = ({ positionId, cadreId, verdict }: (typeof pairs)[number]) => ({ positionId, cadreId, verdict })

  test('for a seat', () => {
    expect(planes.seats.flatMap(({ position }) => eligibleFor(planes, position))).toEqual(wanted.map(plain))
    expect(eligibleFor(planes, 'no such seat')).toEqual([])
  })

  test('and for which seats a cadre', () => {
    const found = planes.people.flatMap((cadre) => seatsFor(planes, facts.cadre(cadre).id))
    expect(found.length).toBe(wanted.length)
    expect(found).toEqual(expect.arrayContaining(wanted.map(plain)))
  })

  test('near misses fail exactly one rule, and would fare otherwise without it', () => {
    const found = planes.seats.flatMap(({ position }) => nearMisses(planes, position))
    const near = pairs.filter(({ unmet }) => unmet.length === 1)
    expect(near.length).toBeGreaterThan(10)
    const told = near.map(({ positionId, cadreId, findings, unmet }) => {
      const others = findings.filter((finding) => finding.rule !== unmet[0])
      return { positionId, cadreId, verdict: 'unmet', rule: unmet[0], otherwise: overall(others) }
    })
    expect(found).toEqual(told)
  })
})

describe('which article excludes', () => {
  test('counts what every rule says of every pair, and whom it alone excludes', () => {
    const found = exclusions(planes)
    for (const { rule, counts, excludes, alone } of found) {
      const said = pairs.flatMap(({ findings }) => findings.filter((one) => one.rule === rule && one.weight !== 'asks'))
      for (const verdict of ['met', 'unmet', 'unknown', 'discretion'] as const) {
        expect([rule, counts[verdict]]).toEqual([rule, said.filter((one) => one.verdict === verdict).length])
      }
      expect(counts.none).toBe(pairs.length - said.length)
      expect(excludes).toBe(pairs.filter(({ unmet }) => unmet.includes(rule)).length)
      expect(alone).toBe(pairs.filter(({ unmet }) => unmet.length === 1 && unmet[0] === rule).length)
    }
    expect(found.some(({ alone }) => alone > 0)).toBe(true)
  })

  test('at one seat', () => {
    const position = planes.seats[0]?.position ?? ''
    const sum = exclusions(planes, position).map(({ counts }) => Object.values(counts).reduce((a, b) => a + b, 0))
    expect(new Set(sum)).toEqual(new Set([planes.people.length]))
  })
})

describe('another law', () => {
  test('changes nothing where it is the same', () => {
    expect(whatChanges(planes, planes.withRules(rules))).toMatchObject({ changed: 0, changes: [], transitions: [] })
  })

  test('tells whom it changes at which seats, and through which rules', () => {
    const dropped = 'APPT-08-3-TENURE'
    const after = planes.withRules(rules.filter(({ rule }) => rule.id !== dropped))
    const { changes, changed, transitions, seats } = whatChanges(planes, after)
    const wanted = pairs.flatMap(({ positionId, cadreId, findings, verdict }) => {
      const to = overall(findings.filter(({ rule }) => rule !== dropped))
      return to === verdict ? [] : [{ positionId, cadreId, from: verdict, to }]
    })
    expect(wanted.length).toBeGreaterThan(0)
    expect(changes.map(({ positionId, cadreId, from, to }) => ({ positionId, cadreId, from, to }))).toEqual(wanted)
    for (const { rules: through } of changes) expect(through.map(({ rule }) => rule)).toEqual([dropped])
    expect(transitions.reduce((sum, one) => sum + one.pairs, 0)).toBe(changed)
    expect(seats.reduce((sum, one) => sum + one.changed, 0)).toBe(changed)
  })
})

describe('supposing', () => {
  test('another evaluation of last year would lift the bar, and the record stays as it is', () => {
    const barred = pairs.find(({ unmet }) => unmet.includes('APPT-24-3'))
    const [cadre, seat] = [
      facts.cadreIndex(barred?.cadreId ?? '') ?? -1,
      facts.seatIndex(barred?.positionId ?? '') ?? -1,
    ]
    const rows = [['evaluations', { cadre_id: barred?.cadreId ?? '', year: '2025', result: 'competent' }]] as const
    const { before, after, changes } = supposing(book, facts, { cadre, seat, rows })
    expect(before.findings).toEqual(barred?.findings)
    expect(changes).toContainEqual({ rule: 'APPT-24-3', from: 'unmet', to: 'met' })
    expect(after.asOf).toBe(asOf)
    expect(supposing(book, facts, { cadre, seat, rows: [] }).changes).toEqual([])
  })
})
