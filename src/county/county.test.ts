import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { earliest, isMonthOnly, latest, parseDate } from '#domain/calendar.ts'
import { checkCharacter } from '#domain/citizen-number.ts'
import { identifiersOf, postRank } from '#domain/lexicon/terms.ts'
import { type Field, fieldNamesOf, type Row, type TableName, tableNames, tableOf } from '#domain/tables.ts'
import { generateCounty } from './index.ts'

type Record_ = Readonly<Record<string, string | null>>
const asOf = 20261122
const city = generateCounty({ seed: 7, cadres: 800 })
const tables = new Map(city.tables())
const rowsOf = (table: TableName): Iterable<Row> => tables.get(table) ?? []

function* recordsOf(table: TableName): Iterable<Record_> {
  const names = fieldNamesOf(table)
  for (const row of rowsOf(table)) yield Object.fromEntries(names.map((name, index) => [name, row[index] ?? null]))
}

const all = (table: TableName): Record_[] => [...recordsOf(table)]
const digest = (county: ReturnType<typeof generateCounty>): string => {
  const hash = createHash('sha256')
  for (const [table, rows] of county.tables()) for (const row of rows) hash.update(JSON.stringify([table, row]))
  for (const table of county.truth) for (const row of table.rows) hash.update(JSON.stringify([table.name, row]))
  return hash.digest('hex')
}

test('the same seed gives the same rows, another seed others', () => {
  const first = generateCounty({ seed: 11, cadres: 120 })
  expect(digest(first)).toBe(digest(first))
  expect(digest(generateCounty({ seed: 11, cadres: 120 }))).toBe(digest(first))
  expect(digest(generateCounty({ seed: 12, cadres: 120 }))).not.toBe(digest(first))
})

test.each([50, 137, 800])('a city of %i cadres has exactly so many, and every table has rows', (cadres) => {
  const county = generateCounty({ seed: 3, cadres })
  for (const [table, rows] of county.tables()) {
    const count = [...rows].length
    if (table === 'cadres') expect(count).toBe(cadres)
    expect(count, table).toBeGreaterThan(0)
  }
})

test('every value is one its column may hold', () => {
  for (const table of tableNames) {
    const fields = fieldNamesOf(table).map((name): [string, Field] => [
      name,
      tableOf(table).fields[name] ?? { kind: 'text' },
    ])
    for (const row of rowsOf(table)) {
      fields.forEach(([name, field], index) => {
        const value = row[index] ?? null
        if (value === null ? field.required : !isAllowed(value, field)) expect.fail(`${table}.${name}: ${value}`)
      })
    }
  }
})

function isAllowed(value: string, field: Field): boolean {
  if (value === '') return false
  if (field.kind === 'date') return parseDate(value) !== undefined
  if (field.kind === 'boolean') return value === 'true' || value === 'false'
  if (field.kind === 'number') {
    const number = Number(value)
    const isWhole = !field.integer || Number.isInteger(number)
    return Number.isFinite(number) && isWhole && number >= (field.least ?? number) && number <= (field.most ?? number)
  }
  if (field.terms === undefined) return true
  const ids: readonly string[] = identifiersOf(field.terms)
  return value.split(';').every((term) => ids.includes(term))
}

test('keys are unique and every reference leads to a row', () => {
  const keys = new Map(
    tableNames.map((table) => {
      const seen = new Set<string>()
      let count = 0
      for (const record of recordsOf(table)) {
        seen.add(
          tableOf(table)
            .key.map((field) => record[field] ?? '')
            .join('|'),
        )
        count += 1
      }
      expect(seen.size, table).toBe(count)
      return [table as string, seen] as const
    }),
  )
  for (const table of tableNames) {
    const references = Object.entries(tableOf(table).fields).filter(([, field]) => field.references !== undefined)
    if (references.length === 0) continue
    for (const record of recordsOf(table)) {
      for (const [name, field] of references) {
        const value = record[name]
        if (value && !keys.get(field.references ?? '')?.has(value)) expect.fail(`${table}.${name}: ${value}`)
      }
    }
  }
})

describe('careers', () => {
  const seats = new Map(all('positions').map((seat) => [seat.position_id, seat]))
  const tenures = all('tenures')
  const day = (text: string | null | undefined, otherwise: number): number =>
    text ? (parseDate(text) ?? otherwise) : otherwise

  test('no two appointed people certainly sit in one seat on one day', () => {
    const bySeat = Map.groupBy(
      tenures.filter((tenure) => tenure.kind === 'appointed' && tenure.position_id),
      (tenure) => tenure.position_id,
    )
    for (const [seat, held] of bySeat) {
      const days = held
        .map(({ from, to }) => ({ from: latest(day(from, 0)), to: to ? earliest(day(to, 0)) : 99999999 }))
        .filter(({ from, to }) => from < to)
        .sort((a, b) => a.from - b.from)
      days.forEach(({ from }, index) => {
        const before = days[index - 1]
        if (before && from < before.to) expect.fail(`${seat}: ${from} < ${before.to}`)
      })
    }
  })

  test('nobody sits in a seat before it opens or after it closes, or leaves before coming, or has a date after the as-of day', () => {
    for (const tenure of tenures) {
      const from = day(tenure.from, 0)
      const to = day(tenure.to, 99999999)
      expect(earliest(from)).toBeLessThanOrEqual(asOf)
      if (tenure.to) expect(earliest(to)).toBeLessThanOrEqual(asOf)
      expect(earliest(from)).toBeLessThanOrEqual(latest(to))
      const seat = seats.get(tenure.position_id ?? '')
      if (!seat) continue
      expect(earliest(from), `${tenure.tenure_id}`).toBeGreaterThanOrEqual(day(seat.open_from, 0))
      if (seat.open_to) expect(to, `${tenure.tenure_id}`).toBeLessThanOrEqual(day(seat.open_to, 0))
    }
  })

  test('people rise level by level, nearly all after the years the rules ask for', () => {
    const wanted: Readonly<Record<string, number>> = {
      'section-chief': 2,
      'division-deputy': 3,
      'division-chief': 2,
      'bureau-deputy': 3,
      'bureau-chief': 2,
    }
    let rises = 0
    let early = 0
    for (const career of Map.groupBy(tenures, (tenure) => tenure.cadre_id).values()) {
      const main = career.filter((tenure) => tenure.kind === 'appointed')
      main.forEach((tenure, index) => {
        const before = main[index - 1]
        if (tenure.change !== 'promotion' || !before) return
        expect(postRank(tenure.post_level ?? '') - postRank(before.post_level ?? '')).toBe(1)
        const years = wanted[tenure.post_level ?? '']
        const since = main.slice(0, index).findLastIndex((each) => each.post_level !== before.post_level)
        if (years === undefined) return
        rises += 1
        if (day(tenure.from, 0) - day(main[since + 1]?.from, 0) < years * 10000 - 100) early += 1
      })
    }
    expect(rises).toBeGreaterThan(200)
    expect(early / rises).toBeLessThan(0.03)
  })

  test('about three dates in ten are known to the month alone', () => {
    const share = tenures.filter((tenure) => isMonthOnly(day(tenure.from, 0))).length / tenures.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.4)
  })

  test('a few seats are vacant, no vacancy has a holder, and some people have sat for eight years', () => {
    const held = new Set(
      tenures.filter((tenure) => tenure.kind === 'appointed' && !tenure.to).map((tenure) => tenure.position_id),
    )
    const vacant = all('vacancies').map((vacancy) => vacancy.position_id)
    const open = [...seats.values()].filter((seat) => !seat.open_to)
    expect(vacant.length).toBeGreaterThanOrEqual(12)
    expect(vacant.length / open.length).toBeLessThan(0.06)
    expect(vacant.filter((seat) => held.has(seat))).toEqual([])
    expect(
      open
        .filter((seat) => !held.has(seat.position_id))
        .map((seat) => seat.position_id)
        .sort(),
    ).toEqual(vacant.sort())
    const long = tenures.filter((tenure) => tenure.position_id && !tenure.to && day(tenure.from, 0) < asOf - 80000)
    expect(long.length).toBeGreaterThan(5)
  })
})

test('places and people are invented: every region code begins with 99, and citizen numbers hold', () => {
  for (const unit of all('units')) expect(unit.region_code).toMatch(/^99/)
  for (const cadre of all('cadres')) {
    if (cadre.growth_place_code) expect(cadre.growth_place_code).toMatch(/^99/)
    const id = cadre.citizen_id
    if (!id) continue
    expect(id).toMatch(/^99\d{15}[\dX]$/)
    expect(id.at(-1)).toBe(checkCharacter(id.slice(0, 17)))
  }
})

test('at most a quarter are excellent in any year and few fall below competent', () => {
  for (const [, results] of Map.groupBy(all('evaluations'), (each) => each.year)) {
    const share = (result: string): number => results.filter((each) => each.result === result).length / results.length
    expect(share('excellent')).toBeLessThan(0.25)
    expect(share('basicallyCompetent') + share('incompetent')).toBeLessThan(0.05)
  }
})

test('statements that assert a fact mostly agree; the planted disagreements are in the truth', () => {
  const planted = new Set([...(city.truth.find(({ name }) => name === 'truth-conflict')?.rows ?? [])].map(([id]) => id))
  const asserted = all('statements').filter((statement) => statement.field)
  const claims = Map.groupBy(asserted, (statement) => `${statement.cadre_id} ${statement.field}`)
  expect(planted.size).toBeGreaterThan(5)
  for (const [, told] of claims) {
    const isSplit = new Set(told.map((statement) => statement.value)).size > 1
    expect(told.some((statement) => planted.has(statement.statement_id ?? ''))).toBe(isSplit)
  }
})
