/** A tree of conditions as SQL: every value is a parameter, every column a name of ours. Null is "cannot be told". */
import { type RawBuilder, sql } from 'kysely'
import type { ConditionLeaf, RosterCondition } from '#domain/lexicon/roster-conditions.ts'
import { type RosterFieldKind, rosterField } from '#domain/lexicon/roster-fields.ts'
import { sourceOf } from './roster-columns.ts'

type Condition = RawBuilder<boolean>

/** @example treeCondition({ not: { field: 'age', is: 'below', value: 40 } }) // (not (roster.age < $1)) */
export function treeCondition(tree: RosterCondition): Condition {
  if ('all' in tree) return sql`(${sql.join(tree.all.map(treeCondition), sql` and `)})`
  if ('any' in tree) return sql`(${sql.join(tree.any.map(treeCondition), sql` or `)})`
  if ('not' in tree) return sql`(not ${treeCondition(tree.not)})`
  return leafCondition(tree)
}

function leafCondition(leaf: ConditionLeaf): Condition {
  const { kind } = rosterField(leaf.field)
  const { asked } = sourceOf(leaf.field)
  const column = sql.ref(`roster.${asked}`)
  if (leaf.is === 'known') return sql`(not ${isUnknown(kind, asked)})`
  if (leaf.is === 'unknown') return isUnknown(kind, asked)
  switch (kind) {
    case 'term':
      return among(leaf, sql`${column}::text`)
    case 'due':
      return among(leaf, sql`coalesce(${column}, 'none')`)
    case 'terms':
      return overlapping(leaf, column)
    case 'evaluations':
      return evaluated(leaf, column)
    case 'text':
      return worded(leaf, column)
    case 'flag':
      return sql`(${column} = ${leaf.value}::boolean)`
    case 'unit':
      return sql`(case when roster.unit_id is not null then ${leaf.is === 'not-under' ? sql`not` : sql``} ${column} && ${texts(leaf)}::text[] end)`
    case 'interval':
      return leaf.is === 'surely-at-least'
        ? sql`(${sql.ref(`roster.${asked}_lower`)} >= ${leaf.value}::float8)`
        : sql`(${sql.ref(`roster.${asked}_upper`)} < ${leaf.value}::float8)`
    case 'date':
      return dated(leaf, column)
    case 'spans':
      return measured(
        leaf,
        sql`case when ${column} is not null then coalesce((${column} ->> ${leaf.of ?? ''}::text)::integer, 0) end`,
        12,
      )
    default:
      return measured(leaf, column, kind === 'years' ? 12 : 1)
  }
}

function isUnknown(kind: RosterFieldKind, asked: string): Condition {
  if (kind === 'unit') return sql`(roster.unit_id is null)`
  if (kind === 'evaluations') return sql`(roster.excellent is null)`
  if (kind === 'interval') return sql`(${sql.ref(`roster.${asked}_value`)} is null)`
  return sql`(${sql.ref(`roster.${asked}`)} is null)`
}

const listed = ({ value }: ConditionLeaf): readonly unknown[] => (Array.isArray(value) ? value : [value])
const texts = (leaf: ConditionLeaf): string[] => listed(leaf).map(String)

const among = (leaf: ConditionLeaf, column: RawBuilder<unknown>): Condition =>
  leaf.is === 'none-of'
    ? sql`(${column} <> all(${texts(leaf)}::text[]))`
    : sql`(${column} = any(${texts(leaf)}::text[]))`

function overlapping(leaf: ConditionLeaf, column: RawBuilder<unknown>): Condition {
  if (leaf.is === 'all-of') return sql`(${column} @> ${texts(leaf)}::text[])`
  const overlaps = sql<boolean>`${column} && ${texts(leaf)}::text[]`
  return leaf.is === 'none-of' ? sql`(not ${overlaps})` : sql`(${overlaps})`
}

/** A year without a result may have been any: what the others say stands only where it cannot change. */
function evaluated(leaf: ConditionLeaf, column: RawBuilder<unknown>): Condition {
  const holds = overlapping({ ...leaf, is: leaf.is === 'all-of' ? 'all-of' : 'one-of' }, column)
  const told = sql<boolean>`case when ${holds} then true when array_position(${column}, null) is null
    and cardinality(${column}) > 0 then false end`
  return leaf.is === 'none-of' ? sql`(not ${told})` : sql`(${told})`
}

function worded(leaf: ConditionLeaf, column: RawBuilder<unknown>): Condition {
  if (leaf.is === 'one-of' || leaf.is === 'none-of') return among(leaf, column)
  const found = sql<boolean>`strpos(${column}, ${String(leaf.value)}) > 0`
  return leaf.is === 'lacks' ? sql`(not ${found})` : sql`(${found})`
}

/** A month stands for all its days: dates are compared as far as both are written. */
function dated(leaf: ConditionLeaf, column: RawBuilder<unknown>): Condition {
  const [first = '', last = ''] = texts(leaf)
  const upTo = (day: string): Condition => sql`left(${column}, ${day.length}) <= ${day}`
  if (leaf.is === 'at-least') return sql`(${column} >= ${first})`
  if (leaf.is === 'below') return sql`(${column} < ${first})`
  return leaf.is === 'at-most' ? sql`(${upTo(first)})` : sql`(${column} >= ${first} and ${upTo(last)})`
}

/** All figures are whole; so are the bounds, that an index serves them. */
function measured(leaf: ConditionLeaf, column: RawBuilder<unknown>, factor: number): Condition {
  const [first = 0, last = 0] = listed(leaf).map((value) => Number(value) * factor)
  const from = sql`${column} >= ${Math.ceil(first)}::integer`
  if (leaf.is === 'at-least') return sql`(${from})`
  if (leaf.is === 'below') return sql`(${column} < ${Math.ceil(first)}::integer)`
  if (leaf.is === 'at-most') return sql`(${column} <= ${Math.floor(first)}::integer)`
  const to = factor === 1 ? sql`<= ${Math.floor(last)}::integer` : sql`< ${Math.ceil(last)}::integer`
  return sql`(${from} and ${column} ${to})`
}
