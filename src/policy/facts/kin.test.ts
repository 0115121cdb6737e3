import { expect, test } from 'vitest'
import { kinClassOf } from './kin.ts'

test.each([
  ['妻子', 'spouse'],
  ['丈夫', 'spouse'],
  ['父亲', 'lineal'],
  ['长女', 'lineal'],
  ['外祖母', 'lineal'],
  ['孙子', 'lineal'],
  ['哥哥', 'collateral'],
  ['堂弟', 'collateral'],
  ['舅父', 'collateral'],
  ['外甥女', 'collateral'],
  ['岳父', 'affinity'],
  ['儿媳', 'affinity'],
  ['姐夫', 'affinity'],
  ['配偶的弟弟', undefined],
  ['家属', undefined],
  ['同学', 'other'],
])('%s is %s', (word, kin) => {
  expect(kinClassOf(word)).toBe(kin)
})
