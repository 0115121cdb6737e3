import { describe, expect, test } from 'vitest'
import type { CadreEstimate } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { experienceNeeds } from './experience-needs.ts'

const book = loadRuleBook()

interface Told {
  readonly cadre?: RowFacts
  readonly tenures: readonly RowFacts[]
  readonly results?: readonly string[]
  readonly estimates?: readonly CadreEstimate[]
}

function found({ cadre = {}, tenures, results = [], estimates = [] }: Told) {
  const facts = factsFor(
    snapshotFrom(20261122, [
      ['units', { unit_id: 'U1', name: '市财政局', kind: 'department', level: 'prefecture', hardship: 'false' }],
      [
        'positions',
        { position_id: 'P1', unit_id: 'U1', title: '副局长', post_level: 'section-deputy', role: 'deputy', ...plain },
      ],
      [
        'cadres',
        { cadre_id: 'C1', name: '张某', sex: 'male', born_on: '1980-05-06', authority_unit_id: 'U1', ...cadre },
      ],
      ...tenures.map((facts, place): [TableName, RowFacts] => [
        'tenures',
        { tenure_id: `T${place}`, cadre_id: 'C1', kind: 'appointed', grassroots: 'false', ...facts },
      ]),
      ...results.map((result, place): [TableName, RowFacts] => [
        'evaluations',
        { cadre_id: 'C1', year: String(2025 - place), result },
      ]),
    ]),
    book,
  )
  const { needs, open } = experienceNeeds(facts, book, estimates)
  return { needs: needs.map(({ need }) => need), open: open.map(({ need }) => need), first: needs[0] }
}

const plain = { hardship: 'false', key_power: 'false', key_fund: 'false', key_resource: 'false' }
const seated = { position_id: 'P1', from: '2015-03-01' }
const elsewhere = {
  unit_text: '县水利局',
  grassroots: 'true',
  post_level: 'none',
  from: '2008-07-01',
  to: '2015-03-01',
}

/** Twenty people between 0 and 1, sure to a hundredth, with the one in question among them. */
const rated = (value: number): CadreEstimate[] =>
  Array.from({ length: 21 }, (_, place) => ({
    cadreId: place === 20 ? 'C1' : `X${place}`,
    measure: 'rating',
    estimate: {
      separable: true,
      value: place === 20 ? value : place / 20,
      lower: 0,
      upper: 1,
      sd: 0.01,
      n: 30,
      group: 'G',
      parts: [],
    },
  }))

describe('experience needs', () => {
  test('no grassroots work is a need with its rule, reason and proposal', () => {
    const { needs, first } = found({ tenures: [seated] })
    expect(needs).toEqual(['grassroots'])
    expect(first).toMatchObject({
      kind: 'experience',
      rule: 'LOCAL-NEED-GRASSROOTS',
      finding: { reasons: [{ zh: '基层一线工作累计0个月，不满2年' }] },
      proposal: { zh: expect.stringContaining('第一书记') },
    })
  })

  test('who has left or retires within three years has none', () => {
    const exit = { from: '2026-01-01', kind: 'other', change: 'exit' }
    expect(found({ tenures: [{ ...seated, to: '2026-01-01' }, exit] }).needs).toEqual([])
    expect(found({ cadre: { born_on: '1967-05-06' }, tenures: [seated] }).needs).toEqual([])
  })

  test('young cadres are asked about hardship; a career mostly in units not known here leaves it open', () => {
    const cadre = { born_on: '1993-05-06' }
    expect(found({ cadre, tenures: [elsewhere, { ...seated, from: '2016-01-01' }] }).needs).toEqual(['hardship'])
    const late = [
      { ...elsewhere, to: '2024-01-01' },
      { ...seated, from: '2024-01-01' },
    ]
    expect(found({ cadre, tenures: late })).toMatchObject({ needs: [], open: ['hardship'] })
  })

  test('a reserve cadre of one unit is narrow, of two is not, and who is not on the reserve is not asked', () => {
    const cadre = { reserve: 'true' }
    expect(found({ cadre, tenures: [seated] }).needs).toEqual(['grassroots', 'narrow'])
    expect(found({ cadre, tenures: [elsewhere, seated] }).needs).toEqual([])
    expect(found({ tenures: [elsewhere, seated] })).toMatchObject({ needs: [], open: [] })
  })
})

describe('potential to be a principal', () => {
  const cadre = { reserve: 'true' }
  const tenures = [elsewhere, seated]
  const good = ['excellent', 'competent', 'excellent']
  const needs = (told: Partial<Told>) => found({ cadre, tenures, ...told }).needs

  test('one good sign is enough: excellent results, or a rating surely in the upper half', () => {
    expect(needs({ results: good })).toEqual(['principal-seat'])
    expect(needs({ results: ['competent'], estimates: rated(0.9) })).toEqual(['principal-seat'])
    expect(needs({ results: ['excellent'], estimates: rated(0.5) })).toEqual([])
  })

  test('a rating surely in the lower half or a poor result stands against it', () => {
    expect(needs({ results: good, estimates: rated(0.1) })).toEqual([])
    expect(needs({ results: ['basicallyCompetent', 'excellent', 'excellent'] })).toEqual([])
  })

  test('who has been a principal needs no more', () => {
    const headed = { ...elsewhere, role: 'principal', post_level: 'section-deputy' }
    expect(needs({ results: good, tenures: [headed, seated] })).toEqual([])
  })
})
