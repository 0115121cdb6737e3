import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, hasElapsed } from '#domain/calendar.ts'
import { accumulate, mergeRuns, type Run } from './accumulated.ts'
import { no, unknown, yes } from './truth.ts'

const whole = (months: number) => ({ months, unbroken: false })

const day = fc.tuple(
  fc.integer({ min: 1990, max: 2024 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 0, max: 28 }),
)
const date = day.map(([year, month, dd]) => year * 10000 + month * 100 + dd)
const run = fc.tuple(date, fc.integer({ min: 0, max: 120 })).map(
  ([from, months]): Run => ({
    from,
    to: months === 0 ? 0 : addMonths(from, months),
  }),
)

describe('time accumulated over stretches', () => {
  test('a single open run is over on its anniversary, the leap day on the last of February', () => {
    expect(accumulate([{ from: 20240229, to: 0 }], [], whole(12), 20250227).truth).toBe(no)
    expect(accumulate([{ from: 20240229, to: 0 }], [], whole(12), 20250228).truth).toBe(yes)
  })

  test('runs with a gap add whole months first and then days', () => {
    const runs = [
      { from: 20200115, to: 20210320 },
      { from: 20220601, to: 0 },
    ]
    // 14 months and 5 days, so 10 months less 5 days remain of two years.
    expect(accumulate(runs, [], whole(24), 20230326)).toMatchObject({ truth: no, due: 20230327 })
    expect(accumulate(runs, [], whole(24), 20230327)).toMatchObject({ truth: yes, least: 24 })
  })

  test('overlapping runs count once, runs that share a month adjoin', () => {
    expect(
      mergeRuns([
        { from: 20200100, to: 20210600 },
        { from: 20210600, to: 0 },
      ]),
    ).toEqual([{ from: 20200100, to: 0 }])
    expect(
      mergeRuns([
        { from: 20200101, to: 20220101 },
        { from: 20200601, to: 20210101 },
      ]),
    ).toEqual([{ from: 20200101, to: 20220101 }])
  })

  test('only the last unbroken run counts where the rule says so', () => {
    const runs = [
      { from: 20000101, to: 20100101 },
      { from: 20200101, to: 0 },
    ]
    const found = accumulate(runs, [], { months: 60, unbroken: true }, 20241231)
    expect(found).toMatchObject({ truth: no, since: 20200101, due: 20250101 })
  })

  test('an unbroken run goes on over a pause of at most a month, which breaks no sum', () => {
    const since = (to: number, from: number) =>
      accumulate(
        [
          { from: 20150302, to },
          { from, to: 0 },
        ],
        [],
        { months: 60, unbroken: true },
        20241231,
      ).since
    expect(since(20200630, 20200701)).toBe(20150302)
    expect(since(20200600, 20200700)).toBe(20150302)
    expect(since(20200702, 20200802)).toBe(20150302)
    expect(since(20200702, 20200803)).toBe(20200803)
    const sum = accumulate(
      [
        { from: 20200101, to: 20210101 },
        { from: 20210201, to: 0 },
      ],
      [],
      whole(24),
      20241231,
    )
    expect(sum.due).toBe(20220201)
  })

  test('a run that may or may not count leaves the answer open only where it decides', () => {
    const sure = [{ from: 20230101, to: 0 }]
    const possible = [{ from: 20200101, to: 20230101 }]
    expect(accumulate(sure, possible, whole(24), 20240601).truth).toBe(unknown)
    expect(accumulate(sure, possible, whole(72), 20240601).truth).toBe(no)
    expect(accumulate(sure, possible, whole(12), 20240601).truth).toBe(yes)
  })

  test('one open run answers as the calendar does', () => {
    fc.assert(
      fc.property(
        date,
        fc.integer({ min: 1, max: 240 }),
        fc.integer({ min: 20000101, max: 20301228 }),
        (from, months, seed) => {
          const today = Math.floor(seed / 10000) * 10000 + (1 + (seed % 12)) * 100 + 1 + (seed % 28)
          fc.pre(from % 100 === 0 ? from + 31 <= today : from <= today)
          const expected = { yes, no, unknown }[hasElapsed(from, months, today)]
          expect(accumulate([{ from, to: 0 }], [], whole(months), today).truth).toBe(expected)
        },
      ),
    )
  })

  test('a later day never takes back time that has elapsed, nor loses a day that was due', () => {
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (runs, months) => {
        const days = [20050615, 20100101, 20150820, 20241231, 20301122]
        const truths = days.map((today) => accumulate(runs, [], whole(months), today).truth)
        expect(truths).toEqual([...truths].sort((a, b) => a - b))
      }),
    )
  })

  test('adding a run never takes time away, and the order of runs does not matter', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 4 }), run, fc.integer({ min: 1, max: 200 }), (runs, more, months) => {
        const before = accumulate(runs, [], whole(months), 20261122)
        const after = accumulate([...runs, more], [], whole(months), 20261122)
        expect(after.truth).toBeGreaterThanOrEqual(before.truth)
        expect(accumulate([...runs, more].reverse(), [], whole(months), 20261122)).toEqual(after)
      }),
    )
  })
})
