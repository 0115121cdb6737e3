import { describe, expect, test } from 'vitest'
import type { CadreEstimate } from '#domain/results.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { fitReader } from './fit-reader.ts'

const book = loadRuleBook()
const idOf = (k: number): string => `C${String(k).padStart(2, '0')}`

/** Forty-eight people; of C01, C05, C09 … there are ratings alone, of C47 nothing. */
function town() {
  const rows: [TableName, RowFacts][] = [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county', sector: 'finance' }],
    seat('P1', { title: '局长', role: 'principal', post_level: 'section-chief', portfolio: '主持全面工作' }),
    seat('P2', { title: '副局长', portfolio: '分管预算' }),
    seat('P3', { title: '工会主席', sector: 'culture', portfolio: '分管工会', role: 'member', post_level: 'none' }),
    ...asked('P1', [
      ['party-spirit', '政治能力', '5'],
      ['knowledge', '财政金融', '4'],
      ['practice', '统筹谋划', '4'],
      ['style', '担当作为', '4'],
      ['experience', '基层工作经历', '3'],
    ]),
    ...asked('P3', [['style', '担当作为', '3']]),
    ...Array.from({ length: 48 }, (_, k) => person(k)).flat(),
  ]
  const snapshot = snapshotFrom(20261122, rows)
  const facts = factsFor(snapshot, book)
  const fits = fitReader(
    snapshot,
    book,
    Array.from({ length: 47 }, (_, k) => rating(k)),
  )
  const cadre = (k: number) => facts.cadre(facts.cadreIndex(idOf(k)) ?? -1)
  const at = (id: string) => facts.seat(facts.seatIndex(id) ?? -1)
  return { fits, cadre, at }
}

const seat = (position_id: string, facts: RowFacts): [TableName, RowFacts] => [
  'positions',
  { position_id, unit_id: 'U1', post_level: 'section-deputy', role: 'deputy', sector: 'finance', ...facts },
]

const asked = (position_id: string, list: readonly (readonly string[])[]): [TableName, RowFacts][] =>
  list.map(([facet = '', element = '', level = '']) => ['requirements', { position_id, facet, element, level }])

function person(k: number): [TableName, RowFacts][] {
  const cadre_id = idOf(k)
  const levels = k % 4 !== 1 && k !== 47 ? ['财政金融', '统筹谋划', '担当作为'] : []
  const facetOf: Record<string, string> = { 财政金融: 'knowledge', 统筹谋划: 'practice', 担当作为: 'style' }
  return [
    ['cadres', { cadre_id, name: cadre_id, authority_unit_id: 'U1' }],
    [
      'tenures',
      {
        tenure_id: `T${cadre_id}`,
        cadre_id,
        kind: 'appointed',
        position_id: k % 4 === 0 ? 'P3' : 'P2',
        grassroots: k % 3 === 0 ? 'true' : 'false',
        from: `${2008 + (k % 9)}-01-01`,
      },
    ],
    ...levels.map((element): [TableName, RowFacts] => [
      'competencies',
      { cadre_id, facet: facetOf[element] ?? '', element, level: String(2 + (k % 3)), on: '2026-01-10' },
    ]),
  ]
}

const rating = (k: number): CadreEstimate => ({
  cadreId: idOf(k),
  measure: 'rating',
  estimate: {
    separable: true,
    value: 0.7 + 0.08 * (k % 3),
    lower: 0.6,
    upper: 0.9,
    sd: 0.02,
    n: 30,
    group: 'G1',
    parts: [],
  },
})

describe('a fit opened up', () => {
  const { fits, cadre, at } = town()
  const explained = fits.explain(cadre(4), at('P1'))
  const elements = explained.facets.flatMap((facet) => facet.elements)

  test('shares sum to the fit, parts of a level to the level, facets to their parts', () => {
    expect(elements.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(explained.fit.value, 12)
    for (const { known } of elements) {
      expect(known.parts.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(known.mean, 12)
      expect(known.lower).toBeLessThan(known.mean)
      expect(known.upper).toBeGreaterThan(known.mean)
    }
    expect(explained.facets.map(({ facet, share }) => [facet, share])).toEqual(
      explained.facets.map(({ facet }) => [facet, explained.fit.parts.find(({ id }) => id === facet)?.value]),
    )
  })

  test('Party spirit is asked without a number', () => {
    expect(explained.partySpirit).toMatchObject([{ element: '政治能力', level: 5, weight: undefined }])
    expect(elements.map(({ facet }) => facet)).not.toContain('party-spirit')
  })

  test('an assessed element names its assessment and rating', () => {
    const style = elements.find(({ facet }) => facet === 'style')
    expect(style?.evidence.map(({ kind, id }) => [kind, id])).toEqual([
      ['assessment', 'competencies/C04/style/担当作为/2026-01-10'],
      ['rating', 'estimates/C04/rating'],
    ])
    expect(style?.known.observations).toEqual({ assessment: 1, rating: 30 })
  })

  test('what was never assessed is to be assessed first; a lack of knowledge by courses and a stay in the field', () => {
    const unknown = fits.explain(cadre(47), at('P1')).facets.flatMap((facet) => facet.elements)
    const knowledge = unknown.find(({ facet }) => facet === 'knowledge')
    expect(knowledge?.state).toBe('open')
    expect(knowledge?.closing.map(({ kind }) => kind)).toEqual(['assess', 'train', 'serve'])
    expect(knowledge?.closing[1]).toMatchObject({ topics: ['金融', '财政金融'] })
    expect(knowledge?.closing[2]).toMatchObject({ counted: 'similar', sector: 'finance' })
  })

  test('an experience that is counted, not assessed, is its years alone', () => {
    const years = (k: number) =>
      fits.explain(cadre(k), at('P1')).facets.find(({ facet }) => facet === 'experience')?.elements[0]
    // C03 since 2011-01 at the grassroots: 15.9 years, 1 + 4 · 15.9 ÷ 20.9; C04 never.
    expect(years(3)?.known.mean).toBeCloseTo(1 + (4 * 15.9) / 20.9, 1)
    expect(years(4)).toMatchObject({ known: { mean: 1, observations: {} }, state: 'short' })
    expect(years(4)?.closing).toMatchObject([{ kind: 'serve', counted: 'grassroots', years: 5 }])
  })

  test('service lists the posts by how like the seat they are', () => {
    const [post] = fits.explain(cadre(1), at('P2')).service ?? []
    expect(post).toMatchObject({ evidence: 'tenures/TC01', similarity: 1, likeness: 'same' })
    expect(fits.explain(cadre(4), at('P1')).service?.[0]).toMatchObject({ likeness: 'other', counted: 0 })
  })

  test('whose level less is known of is less surely known', () => {
    const spread = (k: number) =>
      fits.explain(cadre(k), at('P1')).facets.find(({ facet }) => facet === 'style')?.elements[0]?.known.sd ?? 0
    expect(spread(4)).toBeLessThan(spread(5))
    expect(spread(5)).toBeLessThan(spread(47))
  })

  test('one person’s fits for two seats differ more surely than if they were two people’s', () => {
    const [a, b] = [at('P1'), at('P2')].map((one) => fits.score(cadre(4), one))
    const difference = fits.difference(cadre(4), at('P1'), at('P2'))
    expect(difference?.mean).toBeCloseTo((a?.value ?? 0) - (b?.value ?? 0), 12)
    expect(difference?.sd).toBeLessThan(Math.hypot(a?.sd ?? 0, b?.sd ?? 0))
  })
})
