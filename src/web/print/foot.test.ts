import { expect, test } from 'vitest'
import { footOf } from './foot.ts'

test('the foot says both clocks, who printed and when, and leaves room for the purpose', () => {
  const clocks = { asOf: '2026-11-01', knownAt: '2026-11-20T08:00:00.000Z' }
  const { left, right } = footOf(clocks, '刘科员', new Date(2026, 10, 23, 9, 5), 'zh')
  expect(left).toBe('事实时点 2026.11.01 · 知悉截至 2026.11.20')
  expect(right).toMatch(/^刘科员 2026\.11\.23 09:05 打印 · 用途：_+$/)
})

test('before the clocks are read, and without an account, the foot is empty', () => {
  expect(footOf(undefined, undefined, new Date(), 'en')).toEqual({ left: '', right: '' })
})
