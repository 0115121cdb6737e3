import { expect, test } from 'vitest'
import { intercept } from './design.ts'
import { arrangeEquations } from './equations.ts'

test('units without links are eliminated one by one, and a rater of everybody does not tie them together', () => {
  const units = 60
  const rows: { person: number; rater: number }[] = []
  for (let person = 0; person < units * 5; person += 1) {
    const unit = Math.floor(person / 5)
    for (let rater = 0; rater < 6; rater += 1) rows.push({ person, rater: unit * 6 + rater })
    rows.push({ person, rater: units * 6 })
  }
  const design = {
    response: Float64Array.from(rows, (_, row) => row % 5),
    fixed: [intercept(rows.length)],
    random: [
      { name: 'person', codes: Int32Array.from(rows, ({ person }) => person), levels: units * 5 },
      { name: 'rater', codes: Int32Array.from(rows, ({ rater }) => rater), levels: units * 6 + 1 },
    ],
  }
  const { plan, leafWeight } = arrangeEquations(design)
  expect(leafWeight.length).toBe(units * 6)
  expect(plan.nodes).toBe(units * 5 + 1)
  expect(plan.size).toBeLessThan(30_000)
})
