/** `datapackage.json` as the package writer makes it: a Frictionless Data Package, version 2 (https://datapackage.org). */
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { type Field, fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'

export interface PackageMeta {
  /** Short machine name: lower case, digits, `-`, `_`, `.`. */
  readonly name: string
  readonly title?: string
  readonly description?: string
  /** When it was made, ISO 8601; left out where equal facts must give equal bytes. */
  readonly created?: string
}

export function describePackage(tables: readonly TableName[], meta: PackageMeta): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    ...meta,
    resources: tables.map((table) => ({
      name: table,
      type: 'table',
      path: `${table}.csv`,
      scheme: 'file',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      schema: describeTable(table, tables),
    })),
  }
}

function describeTable(table: TableName, written: readonly TableName[]): object {
  const { key, fields } = tableOf(table)
  const foreignKeys = fieldNamesOf(table).flatMap((name) => {
    const target = fields[name]?.references as TableName | undefined
    if (target === undefined || !written.includes(target)) return []
    // An empty resource name is the table itself.
    return [
      { fields: [name], reference: { resource: target === table ? '' : target, fields: [...tableOf(target).key] } },
    ]
  })
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fieldNamesOf(table).map((name) => ({ name, ...describeField(fields[name] ?? { kind: 'text' }) })),
    ...(key.length === 1 ? { primaryKey: [...key] } : { uniqueKeys: [[...key]] }),
    ...(foreignKeys.length === 0 ? {} : { foreignKeys }),
  }
}

function describeField(field: Field): object {
  const constraints = {
    ...(field.required ? { required: true } : {}),
    ...(field.least === undefined ? {} : { minimum: field.least }),
    ...(field.most === undefined ? {} : { maximum: field.most }),
    // The `date` type of Frictionless has no month precision.
    ...(field.kind === 'date' ? { pattern: '\\d{4}-\\d{2}(-\\d{2})?' } : {}),
    ...(field.kind === 'term' && field.terms !== undefined ? { enum: writtenTerms(field.terms) } : {}),
  }
  const type = typeOf(field)
  return {
    type,
    ...(type === 'list' ? { delimiter: ';', itemType: 'string' } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
  }
}

function typeOf(field: Field): string {
  if (field.kind === 'number') return field.integer ? 'integer' : 'number'
  return field.kind === 'boolean' || field.kind === 'list' ? field.kind : 'string'
}

const writtenTerms = (terms: NonNullable<Field['terms']>): string[] =>
  identifiersOf(terms).map((id) => writtenTerm(terms, id))

/** Terms are written by their identifier; grades, which the contract names, by their Chinese name. */
export const writtenTerm = (terms: NonNullable<Field['terms']>, id: string): string =>
  terms === 'grade' ? labelOf(terms, id).zh : id
