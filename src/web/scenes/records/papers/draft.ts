/** A design as it is being changed: pure steps on values. */
import { type PaperField, type PaperTopic, paperColumn, paperFields } from '#domain/lexicon/paper-columns.ts'
import type { DesignColumn, RosterDesign } from '#server/contract/index.ts'

/** Moves a column to another place; the others close up. */
export function moved(columns: readonly DesignColumn[], from: number, to: number): DesignColumn[] {
  const column = columns[from]
  if (!column || to < 0 || to >= columns.length) return [...columns]
  return columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

/** A column without one of its own words follows the usual one again. */
export function worded(column: DesignColumn, part: 'label' | 'group', text: string): DesignColumn {
  const term = paperColumn(column.field)
  const usual = part === 'label' ? term.label.zh : (term.group?.zh ?? '')
  const { [part]: _, ...rest } = column
  const isUsual = text === usual || (part === 'label' && text.trim() === '')
  return isUsual ? rest : { ...rest, [part]: text }
}

export const labelOfColumn = ({ field, label }: DesignColumn): string => label ?? paperColumn(field).label.zh
export const groupOfColumn = ({ field, group }: DesignColumn): string => group ?? paperColumn(field).group?.zh ?? ''
export const widthOfColumn = ({ field, width }: DesignColumn): number => width ?? paperColumn(field).width

/** Columns that are not in a design, by what they speak of. */
export function missingColumns(columns: readonly DesignColumn[]): ReadonlyMap<PaperTopic, readonly PaperField[]> {
  const taken = new Set(columns.map(({ field }) => field))
  return Map.groupBy(
    paperFields.filter((field) => !taken.has(field) && paperColumn(field).topic !== 'proposal'),
    (field) => paperColumn(field).topic,
  )
}

/** Two designs say the same. */
export const sameDesign = (a: RosterDesign, b: RosterDesign): boolean => JSON.stringify(a) === JSON.stringify(b)
