import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invented } from '../cases/invented.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import { judge } from '../evaluation/finding.ts'
import { readFacts } from '../facts/facts.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { comparePlanes } from './compare.ts'
import { type VerdictPlanes, verdictAt } from './verdict-planes.ts'

const book = loadRuleBook()
const asOf = 20261122

const rulesOn = (day: number): BoundRule[] =>
  (['appointment', 'rotation', 'supervision'] as const).flatMap((purpose) => book.inForce(purpose, day))

const record = fc.record({
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
  gaps: fc.constantFrom(0, 0.1, 0.4),
  people: fc.constantFrom(1, 33, 70),
  seats: fc.constantFrom(4, 12),
})

/** Every pair on which the planes and the closures differ. */
function differences(planes: VerdictPlanes): string[] {
  const { facts, today, people, seats } = planes
  return planes.rules.flatMap((bound, rule) =>
    seats.flatMap((seat, at) =>
      people.flatMap((index, person) => {
        const wanted = judge(bound, { cadre: facts.cadre(index), seat, today, row: undefined })
        const found = verdictAt(planes, rule, at, person)
        return found === wanted ? [] : [`${bound.rule.id} ${seat.position} ${index}: ${found}, not ${wanted}`]
      }),
    ),
  )
}

describe('planes say of every pair what the rule says of it', () => {
  test('for every rule in force and any record, with gaps', () => {
    fc.assert(
      fc.property(record, (one) => {
        const facts = readFacts(snapshotFrom(asOf, invented(one)), book.gradeLevels(asOf))
        expect(differences(comparePlanes(rulesOn(asOf), facts))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  test('on another day, and back', () => {
    fc.assert(
      fc.property(record, fc.constantFrom(20261123, 20270101, 20290228), (one, day) => {
        const facts = readFacts(snapshotFrom(asOf, invented(one)), book.gradeLevels(asOf))
        const planes = comparePlanes(rulesOn(asOf), facts)
        const later = planes.on(day, rulesOn(day))
        later.column(0, 0)
        expect(differences(planes)).toEqual([])
        expect(differences(later)).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('after some records have changed', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (one, other, isAsked) => {
        const rows = [...invented(one)]
        const before = snapshotFrom(asOf, rows)
        const changed = before.tables.cadres.length > 2 ? ['cadres-0', 'cadres-2'] : ['cadres-0']
        const isOf = (row: RowFacts): boolean => changed.includes(row.cadre_id ?? '')
        const anew = [...invented({ ...one, seed: other })].filter(([table, row]) => table !== 'cadres' && isOf(row))
        const after = snapshotFrom(asOf, [...rows.filter(([table, row]) => table === 'cadres' || !isOf(row)), ...anew])
        const facts = readFacts(before, book.gradeLevels(asOf))
        const next = readFacts(after, book.gradeLevels(asOf))
        const planes = comparePlanes(rulesOn(asOf), facts)
        if (isAsked) expect(differences(planes)).toEqual([])
        const places = changed.flatMap((id) => next.cadreIndex(id) ?? [])
        expect(differences(planes.withCadres(next, places))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('under other rules', () => {
    fc.assert(
      fc.property(record, (one) => {
        const facts = readFacts(snapshotFrom(asOf, invented(one)), book.gradeLevels(asOf))
        const planes = comparePlanes(book.inForce('appointment', asOf), facts)
        planes.column(2, 1)
        expect(differences(planes.withRules(rulesOn(20180101)))).toEqual([])
      }),
      { numRuns: 10 },
    )
  })
})
