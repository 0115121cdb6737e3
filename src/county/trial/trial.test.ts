import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addDays, formatDate, parseDate } from '#domain/calendar.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import { type County, generateCounty } from '../index.ts'
import { Random } from '../random.ts'
import { heavyTailed } from './draws.ts'
import { expectedShare } from './surveys/forms.ts'

const asOf = 20261122
const city = generateCounty({ seed: 3, cadres: 500, trial: true })
type Fact = Readonly<Record<string, string>>

function rowsOf(table: TableName): Fact[] {
  const names = fieldNamesOf(table)
  const rows = new Map(city.tables()).get(table) ?? []
  return [...rows].map((row) => Object.fromEntries(names.map((name, place) => [name, row[place] ?? ''])))
}

function truthOf(name: string): Fact[] {
  const table = city.truth.find((each) => each.name === `truth-${name}`)
  return [...(table?.rows ?? [])].map((row) =>
    Object.fromEntries((table?.fields ?? []).map((field, place) => [field, row[place] ?? ''])),
  )
}

function digest(county: County): string {
  const hash = createHash('sha256')
  for (const [table, rows] of county.tables()) for (const row of rows) hash.update(JSON.stringify([table, row]))
  for (const table of county.truth) for (const row of table.rows) hash.update(JSON.stringify([table.name, row]))
  return hash.digest('hex')
}

test('the same seed gives the same city, and not the ordinary one', () => {
  const trial = (seed: number): string => digest(generateCounty({ seed, cadres: 80, asOf, trial: true }))
  expect(trial(4)).toBe(trial(4))
  expect(trial(5)).not.toBe(trial(4))
  expect(digest(generateCounty({ seed: 4, cadres: 80, asOf }))).not.toBe(trial(4))
})

test('draws with heavy tails have standard deviation 1 and far more outliers than a normal', () => {
  const random = new Random(1, 'tails')
  const draws = Array.from({ length: 20000 }, () => heavyTailed(random, 5))
  const square = draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length
  expect(Math.abs(square - 1)).toBeLessThan(0.1)
  // A normal has one in 370 beyond three; t with five degrees of freedom one in 84, scaled.
  expect(draws.filter((draw) => Math.abs(draw) > 3).length).toBeGreaterThan(150)
})

test('an abler person can expect more, and never more than the full mark', () => {
  const shares = [-3, -1, 0, 1, 3].map((ability) => expectedShare(ability))
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.at(-1)).toBeLessThanOrEqual(1)
})

describe('the survey forms', () => {
  test('differ in scale, and marks are whole and within it', () => {
    const scales = new Set<number>()
    for (const { score, scale_max } of rowsOf('ratings')) {
      const [mark, full] = [Number(score), Number(scale_max)]
      if (!Number.isInteger(mark) || mark < (full > 5 ? 0 : 1) || mark > full) expect.fail(`${score}/${scale_max}`)
      scales.add(full)
    }
    expect([...scales].sort((a, b) => a - b)).toEqual([3, 4, 5, 100])
  })

  test('never link the enclave with the rest: no rater marks people of two parts', () => {
    const partOf = new Map(truthOf('cadre').map(({ cadre_id = '', component = '' }) => [cadre_id, component]))
    const partOfRater = new Map<string, string>()
    for (const { cadre_id = '', rater_id = '' } of rowsOf('ratings')) {
      const part = partOf.get(cadre_id) ?? ''
      if ((partOfRater.get(rater_id) ?? part) !== part) expect.fail(rater_id)
      partOfRater.set(rater_id, part)
    }
    const sizes = Map.groupBy(partOf.values(), (part) => part)
    expect(sizes.get('M')?.length).toBeGreaterThan(100)
    expect(sizes.get('X1')?.length).toBeGreaterThan(10)
  })
})

describe('what was planted', () => {
  const statements = new Map(rowsOf('statements').map((row) => [row.statement_id, row]))

  test('false values stand in the statements, or in the register, that say them', () => {
    const conflicts = truthOf('conflict')
    expect(conflicts.length).toBeGreaterThan(10)
    const register = new Map(rowsOf('cadres').map((row) => [row.cadre_id, row]))
    for (const { statement_id, cadre_id, field = '', false_value, true_value } of conflicts) {
      if (statement_id) expect(statements.get(statement_id)).toMatchObject({ field, value: false_value })
      else expect(register.get(cadre_id)?.[field]).toBe(false_value)
      expect(false_value).not.toBe(true_value)
    }
  })

  test('copies come after what they copy; honest pairs are other words', () => {
    const copied = truthOf('sameness').filter(({ kind }) => kind === 'copied')
    for (const { statement_id, other_id, declared, manner } of copied) {
      const [copy, original] = [statements.get(statement_id), statements.get(other_id)]
      expect(parseDate(copy?.recorded_on ?? '')).toBeGreaterThanOrEqual(parseDate(original?.recorded_on ?? '') ?? 0)
      expect(copy?.copies).toBe(declared === 'true' ? other_id : '')
      if (manner === 'same-event') expect(copy?.text).not.toBe(original?.text)
    }
    expect(new Set(copied.map(({ manner }) => manner))).toEqual(
      new Set(['verbatim', 'edited', 'reordered', 'same-event', 'same-style']),
    )
  })

  test('an overdue rectification is open in the record, past its day', () => {
    const events = rowsOf('supervision')
    const overdue = truthOf('signal').filter(
      ({ kind, look_alike }) => kind === 'rectification' && look_alike === 'false',
    )
    expect(overdue.length).toBeGreaterThan(5)
    for (const { cadre_id, unit_id, raised_on = '' } of overdue) {
      const due = formatDate(addDays(parseDate(raised_on) ?? 0, -1))
      const isOpen = (event: Fact): boolean =>
        event.due_on === due &&
        event.closed_on === '' &&
        (cadre_id ? event.cadre_id === cadre_id : event.unit_id === unit_id)
      expect(events.some(isOpen), raised_on).toBe(true)
    }
  })

  test('rings and crowds are raters who did vote', () => {
    const voters = new Set(rowsOf('ratings').map((row) => `${row.survey_id} ${row.rater_id}`))
    const rings = truthOf('ring')
    expect(new Set(rings.map(({ kind }) => kind))).toEqual(new Set(['ring', 'burst']))
    const absent = rings.filter((row) => row.kind === 'burst' && !voters.has(`${row.survey_id} ${row.rater_id}`))
    expect(absent).toEqual([])
  })
})
