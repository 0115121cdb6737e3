import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { box, type ChartUnit, chartLayout, type Placed, wholeScale } from './layout.ts'

const seats = (count: number, principals = 1) =>
  Array.from({ length: count }, (_, at) => ({ id: `P${at}`, isPrincipal: at < principals }))
const unit = (id: string, below: ChartUnit[] = [], count = 0): ChartUnit => ({
  id,
  seats: seats(count).map((seat) => ({ ...seat, id: `${id}${seat.id}` })),
  below,
})
const sizeOf = ({ kind }: Placed) => box[kind]
const overlap = (a: Placed, b: Placed): boolean =>
  a.x < b.x + sizeOf(b).width &&
  b.x < a.x + sizeOf(a).width &&
  a.y < b.y + sizeOf(b).height &&
  b.y < a.y + sizeOf(a).height

/** Charts of at most so many levels of units. */
const charts = (levels: number): fc.Arbitrary<ChartUnit> =>
  fc
    .tuple(
      fc.uuid(),
      fc.nat(9),
      levels === 0 ? fc.constant<ChartUnit[]>([]) : fc.array(charts(levels - 1), { maxLength: 4 }),
    )
    .map(([id, count, below]) => unit(id, below, count))

describe('the chart of a unit', () => {
  test('has its principals alone in the first row, and the others under them in order', () => {
    const { boxes } = chartLayout(unit('U', [], 5), 800)
    const rows = [...Map.groupBy(boxes, ({ y }) => y).values()].map((row) => row.map(({ id }) => id))
    expect(rows).toEqual([['U'], ['UP0'], ['UP1', 'UP2', 'UP3', 'UP4']])
  })

  test('of four hundred units breaks its rows and stays as wide as it was asked to be', () => {
    const below = Array.from({ length: 400 }, (_, at) => unit(`U${at}`))
    const { width, boxes, height } = chartLayout(unit('市', below, 40), 1600)
    expect(width).toBeLessThanOrEqual(1600)
    expect(boxes).toHaveLength(441)
    expect(height / width).toBeLessThan(4)
  })

  test('lays no box over another, and none out of the picture', () => {
    fc.assert(
      fc.property(charts(3), fc.integer({ min: 300, max: 2000 }), (chart, widest) => {
        const { boxes, width, height, lines } = chartLayout(chart, widest)
        for (const [at, one] of boxes.entries()) {
          expect(one.x).toBeGreaterThanOrEqual(-1e-6)
          expect(one.x + sizeOf(one).width).toBeLessThanOrEqual(width + 1e-6)
          expect(one.y + sizeOf(one).height).toBeLessThanOrEqual(height + 1e-6)
          expect(boxes.slice(at + 1).some((other) => overlap(one, other))).toBe(false)
        }
        for (const line of lines)
          expect(line.every((at) => at >= -1e-6 && at <= Math.max(width, height) + 1e-6)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('draws a line to the top of every box but the first', () => {
    const { boxes, lines } = chartLayout(unit('U', [unit('V', [unit('W')], 2)], 3), 900)
    for (const one of boxes.filter(({ id }) => id !== 'U')) {
      const middle = one.x + sizeOf(one).width / 2
      expect(lines.some(([, , x, y]) => Math.abs((x ?? 0) - middle) < 1e-6 && y === one.y)).toBe(true)
    }
  })
})

test('a small chart is not blown up, a large one is seen whole', () => {
  expect(wholeScale({ width: 400, height: 300 }, { width: 1000, height: 800 })).toBe(1)
  expect(wholeScale({ width: 2000, height: 400 }, { width: 1000, height: 800 })).toBe(0.5)
})
