import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ConditionLeaf, RosterCondition } from '#domain/lexicon/roster-conditions.ts'
import { emptyRecords } from '../fixtures.ts'
import type { Records } from '../index.ts'
import { treeCondition } from './roster-tree.ts'

/** Rows as the reference sees them: years are months, undefined values are null. */
interface Line {
  readonly cadre_id: string
  readonly name: string
  readonly age: number | null
  readonly township_months: number | null
  readonly sex: string | null
  readonly background: readonly string[] | null
  readonly born_on: string | null
  readonly reserve: boolean | null
  readonly unit_path: readonly string[]
  readonly unit_id: string | null
  readonly evaluations: readonly (string | null)[]
  readonly excellent: number | null
  readonly sector_months: Readonly<Record<string, number>> | null
  readonly rating_value: number | null
  readonly rating_lower: number | null
  readonly rating_upper: number | null
  readonly rotation_state: string | null
}

const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null, freq: 4 })
const sectors = ['finance', 'law', 'industry'] as const
const results = ['excellent', 'competent', 'ungraded'] as const
const paths = [[], ['U0'], ['U0', 'U1'], ['U0', 'U2'], ['U0', 'U2', 'U21']]
const dates = ['1980-01', '1985-06', '1985-06-10', '1985-06-30', '1985-07', '1990-12-31']

const line = (index: number): fc.Arbitrary<Line> =>
  fc
    .record({
      name: fc.constantFrom('丁一鸣', '单雨', '陆承川', '温%岳'),
      age: orNull(fc.integer({ min: 30, max: 45 })),
      township_months: orNull(fc.integer({ min: 0, max: 72 })),
      sex: orNull(fc.constantFrom('male', 'female')),
      background: orNull(fc.uniqueArray(fc.constantFrom(...sectors))),
      born_on: orNull(fc.constantFrom(...dates)),
      reserve: orNull(fc.boolean()),
      unit_path: fc.constantFrom(...paths),
      evaluations: fc.array(orNull(fc.constantFrom(...results)), { minLength: 3, maxLength: 3 }),
      sector_months: orNull(fc.dictionary(fc.constantFrom(...sectors), fc.integer({ min: 1, max: 60 }))),
      rating_value: orNull(fc.integer({ min: -10, max: 10 })),
      rotation_state: orNull(fc.constantFrom('overdue', 'later')),
    })
    .map((drawn) => ({
      ...drawn,
      cadre_id: `C${index}`,
      unit_id: drawn.unit_path.at(-1) ?? null,
      excellent: drawn.evaluations.every((one) => one === null)
        ? null
        : drawn.evaluations.filter((one) => one === 'excellent').length,
      rating_lower: drawn.rating_value === null ? null : drawn.rating_value - 1,
      rating_upper: drawn.rating_value === null ? null : drawn.rating_value + 1,
    }))

const lines =
  fc.sample(fc.tuple(...Array.from({ length: 300 }, (_, index) => line(index))), { numRuns: 1, seed: 8 })[0] ?? []

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })
const leafOf = (field: ConditionLeaf['field'], is: readonly ConditionLeaf['is'][], value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(field), is: fc.constantFrom(...is), value }) as fc.Arbitrary<ConditionLeaf>
const pair = <T>(value: fc.Arbitrary<T>) => fc.tuple(value, value)

const leaf: fc.Arbitrary<ConditionLeaf> = fc.oneof(
  leafOf('age', ['at-least', 'at-most', 'below'], fc.double({ min: 28, max: 48, noNaN: true })),
  leafOf('age', ['between'], pair(fc.integer({ min: 28, max: 48 }))),
  leafOf('townshipYears', ['at-least', 'below'], fc.double({ min: 0, max: 6, noNaN: true })),
  leafOf('townshipYears', ['between'], pair(fc.integer({ min: 0, max: 6 }))),
  leafOf('sex', ['one-of', 'none-of'], some(['male', 'female'])),
  leafOf('background', ['one-of', 'all-of', 'none-of'], some(sectors)),
  leafOf('evaluations', ['one-of', 'all-of', 'none-of'], some(results)),
  leafOf('bornOn', ['at-least', 'at-most', 'below'], fc.constantFrom(...dates)),
  leafOf('bornOn', ['between'], pair(fc.constantFrom(...dates))),
  leafOf('reserve', ['is'], fc.boolean()),
  leafOf('name', ['contains', 'lacks'], fc.constantFrom('一', '%', "'", '川')),
  leafOf('unit', ['under', 'not-under'], some(['U0', 'U1', 'U2', 'U21'])),
  leafOf('rating', ['surely-at-least', 'surely-below'], fc.integer({ min: -10, max: 10 })),
  leafOf('rotation', ['one-of', 'none-of'], some(['overdue', 'later', 'none'])),
  leafOf('sectorYears', ['at-least', 'below'], fc.integer({ min: 0, max: 5 })).map((one) => ({
    ...one,
    of: 'finance',
  })),
  fc.record({
    field: fc.constantFrom(
      'age' as const,
      'unit' as const,
      'evaluations' as const,
      'rating' as const,
      'background' as const,
    ),
    is: fc.constantFrom('known' as const, 'unknown' as const),
  }),
)

const { tree } = fc.letrec<{ tree: RosterCondition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('tree') }),
  ),
}))

/** True, false, or undefined where it cannot be told. */
type Told = boolean | undefined

function holds(condition: RosterCondition, row: Line): Told {
  if ('all' in condition) return allOf(condition.all.map((one) => holds(one, row)))
  if ('any' in condition) return not(allOf(condition.any.map((one) => not(holds(one, row)))))
  if ('not' in condition) return not(holds(condition.not, row))
  return leafHolds(condition, row)
}

const not = (told: Told): Told => (told === undefined ? undefined : !told)
const allOf = (told: readonly Told[]): Told =>
  told.includes(false) ? false : told.includes(undefined) ? undefined : true

function leafHolds({ field, is, value, of }: ConditionLeaf, row: Line): Told {
  const values = [value].flat()
  const columns = {
    age: row.age,
    townshipYears: row.township_months,
    sex: row.sex,
    background: row.background,
    evaluations: row.excellent === null ? null : row.evaluations,
    bornOn: row.born_on,
    reserve: row.reserve,
    name: row.name,
    unit: row.unit_id,
    rating: row.rating_value,
    rotation: row.rotation_state ?? 'none',
    sectorYears: row.sector_months && (row.sector_months[of ?? ''] ?? 0),
  }
  const held = columns[field as keyof typeof columns]
  if (is === 'known') return held !== null
  if (is === 'unknown') return held === null
  if (held === null) return undefined
  if (field === 'unit') return row.unit_path.some((unit) => values.includes(unit)) === (is === 'under')
  if (field === 'rating')
    return is === 'surely-below' ? (row.rating_upper ?? 0) < Number(value) : (row.rating_lower ?? 0) >= Number(value)
  if (field === 'bornOn') return datedHolds(String(held), is, values.map(String))
  if (field === 'name') return row.name.includes(String(value)) === (is === 'contains')
  if (typeof held === 'boolean') return held === value
  if (typeof held === 'number') return measuredHolds(held, is, values.map(Number), field === 'age' ? 1 : 12)
  if (typeof held === 'string') return values.includes(held) === (is === 'one-of')
  const members = held as readonly unknown[]
  const every = values.every((one) => members.includes(one))
  const any = values.some((one) => members.includes(one))
  const sure = is === 'all-of' ? every : any
  if (!sure && members.includes(null)) return undefined
  return is === 'none-of' ? !sure : sure
}

function datedHolds(held: string, is: string, [first = '', last = '']: readonly string[]): boolean {
  const upTo = (day: string): boolean => held.slice(0, day.length) <= day
  if (is === 'at-least') return held >= first
  if (is === 'below') return held < first
  return is === 'at-most' ? upTo(first) : held >= first && upTo(last)
}

function measuredHolds(held: number, is: string, [first = 0, last = 0]: readonly number[], factor: number): boolean {
  const [from, to] = [first * factor, last * factor]
  if (is === 'at-least') return held >= from
  if (is === 'below') return held < from
  if (is === 'at-most') return held <= from
  return held >= from && (factor === 1 ? held <= to : held < to)
}

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
  const rows = lines.map((one, place) => ({
    ...one,
    reading: '',
    serving: true,
    post_place: place,
    manual_place: place,
    needs: [],
  }))
  await records.commit({ actor: 'test', action: 'edition.write', subject: 'test' }, async (tx) => {
    await sql`insert into roster select * from jsonb_populate_recordset(null::roster, ${JSON.stringify(rows)}::jsonb)`.execute(
      tx,
    )
  })
})
afterAll(() => records.close())

it('says of every row what a plain reading of the tree says, and of the unknown nothing', {
  timeout: 60_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (condition) => {
      const { rows } = await sql<{ cadre_id: string; told: boolean | null }>`
        select cadre_id, ${treeCondition(condition)} as told from roster order by manual_place`.execute(
        records.database,
      )
      expect(rows.map(({ told }) => told ?? undefined)).toEqual(lines.map((row) => holds(condition, row)))
    }),
    { numRuns: 200 },
  )
})
