import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import { editDistance } from '../cells/cells.ts'
import type { ProblemLedger } from './ledger.ts'

/** Where the fields of a table stand in one file. */
export interface Header {
  /** Cells of a row. */
  readonly width: number
  /** For each field of the table, its column in the file, or -1. */
  readonly columns: readonly number[]
  /** Columns that the contract does not know; their values are kept beside the row. */
  readonly extras: readonly { readonly name: string; readonly column: number }[]
  /** False when rows cannot be judged by this header. */
  readonly isUsable: boolean
}

/** Stands for a header that is not there or cannot be read. */
export const unreadHeader: Header = { width: 0, columns: [], extras: [], isUsable: false }

const separators: readonly (readonly [string, Text])[] = [
  ['\t', { zh: '制表符', en: 'tabs' }],
  [';', { zh: '分号', en: 'semicolons' }],
  ['，', { zh: '全角逗号', en: 'full-width commas' }],
  ['|', { zh: '竖线', en: 'bars' }],
]

/** Reads the first row of a table; what is wrong with it goes to `problems`, unknown columns to `notices`. */
export function readHeader(
  cells: readonly string[],
  table: TableName,
  problems: ProblemLedger,
  notices: ProblemLedger,
): Header {
  const fields = fieldNamesOf(table)
  const names = cells.map((cell) => cell.trim())
  const columns = fields.map((field) => names.indexOf(field))
  const unusable = { width: names.length, columns, extras: [], isUsable: false }
  const separator = names.length === 1 ? separators.find(([mark]) => names[0]?.includes(mark)) : undefined
  if (separator !== undefined) {
    problems.add('separator', { row: 1 }, { separator: separator[1] })
    return unusable
  }
  const unknown = names.filter((name) => name !== '' && !fields.includes(name))
  const absent = fields.filter((_, index) => columns[index] === -1)
  let isUsable = true
  for (const field of absent) {
    if (tableOf(table).fields[field]?.required !== true) continue
    const meant = unknown.find((name) => isNear(name, field))
    const hint =
      meant === undefined
        ? ''
        : fill({ zh: '；“{meant}”这一列若就是，改名即可', en: '; if "{meant}" is it, rename it' }, { meant })
    problems.add('header-missing', { row: 1, column: field }, { hint })
    isUsable = false
  }
  const extras: { name: string; column: number }[] = []
  names.forEach((name, column) => {
    if (name === '') return
    if (names.indexOf(name) < column) {
      problems.add('header-duplicate', { row: 1, column: name })
      isUsable = false
    } else if (!fields.includes(name)) {
      const meant = absent.find((field) => isNear(name, field))
      const hint =
        meant === undefined
          ? ''
          : fill({ zh: '；若就是“{meant}”，改成这个列名', en: '; if it is "{meant}", rename it' }, { meant })
      notices.add('extra-column', { row: 1, column: name }, { hint })
      extras.push({ name, column })
    }
  })
  return { width: names.length, columns, extras, isUsable }
}

const isNear = (name: string, field: string): boolean =>
  editDistance(name.toLowerCase().replaceAll(/[\s-]/g, '_'), field) <= Math.max(1, Math.floor(field.length / 4))
