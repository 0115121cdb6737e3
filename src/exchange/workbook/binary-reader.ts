/** Workbooks of the binary formats (.xls, of other producers too) and of flat XML, through the library that knows them. */
import { read, set_cptable, type WorkSheet } from '@e965/xlsx'
import { type Cell, type Merge, numberCell, type ReadRow } from './cell.ts'
import { type ReadSheet, sheetInMemory } from './reading.ts'

/** What the library gives of one cell under the options below. */
interface LibraryCell {
  readonly t: 'b' | 'n' | 'e' | 's' | 'd' | 'z'
  readonly v?: unknown
  readonly w?: string
  readonly z?: string
  readonly f?: string
}

/** Reads all sheets into memory. Throws what the library throws at a damaged file. */
export async function readBinary(bytes: Buffer): Promise<readonly ReadSheet[]> {
  // Old binary files name their code page; that of Chinese Windows is in a table of its own.
  set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
  const workbook = inSilence(() =>
    read(bytes, { type: 'buffer', dense: true, cellNF: true, cellStyles: true, cellHTML: false }),
  )
  const since1904 = workbook.Workbook?.WBProps?.date1904 === true
  return workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined) return []
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    return [sheetInMemory(name, rowsOf(sheet, since1904), mergesOf(sheet), hidden)]
  })
}

/**
 * The library writes a line to the console for every record it does not know, so that a hostile file would fill the log of
 * the server. Reading lasts one turn, in which nobody else writes there.
 */
function inSilence<Result>(act: () => Result): Result {
  const { log, warn, error } = console
  const silent = (): void => undefined
  Object.assign(console, { log: silent, warn: silent, error: silent })
  try {
    return act()
  } finally {
    Object.assign(console, { log, warn, error })
  }
}

function rowsOf(sheet: WorkSheet, since1904: boolean): ReadRow[] {
  const data = (sheet['!data'] ?? []) as readonly (readonly (LibraryCell | undefined)[] | undefined)[]
  return data.flatMap((row = [], index) => {
    const cells: (Cell | undefined)[] = []
    row.forEach((cell, column) => {
      const found = cell === undefined ? undefined : cellOf(cell, since1904)
      if (found !== undefined && found !== '') cells[column] = found
    })
    return cells.length > 0 ? [{ number: index + 1, hidden: sheet['!rows']?.[index]?.hidden === true, cells }] : []
  })
}

function cellOf({ t, v, w, z, f }: LibraryCell, since1904: boolean): Cell | undefined {
  if (t === 'e') return { error: w ?? '#N/A' }
  if (typeof v === 'number') return numberCell(v, z ?? 'General', since1904)
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  if (typeof v === 'string') return v.replace(/\r\n?/g, '\n')
  return f === undefined ? undefined : { error: 'formula' }
}

const mergesOf = (sheet: WorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }))
