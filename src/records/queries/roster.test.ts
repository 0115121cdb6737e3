import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { emptyRecords } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { currentEdition, writeEdition } from './edition.ts'
import { exampleAnalysis, exampleSnapshot, exampleSource } from './example-city.ts'
import { readOverview } from './overview.ts'
import { type RosterSelection, readRoster } from './roster.ts'

let records: Records
let runId = ''

beforeAll(async () => {
  records = await emptyRecords()
  await records.importTables(exampleSource, { actor: 'test', source: 'example' })
  runId = await records.saveAnalysis(exampleAnalysis, { actor: 'test' })
  await records.commit({ actor: 'test', action: 'edition.write' }, (transaction) =>
    writeEdition(transaction, exampleSnapshot(), runId),
  )
})
afterAll(() => records.close())

const select = async (selection: Partial<RosterSelection> = {}): Promise<readonly string[]> => {
  const everything = { filter: { status: 'all' }, sort: [{ by: 'name', order: 'asc' }], offset: 0, limit: 50 } as const
  const { rows } = await readRoster(records.database, runId, { ...everything, ...selection })
  return rows.map(({ cadre_id }) => cadre_id)
}
const found = (filter: Partial<RosterSelection['filter']>) => select({ filter: { status: 'all', ...filter } })

describe('searching the roster', () => {
  it.each([
    ['a part of a name', '承川', ['C1']],
    ['pinyin of the whole name', 'luchengchuan', ['C1']],
    ['pinyin from a later syllable', 'chengch', ['C1']],
    ['initials', 'lcc', ['C1']],
    ['a surname with its own reading', 'shan', ['C2']],
    ['a unit', '河口', ['C3']],
    ['two words that must both be found', '丁 书记', ['C3']],
    ['an id', 'C4', ['C4']],
    ['a sign with a meaning in patterns', '%', []],
  ])('finds by %s', async (_, q, expected) => {
    expect(await found({ q })).toEqual(expected)
  })
})

describe('filtering the roster', () => {
  it.each([
    [{ status: 'serving' }, ['C3', 'C1', 'C2', 'C4']],
    [{ status: 'left' }, ['C5']],
    [{ ageTo: 41 }, ['C3', 'C2']],
    [{ unit: 'U2' }, ['C3', 'C2']],
    [{ postLevel: ['section-chief', 'division-chief'] }, ['C3']],
    [{ education: ['postgraduate'] }, ['C1', 'C2']],
    [{ grassrootsFrom: 5 }, ['C3', 'C1']],
    [{ yearsInPostFrom: 3, yearsInPostTo: 5 }, ['C1']],
    [{ excellentFrom: 1 }, ['C1']],
    [{ rotation: ['due-within-year'] }, ['C1']],
    [{ rating: 'inseparable' }, ['C4']],
    [{ need: ['hours'] }, ['C3']],
    [{ vacancy: 'P1', verdict: ['unmet', 'unknown'] }, ['C3', 'C4']],
    [{ unknown: ['bornOn'] }, ['C4']],
    [{ reserve: true }, ['C1']],
  ] as const)('%j', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected)
  })
})

describe('sorting and paging the roster', () => {
  it('puts unknown values last in both directions', async () => {
    expect(await select({ sort: [{ by: 'age', order: 'asc' }] })).toEqual(['C3', 'C2', 'C1', 'C5', 'C4'])
    expect(await select({ sort: [{ by: 'age', order: 'desc' }] })).toEqual(['C5', 'C1', 'C2', 'C3', 'C4'])
    expect((await select({ sort: [{ by: 'rating', order: 'desc' }] })).slice(0, 3)).toEqual(['C1', 'C2', 'C3'])
  })
  it('pages without gaps or repeats', async () => {
    const pages = await Promise.all([0, 2, 4].map((offset) => select({ offset, limit: 2 })))
    expect(pages.flat()).toEqual(await select())
  })
})

describe('counting the roster', () => {
  it('lists what cannot be listed', async () => {
    const overview = await readOverview(records.database)
    expect(overview?.unknown).toEqual({ bornOn: 1, postSince: 1, evaluation: 2, rating: 1 })
    expect(overview?.counts).toMatchObject({ cadres: 5, serving: 4, vacancies: 1, statements: 2 })
  })
})

describe('an edition', () => {
  it('names the run it shows', async () => {
    expect(await currentEdition(records.database)).toMatchObject({ runId, asOf: 20261122, years: [2023, 2024, 2025] })
  })
})
