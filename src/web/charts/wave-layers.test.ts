import { expect, test } from 'vitest'
import type { Wave } from '#server/contract/index.ts'
import { layersOf } from './wave-layers.ts'

const text = (zh: string) => ({ zh, en: zh })
const rule = (id: string) => ({ rule: id, basis: { instrument: '条例', article: '5', title: text(id) } })
const wave: Wave = {
  rules: [rule('a'), rule('b'), rule('c'), rule('d')],
  periods: [{ period: '2027H1', label: text('27上'), counts: [1, 2, 3, 4], total: 10 }],
  later: 0,
}

test('a stack has three kinds at most: the rules after the second go together, and nothing is lost', () => {
  const layers = layersOf(wave, (index) => wave.rules[index]?.rule ?? '', '其他')
  expect(layers).toEqual([
    { name: 'a', counts: [1] },
    { name: 'b', counts: [2] },
    { name: '其他', counts: [7] },
  ])
})
