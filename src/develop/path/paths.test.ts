import { describe, expect, test } from 'vitest'
import { generateCounty } from '#county/index.ts'
import { type AmendedRow, amended } from '#domain/amended-snapshot.ts'
import { addDays, type DateCode, formatDate, yearOf } from '#domain/calendar.ts'
import { overall } from '#domain/finding.ts'
import { type Snapshot, SnapshotBuilder } from '#domain/snapshot.ts'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { explain, factsFor, loadRuleBook } from '#policy/index.ts'
import { type CareerPath, pathReader } from './paths.ts'

const book = loadRuleBook()
type Rows = [TableName, RowFacts][]

const units: Rows = [
  ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
  ['units', { unit_id: 'U2', name: '甲县', kind: 'county', level: 'county' }],
  ['units', { unit_id: 'U3', name: '乙镇', kind: 'township', level: 'township' }],
]
const seat = (id: string, unit: string, level: string, role: string, facts: RowFacts = {}): Rows[number] => [
  'positions',
  { position_id: id, unit_id: unit, title: id, post_level: level, role, ...facts },
]
const seats: Rows = [
  seat('副局长', 'U1', 'section-deputy', 'deputy'),
  seat('局长', 'U1', 'section-chief', 'principal'),
  seat('镇长', 'U3', 'section-chief', 'principal'),
  seat('副县长', 'U2', 'division-deputy', 'deputy', { portfolio: '分管农业' }),
  seat('县长', 'U2', 'division-chief', 'principal', { portfolio: '主持县政府全面工作' }),
]

/** Somebody who lacks nothing that is asked besides time in post. */
function person(held: readonly RowFacts[], facts: RowFacts = {}): Rows {
  const own = { cadre_id: 'C1', authority_unit_id: 'U1' }
  return [
    [
      'cadres',
      {
        ...own,
        name: '张某',
        sex: 'male',
        born_on: '1985-03',
        work_started_on: '2007-07',
        party: '中共党员',
        party_joined_on: '2006-06',
        health_ok: 'true',
        ...facts,
      },
    ],
    [
      'educations',
      { ...own, mode: 'full-time', level: 'bachelor', degree: 'bachelor', from: '2003-09', to: '2007-07' },
    ],
    ['trainings', { ...own, course: '专题班', from: '2025-06-02', to: '2025-06-20', hours: '600', recognised: 'true' }],
    ...['2022', '2023', '2024'].map((year): Rows[number] => ['evaluations', { ...own, year, result: 'competent' }]),
    [
      'tenures',
      {
        ...own,
        tenure_id: 'T0',
        unit_text: '丙乡',
        title_text: '科员',
        post_level: 'none',
        role: 'staff',
        grassroots: 'true',
        kind: 'appointed',
        from: '2007-07',
        to: '2020-01',
      },
    ],
    ...held.map((row, at): Rows[number] => [
      'tenures',
      { ...own, tenure_id: `T${at + 1}`, kind: 'appointed', grassroots: 'false', ...row },
    ]),
  ]
}

const answer = (asOf: DateCode, goal: string, held: readonly RowFacts[], facts: RowFacts = {}, more: Rows = []) => {
  const facts_ = factsFor(snapshotFrom(asOf, [...units, ...seats, ...person(held, facts), ...more]), book)
  const found = pathReader({ facts: facts_, book })('C1', goal)
  if (!found) throw new Error('no such person or seat')
  return found
}
const deputy = { position_id: '副局长', post_level: 'section-deputy', role: 'deputy' }
const chief = { position_id: '局长', post_level: 'section-chief', role: 'principal' }
const summary = ({ steps, about, verdict }: CareerPath) => ({
  about: formatDate(about),
  verdict,
  steps: steps.map(({ way, label }) => (way === 'goal' ? '目标' : label.zh)),
})

describe('earliest dates that an officer can check', () => {
  test('deputy since 2024-06, chief from 2026-06: two years at the level below, known to the month', () => {
    const { paths } = answer(20251122, '局长', [{ ...deputy, from: '2024-06' }])
    const [first] = paths
    expect(first && summary(first)).toEqual({ about: '2026-06', verdict: 'met', steps: ['目标'] })
    expect(first?.steps[0]?.waits.map(({ rule }) => rule)).toEqual(['LOCAL-PATH-TENURE', 'LOCAL-PATH-STAY'])
    expect(first?.uncertain.map(({ kind }) => kind)).toEqual(['month', 'assumed'])
  })

  test('the day itself where the record has it', () => {
    const { paths } = answer(20251122, '局长', [{ ...deputy, from: '2024-06-15' }])
    expect(paths[0]?.on).toBe(20260615)
  })

  test('chief for three years may be deputy above with one post; a second post makes it sure, two years later', () => {
    const { paths } = answer(20251122, '副县长', [
      { ...deputy, from: '2018-03-01', to: '2022-03-01' },
      { ...chief, from: '2023-03-01' },
    ])
    expect(paths.map(summary)).toContainEqual({ about: '2026-03-01', verdict: 'discretion', steps: ['目标'] })
    const sure = paths.find(({ verdict }) => verdict === 'met')
    expect(sure && summary(sure)).toMatchObject({ about: '2027-11-22' })
    expect(sure?.steps).toHaveLength(2)
  })

  test('two levels up go one by one: deputy of the county after three years as chief, head two years after', () => {
    const { paths } = answer(20251122, '县长', [{ ...chief, from: '2023-03-01' }])
    const [first] = paths
    expect(first?.steps.map(({ on, seat: { level } }) => [level, on])).toEqual([
      ['division-deputy', 20260301],
      ['division-chief', 20280301],
    ])
  })

  test('a secondment from the day of the promotion is a second post at the level', () => {
    const { paths } = answer(20251122, '副县长', [{ ...deputy, from: '2020-01' }])
    const sure = paths.find(({ verdict }) => verdict === 'met')
    expect(sure?.steps.map(({ way, on }) => [way, on])).toEqual([
      ['post', 20251122],
      ['secondment', 20251122],
      ['goal', 20281122],
    ])
  })

  test('an effect period puts the path off to the day after which it is over', () => {
    const { paths } = answer(20251122, '局长', [{ ...deputy, from: '2020-06-15' }], {}, [
      ['sanctions', { cadre_id: 'C1', kind: 'admin-demerit', decided_on: '2025-09-10' }],
    ])
    expect(paths[0]?.about).toBe(20260910)
    expect(paths[0]?.steps[0]?.waits.map(({ rule }) => rule)).toContain('APPT-24-6')
  })
})

describe('no lawful path', () => {
  test('before retirement: the day on which it would come is told', () => {
    const found = answer(20251122, '县长', [{ ...chief, from: '2025-03-01' }], {
      born_on: '1967-03-01',
      work_started_on: '1988-07',
    })
    expect(found).toMatchObject({ paths: [], limit: { isRetirement: true }, tooLate: 20300301 })
  })

  test('to a seat that is closed: the rule is named', () => {
    const found = answer(20251122, '局长旧', [{ ...deputy, from: '2020-06-15' }], {}, [
      seat('局长旧', 'U1', 'section-chief', 'principal', { open_to: '2024-01-01' }),
    ])
    expect(found).toMatchObject({ paths: [], barred: [{ rule: 'APPT-QUOTA' }] })
  })

  test('to a lower level: it is a demotion, and no path', () => {
    expect(answer(20251122, '副局长', [{ ...chief, from: '2020-03-01' }])).toMatchObject({
      move: 'demotion',
      paths: [],
    })
  })
})

test('a fact that is missing leaves the path open, and is named', () => {
  const { paths } = answer(20251122, '副县长', [{ ...chief, from: '2020-03-01' }], { work_started_on: '' })
  const [first] = paths
  expect(first?.uncertain.filter(({ kind }) => kind === 'missing' || kind === 'discretion')).not.toEqual([])
})

function invented(): Snapshot {
  const county = generateCounty({ seed: 11, cadres: 300 })
  const builder = new SnapshotBuilder(county.asOf)
  for (const [table, rows] of county.tables())
    for (const row of rows) if (table !== 'ratings') builder.append(table, row)
  return builder.finish()
}

/** The record as it would be on the day of a step, had everything before it happened: rows, not supposed facts. */
function rowsUntil(
  path: CareerPath,
  place: number,
  row: { cadreId: string; post: string | undefined; years: readonly number[] },
): AmendedRow[] {
  const before = path.steps.slice(0, place)
  const posts = before.filter(({ way }) => way === 'post')
  const ends = (at: number): string => (posts[at] ? formatDate(posts[at].on) : '')
  const own = { cadre_id: row.cadreId }
  return [
    ...(posts.length > 0 && row.post ? [['tenures', { tenure_id: row.post, to: ends(0) }] as const] : []),
    ...posts.map(
      ({ on, seat: { level, role }, supposed, exposure }, at): AmendedRow => [
        'tenures',
        {
          ...own,
          tenure_id: `S${at}`,
          unit_text: `S${at}`,
          title_text: 'S',
          post_level: level,
          role,
          kind: 'appointed',
          from: formatDate(on),
          to: ends(at + 1),
          change: level === supposed.level ? 'lateral' : 'promotion',
          grassroots: String(exposure === 'grassroots'),
        },
      ],
    ),
    ...before
      .filter(({ way }) => way === 'secondment')
      .map(
        ({ on, supposed }, at): AmendedRow => [
          'tenures',
          {
            ...own,
            tenure_id: `G${at}`,
            unit_text: `G${at}`,
            title_text: 'G',
            post_level: supposed.level ?? 'none',
            kind: 'seconded',
            from: formatDate(on),
            to: formatDate(path.steps[place]?.from ?? on),
            grassroots: 'true',
          },
        ],
      ),
    ...row.years.map((year): AmendedRow => ['evaluations', { ...own, year: String(year), result: 'competent' }]),
    [
      'trainings',
      {
        ...own,
        course: 'S',
        from: formatDate(addDays(path.steps[place]?.on ?? 0, -1)),
        to: formatDate(addDays(path.steps[place]?.on ?? 0, -1)),
        hours: '9999',
        recognised: 'true',
      },
    ],
  ]
}

test('the evaluator finds every step of a path lawful on its day, on the rows of the record that it supposes', () => {
  const snapshot = invented()
  const facts = factsFor(snapshot, book)
  const read = pathReader({ facts, book })
  const goals = Array.from({ length: snapshot.tables.positions.length }, (_, row) => facts.seat(row)).filter(
    ({ leading }) => leading,
  )
  let [checked, multiple] = [0, 0]
  for (let row = 0; row < facts.cadreCount && checked < 36; row += 7) {
    const { id, post } = facts.cadre(row)
    for (const goal of [goals[(row * 31) % goals.length], goals[(row * 53 + 7) % goals.length]]) {
      const found = goal && read(id, goal.position)
      for (const path of found?.paths ?? []) {
        if (path.verdict !== 'met' || path.steps.some(({ way }) => way === 'grade')) continue
        if (path.steps.length > 1) multiple += 1
        path.steps.forEach((step, place) => {
          if (step.way === 'secondment' || step.on === snapshot.asOf) return
          const recorded = new Set(facts.cadre(row).evaluations.map(({ year }) => year))
          const [now, promoted] = [yearOf(snapshot.asOf), yearOf(step.on)]
          const years = Array.from({ length: promoted - now }, (_, at) => now + at).filter(
            (year) => !recorded.has(year),
          )
          const rows = rowsUntil(path, place, { cadreId: id, post: post?.evidence.replace('tenures/', ''), years })
          const then = factsFor(amended(snapshot, rows, step.on), book)
          const findings = explain(book.inForce('appointment', step.on), then, then.cadre(row), step.seat)
          expect([id, goal?.position, place, overall(findings)]).toEqual([id, goal?.position, place, 'met'])
          checked += 1
        })
      }
    }
  }
  expect(checked).toBeGreaterThan(30)
  expect(multiple).toBeGreaterThan(5)
})
