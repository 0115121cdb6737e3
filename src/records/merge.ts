/** The SQL that brings staged rows of a table into the facts. */
import { fieldNamesOf, type TableName, tableOf } from '#domain/tables.ts'
import { sealedFieldsOf } from './sealing/index.ts'

export const quoted = (name: string): string => `"${name}"`

/** A staging table with the types of the target and none of its constraints. */
export function stageStatement(table: TableName, incoming: string): string {
  const columns = [...fieldNamesOf(table), 'extra'].map(quoted).join(', ')
  return `create temporary table ${incoming} on commit drop as select ${columns} from ${table} with no data`
}

/** Inserts new rows, updates those that say something else, leaves the rest alone; gives `inserted` and `changed`. */
export function mergeStatement(table: TableName, incoming: string): string {
  const { key, fields } = tableOf(table)
  const columns = fieldNamesOf(table)
  const same = key.map((name) =>
    fields[name]?.required
      ? `t.${quoted(name)} = s.${quoted(name)}`
      : `t.${quoted(name)} is not distinct from s.${quoted(name)}`,
  )
  const rest = columns.filter((name) => !key.includes(name))
  // A sealed value differs where its mark does: under other keys the same value is another text.
  const sealed = new Set(sealedFieldsOf(table).map(({ column }) => column))
  const compared = (row: string) =>
    rest.map((name) => (sealed.has(name) ? `sealed_mark(${row}.${quoted(name)})` : `${row}.${quoted(name)}`))
  // Extra columns that a later file does not bring stay beside the row.
  const extra = 'coalesce(s.extra, t.extra)'
  const arriving = [...rest.map((name) => `s.${quoted(name)}`), extra]
  const inserted = [...columns, 'extra'].map(quoted)
  return `
    with merged as (
      merge into ${table} as t using ${incoming} as s on ${same.join(' and ')}
      when matched and (${[...compared('t'), 't.extra'].join(', ')})
        is distinct from (${[...compared('s'), extra].join(', ')}) then
        update set (${[...rest, 'extra'].map(quoted).join(', ')}) = row (${arriving.join(', ')})
      when not matched then
        insert (${inserted.join(', ')}) values (${inserted.map((name) => `s.${name}`).join(', ')})
      returning merge_action() as action
    )
    select count(*) filter (where action = 'INSERT')::integer as inserted,
      count(*) filter (where action = 'UPDATE')::integer as changed
    from merged`
}
