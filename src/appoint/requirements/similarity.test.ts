import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { seatSimilarity } from './similarity.ts'

const book = loadRuleBook()

function seatsOf(seats: readonly RowFacts[]) {
  const rows = seats.flatMap((seat, place): [TableName, RowFacts][] => [
    ['units', { unit_id: `U${place}`, name: '某局', kind: seat.kind ?? 'department', level: seat.level ?? 'county' }],
    [
      'positions',
      {
        position_id: `P${place}`,
        unit_id: `U${place}`,
        title: '副局长',
        post_level: 'section-deputy',
        role: 'deputy',
        ...seat,
      },
    ],
  ])
  const snapshot = snapshotFrom(20261122, rows)
  const facts = factsFor(snapshot, book)
  const similarity = seatSimilarity({ snapshot, book })
  return (a: number, b: number) =>
    similarity(facts.seat(facts.seatIndex(`P${a}`) ?? -1), facts.seat(facts.seatIndex(`P${b}`) ?? -1))
}

describe('how like each other two seats are', () => {
  const compare = seatsOf([
    { sector: 'finance', portfolio: '分管预算、国库' },
    { sector: 'finance', portfolio: '分管预算、绩效', post_level: 'section-chief', role: 'principal' },
    { sector: 'economy', portfolio: '分管运行调节' },
    {
      sector: 'petition',
      portfolio: '分管来访接待',
      kind: 'township',
      level: 'township',
      post_level: 'division-chief',
    },
  ])

  test('the same field and duties are nearer than an adjacent field, and that than a strange one', () => {
    const [one, adjacent, strange] = [compare(0, 1), compare(0, 2), compare(0, 3)]
    expect(one.value).toBeGreaterThan(adjacent.value)
    expect(adjacent.value).toBeGreaterThan(strange.value)
    expect([compare(0, 0).likeness, one.likeness, adjacent.likeness, strange.likeness]).toEqual([
      'same',
      'similar',
      'similar',
      'other',
    ])
  })

  test('each part is what its setting gives it', () => {
    // Same field 35; duties share 预算 of two pairs each, half of 15; one level apart, 60 % of 15; unit kind and level 10 each.
    const found = Object.fromEntries(compare(0, 1).parts.map(({ id, value }) => [id, value]))
    expect(found).toMatchObject({ role: 0, 'unit-kind': 0.1, 'unit-level': 0.1 })
    expect(found.sector).toBeCloseTo(0.35, 12)
    expect(found.duties).toBeCloseTo(0.075, 12)
    expect(found.level).toBeCloseTo(0.09, 12)
  })

  test('is symmetric, from 0 to 1, and the sum of its parts', () => {
    const seat = fc.record({
      sector: fc.constantFrom(...identifiersOf('sector')),
      role: fc.constantFrom(...identifiersOf('role')),
      post_level: fc.constantFrom(...identifiersOf('postLevel')),
      kind: fc.constantFrom(...identifiersOf('unitKind')),
      level: fc.constantFrom(...identifiersOf('unitLevel')),
      portfolio: fc.constantFrom('', '主持全面工作', '分管预算、国库', '分管招商引资'),
    })
    fc.assert(
      fc.property(seat, seat, (a, b) => {
        const between = seatsOf([a, b])
        const { value, parts } = between(0, 1)
        expect(between(1, 0).value).toBe(value)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
        expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(value, 12)
        expect(between(0, 0).value).toBeCloseTo(1, 12)
      }),
      { numRuns: 50 },
    )
  })
})
