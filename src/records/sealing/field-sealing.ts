/**
 * The edge between what lies in the database and what everybody else reads: values are sealed as they are written and opened
 * as they are read. Results of queries are opened by themselves, since a sealed text names its field and the row beside it
 * holds what it is bound to; a value that is not read with the key of its row stays sealed.
 */
import type {
  KyselyPlugin,
  PluginTransformQueryArgs,
  PluginTransformResultArgs,
  QueryExecutorProvider,
  QueryResult,
  RootOperationNode,
  UnknownRow,
} from 'kysely'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { alteredField, damagedKeySet } from './refusals.ts'
import { type SealedField, sealedFieldNamed, sealedFieldsOf } from './sealed-fields.ts'
import { type KeySet, looksSealed, lookUpTag, openText, partsOf, sealText } from './sealed-text.ts'

type Values = Readonly<Record<string, unknown>>

const camel = (column: string): string => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())

export class FieldSealing implements KyselyPlugin {
  #sets = new Map<number, KeySet>()
  #inUse: KeySet
  readonly #reload: () => Promise<readonly KeySet[]>

  /** @param reload asks the database for sets of keys that were made since */
  constructor(sets: readonly KeySet[], inUse: number, reload: () => Promise<readonly KeySet[]>) {
    this.#reload = reload
    this.#inUse = this.use(sets, inUse)
  }

  /** From now on seals with the set of this number. */
  use(sets: readonly KeySet[], inUse: number): KeySet {
    this.#sets = new Map(sets.map((set) => [set.number, set]))
    const found = this.#sets.get(inUse)
    if (!found) throw damagedKeySet(inUse)
    this.#inUse = found
    return found
  }

  get inUse(): number {
    return this.#inUse.number
  }

  /** A row as it is to lie in the database. */
  sealRow<R extends Values>(table: string, row: R): R {
    const sealed: Record<string, unknown> = {}
    for (const field of sealedFieldsOf(table)) {
      const value = textOf(field, row[field.column])
      if (value !== undefined && isMeant(field, row)) sealed[field.column] = this.#seal(field, row, value)
    }
    return Object.keys(sealed).length === 0 ? row : { ...row, ...sealed }
  }

  /** The same for rows in the order of their fields; undefined where nothing of the table is sealed. */
  rowSealer(table: TableName): ((row: Row) => Row) | undefined {
    const places = positionsOf(table)
    if (places.length === 0) return undefined
    return (row) => {
      let sealed: (string | null)[] | undefined
      for (const { field, at, key, where } of places) {
        const value = row[at]
        if (value === null || value === undefined || (where !== undefined && row[where] !== field.where?.value))
          continue
        sealed ??= [...row]
        sealed[at] = sealText(this.#inUse, { field, row: key.map((index) => row[index] ?? '') }, value)
      }
      return sealed ?? row
    }
  }

  /** Opens the fields of a row in the order of its fields, in place; undefined where nothing of the table is sealed. */
  rowOpener(table: TableName): ((row: (string | null)[]) => void) | undefined {
    const places = positionsOf(table)
    if (places.length === 0) return undefined
    return (row) => {
      for (const { field, at, key, where } of places) {
        const value = row[at]
        if (!looksSealed(value) || (where !== undefined && row[where] !== field.where?.value)) continue
        row[at] = this.#open(
          field,
          key.map((index) => row[index] ?? ''),
          value,
        )
      }
    }
  }

  /** What to look for in `look_up_tag(column)`, under each set of keys that may still be met. */
  tagsOf(name: string, values: readonly string[]): readonly string[] {
    const field = sealedFieldNamed(name)
    if (!field?.isLookedUp) throw new Error(`invariant: ${name} is not looked up`)
    return [...this.#sets.values()].flatMap((keys) => values.map((value) => lookUpTag(keys, field, value)))
  }

  transformQuery({ node }: PluginTransformQueryArgs): RootOperationNode {
    return node
  }

  async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    try {
      openAll(result.rows, (row) => this.#openValues(row))
    } catch (error) {
      if (!(error instanceof UnknownSet)) throw error
      await this.refresh()
      openAll(result.rows, (row) => this.#openValues(row))
    }
    return result
  }

  /** Learns of sets that another process has made. */
  async refresh(): Promise<void> {
    for (const set of await this.#reload()) this.#sets.set(set.number, set)
  }

  /** Opens what a row of results holds, where its key is beside it. */
  #openValues(row: Record<string, unknown>): void {
    for (const column in row) {
      const value = row[column]
      if (!looksSealed(value)) continue
      const parts = partsOf(value)
      const field = parts && sealedFieldNamed(parts.name)
      if (!field || (column !== field.column && column !== camel(field.column)) || !isMeant(field, row)) continue
      const key = field.key.map((name) => row[name] ?? row[camel(name)])
      if (!key.every((one) => one !== undefined)) continue
      const opened = this.#open(field, key.map(String), value)
      row[column] = field.isWhole ? JSON.parse(opened) : opened
    }
  }

  #seal(field: SealedField, row: Values, value: string): string {
    return sealText(this.#inUse, { field, row: field.key.map((name) => String(row[name] ?? '')) }, value)
  }

  #open(field: SealedField, row: readonly string[], value: string): string {
    const parts = partsOf(value)
    const keys = parts && this.#sets.get(parts.number)
    if (parts && !keys) throw new UnknownSet(`${field.name} ${row.join('/')}`)
    const opened = parts && keys && parts.name === field.name ? openText(keys, { field, row }, parts) : undefined
    if (opened === undefined) throw alteredField(`${field.name} ${row.join('/')}`)
    return opened
  }
}

/** Sealed with keys that this process has not read yet, or that never were. */
class UnknownSet extends ProblemError {
  constructor(place: string) {
    super(...alteredField(place).problems)
  }
}

/** Of results, rows and the rows inside them as JSON. */
function openAll(rows: readonly UnknownRow[], open: (row: Record<string, unknown>) => void): void {
  for (const row of rows) {
    open(row)
    for (const column in row) {
      const value = row[column]
      if (isImage(value)) open(value)
    }
  }
}

const isImage = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

/** What is sealed of a value; undefined where there is none. */
const textOf = ({ isWhole }: SealedField, value: unknown): string | undefined => {
  if (isWhole) return value === null || value === undefined ? undefined : JSON.stringify(value)
  return typeof value === 'string' ? value : undefined
}

const isMeant = ({ where }: SealedField, row: Values): boolean =>
  where === undefined || row[where.column] === where.value || row[where.column] === undefined

const positionsOf = (table: TableName) => {
  const names = fieldNamesOf(table)
  return sealedFieldsOf(table).map((field) => ({
    field,
    at: names.indexOf(field.column),
    key: field.key.map((name) => names.indexOf(name)),
    where: field.where && names.indexOf(field.where.column),
  }))
}

/** What seals for whoever writes through this; undefined where the records lie open. */
export const sealingOf = (database: QueryExecutorProvider): FieldSealing | undefined =>
  database.getExecutor().plugins.find((plugin): plugin is FieldSealing => plugin instanceof FieldSealing)
