import { expect, it } from 'vitest'
import { freeOf } from './paper-count.ts'

it('written names have their votes behind them, one where none is written', () => {
  expect(freeOf('赵四 3\n\n 钱五 \n迪力 木拉提，12')).toEqual([
    { name: '赵四', votes: 3 },
    { name: '钱五', votes: 1 },
    { name: '迪力 木拉提', votes: 12 },
  ])
})
