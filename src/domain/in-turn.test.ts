import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('those who ask together share an answer, and nobody gets one that was begun before', async () => {
  const open: ((value: number) => void)[] = []
  const ask = inTurn(() => new Promise<number>((answer) => open.push(answer)))
  const begun = () => open.length
  const first = [ask(), ask()]
  await Promise.resolve()
  expect(begun()).toBe(1)
  const later = [ask(), ask()]
  open[0]?.(1)
  expect(await Promise.all(first)).toEqual([1, 1])
  await expect.poll(begun).toBe(2)
  open[1]?.(2)
  expect(await Promise.all(later)).toEqual([2, 2])
})

test('a failure is told to those who asked, and the next asking is made anew', async () => {
  let asked = 0
  const ask = inTurn(async () => {
    asked += 1
    if (asked === 1) throw new Error('gone')
    return asked
  })
  await expect(ask()).rejects.toThrow('gone')
  expect(await ask()).toBe(2)
})
