/** What is typed into the fields of an act, and the recorded values that it makes. */
import type { MatterDetail, NewMatterEvent } from '#server/contract/index.ts'

export type MatterAct = MatterDetail['acts'][number]
export type MatterField = MatterAct['fields'][number]
export type MatterColumn = MatterField['columns'][number]
export type MatterFacts = Extract<NewMatterEvent['act'], { kind: 'acted' }>['facts']

/** A number stays as it was typed until it is sent. */
export type DraftCell = string | boolean
export type DraftRow = Readonly<Record<string, DraftCell>>
export type DraftValue = DraftCell | readonly string[] | readonly DraftRow[]
export type Draft = Readonly<Record<string, DraftValue>>

const isRow = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const cellOf = (value: unknown): DraftCell | undefined =>
  typeof value === 'boolean' ? value : typeof value === 'number' ? String(value) : undefined

/** The draft of recorded values, to be corrected. */
export function draftOf(facts: Readonly<Record<string, unknown>>): Draft {
  const typed = Object.entries(facts).flatMap(([name, value]): [string, DraftValue][] => {
    if (typeof value === 'string') return [[name, value]]
    if (Array.isArray(value)) {
      const rows = value.filter(isRow).map((row) => draftOf(row) as DraftRow)
      return [[name, rows.length > 0 ? rows : value.filter((each) => typeof each === 'string')]]
    }
    const cell = cellOf(value)
    return cell === undefined ? [] : [[name, cell]]
  })
  return Object.fromEntries(typed)
}

export const isEmptyValue = (value: DraftValue | undefined): boolean =>
  value === undefined || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

const isNumber = (typed: string): boolean => Number.isFinite(Number(typed.trim()))

export type FieldFault = 'missing' | 'wrong'

/** Fields that are required and empty, or no number, by name; those of rows as `name/row/column`. */
export function faultsIn(
  fields: readonly (MatterColumn | MatterField)[],
  draft: Draft,
  prefix = '',
): ReadonlyMap<string, FieldFault> {
  const faults = fields.flatMap((field): [string, FieldFault][] => {
    const value = draft[field.name]
    const key = `${prefix}${field.name}`
    if (isEmptyValue(value)) return field.required ? [[key, 'missing']] : []
    if (field.kind === 'number' && typeof value === 'string' && !isNumber(value)) return [[key, 'wrong']]
    if (field.kind !== 'rows' || !('columns' in field)) return []
    return rowsOf(value).flatMap((row, at) => [...faultsIn(field.columns, row, `${key}/${at}/`)])
  })
  return new Map(faults)
}

export const rowsOf = (value: DraftValue | undefined): readonly DraftRow[] =>
  Array.isArray(value) ? value.filter((each): each is DraftRow => isRow(each)) : []

type Scalar = string | number | boolean

const scalarOf = (kind: MatterColumn['kind'], cell: DraftCell): Scalar =>
  kind === 'number' && typeof cell === 'string' ? Number(cell.trim()) : cell

/** What is sent: without what is empty, numbers as numbers. */
export function factsOf(fields: readonly MatterField[], draft: Draft): MatterFacts {
  const told = fields.flatMap((field): [string, MatterFacts[string]][] => {
    const value = draft[field.name]
    if (value === undefined || isEmptyValue(value)) return []
    if (field.kind === 'rows') return [[field.name, rowsOf(value).map((row) => rowFacts(field.columns, row))]]
    return [[field.name, Array.isArray(value) ? value.map(String) : scalarOf(field.kind, value as DraftCell)]]
  })
  return Object.fromEntries(told)
}

function rowFacts(columns: readonly MatterColumn[], row: DraftRow): Record<string, Scalar> {
  const told = columns.flatMap(({ name, kind }): [string, Scalar][] => {
    const cell = row[name]
    return cell === undefined || isEmptyValue(cell) ? [] : [[name, scalarOf(kind, cell)]]
  })
  return Object.fromEntries(told)
}

/** Of what is sent, only what differs from what stands; what was emptied is sent as an empty text. */
export function changedFacts(stands: Readonly<Record<string, unknown>>, facts: MatterFacts): MatterFacts {
  const isSame = (name: string): boolean => JSON.stringify(stands[name]) === JSON.stringify(facts[name])
  const changed = Object.entries(facts).filter(([name]) => !isSame(name))
  const emptied = Object.keys(stands).flatMap((name) => (name in facts ? [] : [[name, '']]))
  return Object.fromEntries([...emptied, ...changed])
}
