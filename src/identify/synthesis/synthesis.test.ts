import { describe, expect, test } from 'vitest'
import { certaintyOf } from '#domain/estimate.ts'
import type { CadreEstimate, ShortlistEntry } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { loadRuleBook } from '#policy/index.ts'
import { type Known, type SheetLine, type SynthesisPaper, synthesise } from './sheet.ts'
import { groupStandings, tiersAmong } from './standing.ts'

const book = loadRuleBook()
const nothing: Known = { estimates: [], shortlists: [], needs: [], rotation: [], conflicts: [] }

const estimate = (cadreId: string, value: number, sd: number, measure = 'rating', group = 'G'): CadreEstimate => ({
  cadreId,
  measure,
  estimate: { separable: true, value, lower: value - sd, upper: value + sd, sd, n: 30, group, parts: [] },
})

describe('the standing in a comparable group', () => {
  const spread = Array.from({ length: 21 }, (_, index) => estimate(`C${index}`, index, 0.01))

  test('clear values have clear ranks', () => {
    const best = groupStandings(spread).get('C20')?.get('rating')
    expect(best).toMatchObject({
      side: 'above',
      certainty: 'separable',
      median: 10,
      size: 21,
      rank: { from: 1, to: 1 },
    })
    expect(groupStandings(spread).get('C0')?.get('rating')?.rank).toEqual({ from: 21, to: 21 })
  })

  test('values that cannot be told apart share nearly all ranks', () => {
    const blurred = spread.map(({ cadreId }, index) => estimate(cadreId, 0.01 * index, 1))
    const own = groupStandings(blurred).get('C20')?.get('rating')
    expect(own?.certainty).toBe('inseparable')
    expect(own?.rank.from).toBeLessThanOrEqual(2)
    expect(own?.rank.to).toBeGreaterThanOrEqual(20)
  })

  test('groups are never mixed, and one alone has no standing', () => {
    const found = groupStandings([...spread, estimate('C99', 1000, 0.1, 'rating', 'H')])
    expect(found.get('C99')).toBeUndefined()
    expect(found.get('C20')?.get('rating')?.rank.from).toBe(1)
  })

  test('tiers hold whom the first of them cannot be told from', () => {
    const of = (cadreId: string, value: number) => ({ cadreId, value, sd: 0.1 })
    expect(tiersAmong([of('B', 2.9), of('A', 1), of('C', 3), of('D', 1.1)])).toEqual([
      ['B', 'C'],
      ['A', 'D'],
    ])
  })

  test('.95 and .80 are the marks', () => {
    expect([1.7, -1.7, 0.9, 0.8].map(certaintyOf)).toEqual(['separable', 'separable', 'leaning', 'inseparable'])
  })
})

const cadre = (facts: RowFacts = {}): [TableName, RowFacts] => [
  'cadres',
  { cadre_id: 'C1', name: '甲', sex: 'male', born_on: '1980-05', authority_unit_id: 'U1', ...facts },
]
const unit = (id: string, sector: string, facts: RowFacts = {}): [TableName, RowFacts] => [
  'units',
  { unit_id: id, name: `${id}局`, kind: 'department', level: 'county', sector, ...facts },
]
const seat = (id: string, unitId: string, facts: RowFacts = {}): [TableName, RowFacts] => [
  'positions',
  { position_id: id, unit_id: unitId, title: '副局长', post_level: 'section-deputy', role: 'deputy', ...facts },
]
const tenure = (
  id: string,
  position: string,
  from: string,
  to?: string,
  facts: RowFacts = {},
): [TableName, RowFacts] => [
  'tenures',
  { tenure_id: id, cadre_id: 'C1', position_id: position, from, kind: 'appointed', ...(to ? { to } : {}), ...facts },
]
const sheetOf = (rows: [TableName, RowFacts][], known: Partial<Known> = {}): readonly SheetLine[] => {
  const [paper] = synthesise(snapshotFrom(20261122, rows), book, { ...nothing, ...known })
  return (paper?.body as SynthesisPaper).lines
}
const lineOf = (lines: readonly SheetLine[], id: string): SheetLine | undefined => lines.find((line) => line.id === id)

const builder = [
  unit('U1', 'construction'),
  seat('P1', 'U1', { hardship: 'false' }),
  cadre(),
  tenure('T1', 'P1', '2012-03-01', undefined, { grassroots: 'false' }),
]

describe('the sheet', () => {
  test('has all six outputs for everybody in service, and none for who has left', () => {
    const lines = sheetOf(builder)
    expect(new Set(lines.map(({ output }) => output))).toEqual(
      new Set(['direction', 'room', 'goal', 'strengths', 'seats', 'path'].filter((each) => each !== 'strengths')),
    )
    const left = synthesise(
      snapshotFrom(20261122, [
        ...builder,
        ['tenures', { tenure_id: 'T9', cadre_id: 'C1', from: '2025-01-01', kind: 'other', change: 'exit' }],
      ]),
      book,
      nothing,
    )
    expect(left).toEqual([])
  })

  test('reads a long career in one field as a specialist one, with its grounds', () => {
    const line = lineOf(sheetOf(builder), 'direction')
    expect(line).toMatchObject({
      says: { zh: '在城建领域任职 14.7 年，占 100%，可考虑按专业型培养。' },
      certainty: 'separable',
    })
    expect(line?.grounds.map(({ id }) => id)).toEqual(['tenures', 'LOCAL-SYNTHESIS'])
  })

  test('takes what people have confirmed before what the career looks like', () => {
    const rows = builder.map((row) => (row[0] === 'cadres' ? cadre({ track: 'generalist' }) : row))
    expect(lineOf(sheetOf(rows), 'direction')?.says.zh).toBe('已确认按复合型培养。')
  })

  test('says that a field of work is unknown', () => {
    const lines = sheetOf([unit('U1', 'general'), cadre(), tenure('T1', '', '2020-01-01')])
    expect(lineOf(lines, 'direction')).toMatchObject({
      says: { zh: '任职领域没有记载，看不出方向。' },
      certainty: 'inseparable',
    })
    expect(lineOf(lines, 'path:unknown:0')?.says.zh).toBe('基层经历没有记载，先补记再看。')
  })

  test('tells strengths and gaps only as far as the data tell them', () => {
    const peers = (measure: string) =>
      Array.from({ length: 20 }, (_, index) => estimate(`X${index}`, 0.6, 0.02, measure))
    const lines = sheetOf(builder, {
      estimates: [
        ...['rating', 'rating.integrity', 'rating.competence', 'rating.probity'].flatMap(peers),
        estimate('C1', 0.7, 0.02),
        estimate('C1', 0.7, 0.02, 'rating.integrity'),
        estimate('C1', 0.58, 0.02, 'rating.competence'),
        estimate('C1', 0.605, 0.02, 'rating.probity'),
      ],
    })
    expect(lineOf(lines, 'strengths')).toMatchObject({ says: { zh: '优势：民主测评·德。' }, certainty: 'separable' })
    expect(lineOf(lines, 'gaps')).toMatchObject({ says: { zh: '不足：民主测评·能（倾向）。' }, certainty: 'leaning' })
    expect(lineOf(lines, 'goal')).toMatchObject({
      says: { zh: '测评居前半，可考虑列入储备、安排历练。' },
      certainty: 'separable',
    })
  })

  test('does not count an unsettled record as a gap', () => {
    const lines = sheetOf(builder, {
      conflicts: [
        {
          cadreId: 'C1',
          field: 'born_on',
          values: ['1970-01', '1971-01'],
          sources: ['D1', 'D2'],
          accepted: undefined,
          severity: 'minor',
          rule: 'ARCH-AGE',
          reason: { zh: '两处出生年月', en: 'two dates of birth' },
          mend: { zh: '', en: '' },
        },
      ],
    })
    expect(lineOf(lines, 'gaps')).toBeUndefined()
    expect(lineOf(lines, 'attention')).toMatchObject({
      certainty: 'inseparable',
      grounds: [{ says: { zh: '两处出生年月' } }],
    })
  })

  test('lists seats with who shares the rank', () => {
    const entry = (tiedWith: string[]): ShortlistEntry => ({
      positionId: 'P1',
      rank: 1,
      cadreId: 'C1',
      fit: { separable: true, value: 0.71, lower: 0.6, upper: 0.8, sd: 0.06, n: 4, group: 'P1', parts: [] },
      tiedWith,
      verdict: 'met',
      move: 'lateral',
    })
    expect(lineOf(sheetOf(builder, { shortlists: [entry(['C2', 'C3'])] }), 'seats:P1')).toMatchObject({
      says: { zh: 'U1局副局长（平级转任）：适岗第 1 位次，与 2 人分不清先后。' },
      certainty: 'leaning',
    })
    expect(lineOf(sheetOf(builder, { shortlists: [entry([])] }), 'seats:P1')?.certainty).toBe('separable')
  })

  test('name, ethnicity and birthplace change nothing', () => {
    const rows = builder.map((row) =>
      row[0] === 'cadres' ? cadre({ name: '乙', ethnicity: '回族', native_place: '某地', birth_place: '某地' }) : row,
    )
    expect(sheetOf(rows)).toEqual(sheetOf(builder))
  })
})
