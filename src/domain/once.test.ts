import { expect, test } from 'vitest'
import { once, oncePer } from './once.ts'

test('what is asked for twice is worked out once, also where nothing comes of it', () => {
  let times = 0
  const nothing = once(() => {
    times += 1
  })
  nothing()
  nothing()
  expect(times).toBe(1)
})

test('each thing has its own, and the first further argument counts', () => {
  const named = oncePer((thing: { readonly name: string }, suffix: string) => `${thing.name}${suffix}`)
  const [one, other] = [{ name: '一' }, { name: '二' }]
  expect([named(one, '甲'), named(other, '乙'), named(one, '丙')]).toEqual(['一甲', '二乙', '一甲'])
})
