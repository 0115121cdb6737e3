import { describe, expect, test } from 'vitest'
import type { Row, TableName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { normals } from '../fixtures/rated-town.ts'
import { asOf, fact } from '../fixtures/watched-town.ts'
import type { ConditionPaper } from './condition-paper.ts'
import { teamConditions } from './team-conditions.ts'

const book = loadRuleBook()
const today = 20261122
type Facts = readonly (readonly [TableName, Row])[]

/** Bureaus of one kind with three leaders each; what moves their results is known. */
function bureaus(count: number, seed = 3): { facts: Facts; truth: ReadonlyMap<string, number> } {
  const normal = normals(seed)
  const truth = new Map<string, number>()
  const facts = Array.from({ length: count }, (_, index) => {
    const unit = `U${String(index).padStart(2, '0')}`
    const [environment, quality] = [normal(), normal()]
    truth.set(unit, quality)
    return [
      fact('units', {
        unit_id: unit,
        name: unit,
        kind: 'department',
        level: 'county',
        sector: index % 2 ? 'finance' : 'law',
      }),
      fact('teams', { team_id: `G${unit}`, unit_id: unit, name: unit, quota_principal: '1', quota_deputy: '2' }),
      ...[0, 1, 2].flatMap((seat) => member(unit, seat)),
      ...[2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) =>
        ['目标完成率', '满意率', '制度得分'].map((indicator) =>
          fact('indicators', {
            unit_id: unit,
            year: String(year),
            indicator,
            value: String(90 + 5 * (environment + (year >= 2022 ? quality : 0) + 0.7 * normal())),
            higher_is_better: 'true',
          }),
        ),
      ),
    ]
  }).flat()
  return { facts, truth }
}

const member = (unit: string, seat: number): Facts => [
  fact('cadres', {
    cadre_id: `C${unit}-${seat}`,
    name: `甲${seat}`,
    authority_unit_id: unit,
    born_on: `19${70 + seat}-05`,
  }),
  fact('positions', {
    position_id: `P${unit}-${seat}`,
    unit_id: unit,
    title: '局长',
    post_level: 'section-chief',
    role: seat === 0 ? 'principal' : 'deputy',
    team_id: `G${unit}`,
    sector: 'finance',
  }),
  fact('tenures', {
    tenure_id: `T${unit}-${seat}`,
    cadre_id: `C${unit}-${seat}`,
    position_id: `P${unit}-${seat}`,
    from: '2021-12',
    kind: 'appointed',
  }),
]

const conditionsOf = (facts: Facts, day = today) => teamConditions(asOf({ rows: facts }, day), book, [])
const paperOf = (facts: Facts, unit: string, day = today) =>
  conditionsOf(facts, day).papers.find(({ subject }) => subject === unit)?.body as ConditionPaper

const { facts, truth } = bureaus(40)
const check = (unit: string, values: Record<string, string>) =>
  fact('supervision', { event_id: `E${unit}`, unit_id: unit, kind: 'inspection', on: '2026-02-01', ...values })
/** Two looks at each of twenty units: every second one was found wanting both times. */
const found = { severity: 'moderate', verified: 'true', due_on: '2027-01-01' }
const checked = [
  ...facts,
  ...[...truth.keys()]
    .slice(0, 20)
    .flatMap((unit, index) =>
      ['inspection', 'audit'].map((kind) =>
        check(unit, { ...(index % 2 === 0 ? found : { severity: 'none' }), kind, event_id: `${kind}-${unit}` }),
      ),
    ),
]

describe('the condition of teams', () => {
  test('its parts sum to the value, and its results follow what the team added and not its environment', () => {
    const { estimates } = conditionsOf(facts)
    const pairs = estimates.flatMap(({ unitId, estimate }) => {
      if (!estimate.separable) return []
      const sum = estimate.parts.reduce((total, { value }) => total + value, 0)
      expect(sum).toBeCloseTo(estimate.value, 12)
      return [[estimate.value, truth.get(unitId) ?? 0] as const]
    })
    expect(pairs.length).toBe(40)
    expect(correlation(pairs)).toBeGreaterThan(0.6)
  })

  test('fewer years and fewer parts never make it surer', () => {
    const sdOf = (some: Facts) =>
      conditionsOf(some).estimates.map(({ estimate }) => (estimate.separable ? estimate.sd : 1))
    const short = facts.filter(([table, row]) => table !== 'indicators' || !row.includes('2023'))
    const [whole, less] = [sdOf(facts), sdOf(short)]
    expect(less.reduce((a, b) => a + b)).toBeGreaterThan(whole.reduce((a, b) => a + b))
    const none = conditionsOf(facts.filter(([table]) => table !== 'indicators')).estimates[0]?.estimate
    expect(none?.separable === false && none.cause.zh).toContain('缺')
  })

  test('an open finding weighs on the team, an overdue one more, and an unverified one not at all', () => {
    const valueWith = (values: Record<string, string>): number => {
      const estimate = paperOf([...checked, check('U30', values)], 'U30').estimate
      return estimate.separable ? estimate.value : Number.NaN
    }
    const clean = valueWith({ severity: 'none' })
    const open = valueWith({ severity: 'moderate', verified: 'true', due_on: '2027-01-01' })
    const overdue = valueWith({ severity: 'moderate', verified: 'true', due_on: '2026-05-01' })
    expect(open).toBeLessThan(clean)
    expect(overdue).toBeLessThan(open)
    expect(paperOf([...checked, check('U30', { severity: 'serious', verified: 'false' })], 'U30').findings).toEqual([])
    const ofMember = { severity: 'serious', verified: 'true', cadre_id: 'CU30-1' }
    expect(valueWith(ofMember)).toBe(valueWith({ severity: 'serious', verified: 'false' }))
  })

  test('a team with nobody to be compared with is not told, with the cause', () => {
    const alone = bureaus(2)
    const [only] = conditionsOf(alone.facts).estimates
    expect(only?.estimate.separable === false && only.estimate.cause.zh).toBe('同层级可比的班子只有2个，没有可比的范围')
  })

  test('a kind with too few teams is compared within its family', () => {
    const some = facts.map(([table, row]) =>
      table === 'units' && row[0] === 'U05'
        ? fact('units', { unit_id: 'U05', name: 'U05', kind: 'association', level: 'county', sector: 'finance' })
        : ([table, row] as const),
    )
    const { estimate, groupSize } = paperOf(some, 'U05')
    expect(estimate).toMatchObject({ separable: true, group: 'association+department@county' })
    expect(groupSize).toBe(40)
  })

  test('the trend of a year says what was told then', () => {
    const now = paperOf(facts, 'U07').trend.points
    const then = paperOf(facts, 'U07', 20251122).trend.points
    expect(now.find(({ on }) => on === 20251122)).toEqual(then.find(({ on }) => on === 20251122))
  })

  test('sex, ethnicity and birthplace change nothing', () => {
    const told = (rows: Facts) => conditionsOf(rows).estimates
    const described = facts.map(([table, row]) =>
      table === 'cadres'
        ? fact('cadres', {
            cadre_id: row[0] ?? '',
            name: '乙',
            authority_unit_id: 'U00',
            sex: 'female',
            ethnicity: '苗族',
            birth_place: '东山',
            born_on: '1970-05',
          })
        : ([table, row] as const),
    )
    expect(told(described)).toEqual(told(facts))
  })

  test('the structure is described: ages, quota, lines of work', () => {
    const { structure, members } = paperOf(facts, 'U07')
    expect(structure).toMatchObject({
      quota: 3,
      filled: 3,
      ages: [0, 0, 1, 2, 0],
      lines: [{ field: 'finance', familiar: 3 }],
    })
    expect(members.map(({ age }) => age)).toEqual([56, 55, 54])
  })
})

function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length
  const [x, y] = [mean(0), mean(1)]
  const cross = (a: 0 | 1, b: 0 | 1): number =>
    pairs.reduce((sum, pair) => sum + (pair[a] - (a ? y : x)) * (pair[b] - (b ? y : x)), 0)
  return cross(0, 1) / Math.sqrt(cross(0, 0) * cross(1, 1))
}
