import { describe, expect, it } from 'vitest'
import { binomialInterval, poissonInterval } from './exact-intervals.ts'

// R: qchisq(c(.05, .95), 2 * c(n, n + 1)) / 2 and binom.test(x, n, conf.level = .9)$conf.int
describe('intervals of counts', () => {
  it.each([
    [0, 0, 2.995732],
    [3, 0.8176914, 7.753657],
    [10, 5.425406, 16.96222],
  ])('the mean behind %i events', (count, lower, upper) => {
    const interval = poissonInterval(count, 0.9)
    expect(interval.lower).toBeCloseTo(lower, 5)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it.each([
    [0, 5, 0, 0.4507197],
    [1, 10, 0.005116197, 0.3941633],
    [5, 5, 0.5492803, 1],
  ])('the probability behind %i of %i', (successes, trials, lower, upper) => {
    const interval = binomialInterval(successes, trials, 0.9)
    expect(interval.lower).toBeCloseTo(lower, 5)
    expect(interval.upper).toBeCloseTo(upper, 5)
  })
})
