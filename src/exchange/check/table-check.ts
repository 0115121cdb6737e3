import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import type { ScanFault, ScanListener } from '../csv/scan.ts'
import { problemOf, quoted } from '../wording/wording.ts'
import { coherenceOf, type RowFault } from './coherence.ts'
import { type Header, readHeader, unreadHeader } from './header.ts'
import { type KeyIndex, RowSet } from './key-index.ts'
import { ProblemLedger } from './ledger.ts'
import { dependentsIn, loopsIn, Pointers, type Reference, referencesOf } from './references.ts'
import { RowKeys } from './row-keys.ts'
import { type FieldFault, RowReader } from './row-reader.ts'
import type { Seats } from './seats.ts'

/** What the check of one table leaves for the tables that refer to it and for the second reading. */
export interface CheckedTable {
  readonly header: Header
  /** Fields that refer to a table of which the package has no rows; their values are kept among the extras. */
  readonly aside: readonly string[]
  readonly keys: KeyIndex
  /** Rows that are not imported: bad ones, those that depend on bad ones, and repeated ones. */
  readonly leftOut: RowSet
  /** Rows that hold data. */
  readonly count: number
  readonly problems: ProblemLedger
  readonly dependents: ProblemLedger
  readonly notices: ProblemLedger
  /** False when the fault is in the table as a whole, so that leaving rows out does not help. */
  readonly isUsable: boolean
}

/** The tables checked before this one, and what seats know. */
export interface Surroundings {
  readonly checked: ReadonlyMap<TableName, CheckedTable>
  readonly present: ReadonlySet<TableName>
  readonly seats: Seats
}

/** Checks one table while its records stream by; `finish` compares what needs all rows. */
export class TableCheck implements ScanListener {
  private readonly table: TableName
  private readonly around: Surroundings
  private readonly isDamaged: boolean
  private readonly problems: ProblemLedger
  private readonly dependents: ProblemLedger
  private readonly notices: ProblemLedger
  private readonly keys: RowKeys
  private readonly leftOut = new RowSet()
  private readonly pointers = new Pointers()
  private readonly fieldAt: Readonly<Record<string, number>>
  private readonly coherence: ReturnType<typeof coherenceOf>
  private references: readonly (Reference & { readonly target: CheckedTable })[] = []
  private selfReference: Reference | undefined
  private reader: RowReader | undefined
  private header: Header | undefined
  private aside: readonly string[] = []
  /** References to an absent table of which no value has been seen yet. */
  private unresolved: readonly Reference[] = []
  private count = 0

  constructor(table: TableName, file: string, around: Surroundings, isDamaged: boolean) {
    this.table = table
    this.around = around
    this.isDamaged = isDamaged
    this.problems = new ProblemLedger(file)
    this.dependents = new ProblemLedger(file)
    this.notices = new ProblemLedger(file)
    this.keys = new RowKeys(table)
    this.fieldAt = Object.fromEntries(fieldNamesOf(table).map((name, field) => [name, field]))
    this.coherence = coherenceOf(table)
  }

  record(cells: readonly string[], row: number): void {
    if (this.header === undefined) {
      this.start(cells)
      return
    }
    if (this.reader === undefined || isBlank(cells)) return
    this.count += 1
    if (!this.fits(cells, row)) return
    let isGood = this.reader.read(cells)
    if (this.unresolved.length > 0) this.noticeUnresolved(cells)
    for (const fault of this.reader.faults) this.reportCell(fault, row)
    for (const check of this.coherence) {
      const fault = check(this.reader.values)
      if (fault === undefined) continue
      this.report(fault, row)
      isGood = false
    }
    if (!this.claimKey(this.reader, row)) isGood = false
    if (!this.followReferences(this.reader, row)) isGood = false
    if (!isGood) this.leftOut.add(row)
    else if (!this.leftOut.has(row)) this.seat(this.reader.values, row)
  }

  fault(fault: ScanFault, row: number, cells: readonly string[]): void {
    if (fault === 'row-too-long') throw new ProblemError(problemOf(fault, { file: this.problems.file, row }))
    this.problems.add(fault, { row })
    if (this.header === undefined) {
      this.header = unreadHeader
      return
    }
    this.count += 1
    this.leaveUnread(cells, row)
  }

  finish(): CheckedTable {
    this.settlePointers()
    if (this.table === 'tenures') {
      for (const { row, fault } of this.around.seats.overlaps()) this.refuse(fault, row)
    }
    const isRequired = tableOf(this.table).required === true
    if (this.header === undefined) (isRequired ? this.problems : this.notices).add('file-empty', {})
    return {
      header: this.header ?? unreadHeader,
      aside: this.aside,
      keys: this.keys.index,
      leftOut: this.leftOut,
      count: this.count,
      problems: this.problems,
      dependents: this.dependents,
      notices: this.notices,
      isUsable: this.header?.isUsable ?? !isRequired,
    }
  }

  private start(cells: readonly string[]): void {
    const header = readHeader(cells, this.table, this.problems, this.notices)
    this.header = header
    const references = referencesOf(this.table)
    const absent = references.filter(({ table }) => !this.isGiven(table))
    this.aside = absent.map(({ name }) => name)
    this.unresolved = absent
    this.selfReference = references.find(({ table }) => table === this.table)
    this.references = references.flatMap((reference) => {
      const target = this.around.checked.get(reference.table)
      return target?.isUsable && this.isGiven(reference.table) ? [{ ...reference, target }] : []
    })
    if (header.width > 1) this.reader = new RowReader(this.table, header, this.aside, this.isDamaged)
  }

  /** An optional table without rows is as good as none. */
  private isGiven(table: TableName): boolean {
    const { present, checked } = this.around
    return present.has(table) && (tableOf(table).required === true || checked.get(table)?.count !== 0)
  }

  /** Whether the row has as many cells as the header; empty cells at the end are dropped by spreadsheets at will. */
  private fits(cells: readonly string[], row: number): boolean {
    const expected = this.header?.width ?? 0
    if (cells.length === expected) return true
    if (cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '')) return true
    this.problems.add('cell-count', { row }, { count: cells.length, expected })
    this.leaveUnread(cells, row)
    return false
  }

  private leaveUnread(cells: readonly string[], row: number): void {
    this.leftOut.add(row)
    this.keys.claimUnread(cells, this.header?.columns ?? [], row)
  }

  private claimKey(reader: RowReader, row: number): boolean {
    const claim = this.keys.claim(reader, row)
    if (claim.kind === 'new') return true
    const { first } = claim
    if (claim.kind === 'taken') {
      this.problems.add('key-duplicate', { row, column: this.keys.column }, { key: claim.key, first })
      return false
    }
    this.notices.add('row-repeated', { row }, { first })
    this.leftOut.add(row)
    return true
  }

  private noticeUnresolved(cells: readonly string[]): void {
    this.unresolved = this.unresolved.filter(({ field, name, table }) => {
      const value = cells[this.header?.columns[field] ?? -1]?.trim() ?? ''
      if (value !== '') this.notices.add('reference-unresolved', { row: 1, column: name }, { table })
      return value === ''
    })
  }

  /** False when a reference dangles; a row that refers to one left out is left out with it. */
  private followReferences(reader: RowReader, row: number): boolean {
    let isGood = true
    for (const { field, name, table, target } of this.references) {
      const value = reader.values[field]
      if (value === null || value === undefined) continue
      const found = target.keys.rowOf(value)
      if (found === 0) {
        this.problems.add('reference-dangling', { row, column: name }, { value: quoted(value), table })
        isGood = false
      } else if (target.leftOut.has(found)) this.leaveOutWith(row, name, value, table)
    }
    const pointer = this.selfReference === undefined ? null : reader.values[this.selfReference.field]
    if (pointer) this.pointers.add(row, pointer)
    return isGood
  }

  private leaveOutWith(row: number, column: string, value: string, table: TableName): void {
    this.dependents.add('left-out-with', { row, column }, { value: quoted(value), table })
    this.leftOut.add(row)
  }

  /** Keeps the life of a seat, or compares a tenure with it. */
  private seat(values: RowReader['values'], row: number): void {
    if (this.table !== 'positions' && this.table !== 'tenures') return
    const at = (name: string): string | null => values[this.fieldAt[name] ?? -1] ?? null
    const { seats, checked } = this.around
    const seat = at('position_id')
    if (seat === null) return
    if (this.table === 'positions') {
      seats.open(row, { seat, from: at('open_from'), to: at('open_to') })
      return
    }
    const from = at('from')
    if (from === null) return
    const seatRow = checked.get('positions')?.keys.rowOf(seat) ?? 0
    const fault = seats.outsideLife(seatRow, from, at('to'))
    if (fault !== undefined) this.refuse(fault, row)
    else if (at('kind') === 'appointed') seats.hold(seatRow, row, at('tenure_id') ?? '', from, at('to'))
  }

  private settlePointers(): void {
    const { selfReference, keys } = this
    if (selfReference === undefined) return
    const { name: column } = selfReference
    const { found, dangling } = this.pointers.resolve((id) => keys.index.rowOf(id))
    for (const row of dangling) {
      const values = { value: quoted(this.pointers.valueAt(row)), table: this.table }
      this.refuse({ code: 'reference-dangling', column, values }, row)
    }
    for (const row of loopsIn(found)) {
      this.refuse({ code: 'reference-loop', column, values: { value: quoted(this.pointers.valueAt(row)) } }, row)
    }
    for (const row of dependentsIn(found, (other) => this.leftOut.has(other))) {
      this.leaveOutWith(row, column, this.pointers.valueAt(row), this.table)
    }
  }

  private refuse(fault: RowFault, row: number): void {
    this.report(fault, row)
    this.leftOut.add(row)
  }

  private report({ code, column, values }: RowFault, row: number): void {
    this.problems.add(code, { row, column }, values)
  }

  private reportCell({ name: column, raw, fault }: FieldFault, row: number): void {
    if (fault === undefined)
      this.problems.add('value-missing', { row, column }, { what: whatIsMissing(this.table, column) })
    else this.problems.add(fault.code, { row, column }, { value: quoted(raw), ...fault.values })
  }
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell === '' || cell.trim() === '')

function whatIsMissing(table: TableName, name: string): Text {
  switch (tableOf(table).fields[name]?.kind) {
    case 'date':
      return {
        zh: '日期，写成 YYYY-MM-DD；只知道月份时写 YYYY-MM',
        en: 'a date as YYYY-MM-DD, or YYYY-MM where only the month is known',
      }
    case 'number':
      return { zh: '数字', en: 'a number' }
    case 'boolean':
      return { zh: ' true 或 false', en: 'true or false' }
    case 'term':
      return { zh: '规定的词', en: 'one of the terms' }
    default:
      return { zh: '内容', en: 'the value' }
  }
}
