/** What the database itself says of its tables: whom rows are of, and where texts are. A new table is among them by itself. */
import type { PoolClient } from 'pg'

const schemas = ['public', 'past', 'rights']

/** Tables whose rows are of a person, but for the roll of people itself, which goes last. */
export async function personTables(session: PoolClient): Promise<readonly string[]> {
  const { rows } = await session.query<{ table: string }>(
    `select format('%I.%I', table_schema, table_name) as table
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = any ($1) and table_type = 'BASE TABLE' and column_name = 'cadre_id' and table_name <> 'cadres'
     order by 1`,
    [schemas],
  )
  return rows.map(({ table }) => table)
}

export interface Column {
  /** Quoted. */
  readonly name: string
  readonly key: string
  readonly type: string
}

export interface TextTable {
  readonly table: string
  readonly columns: readonly Column[]
}

/** Every table with its columns of text, JSON, or lists of text. */
export async function textTables(session: Pick<PoolClient, 'query'>): Promise<readonly TextTable[]> {
  const { rows } = await session.query<TextTable>(
    `select format('%I.%I', nspname, relname) as table,
       jsonb_agg(jsonb_build_object('name', quote_ident(attname), 'key', attname, 'type', format_type(atttypid, atttypmod))
         order by attnum) as columns
     from pg_attribute
       join pg_class on pg_class.oid = attrelid
       join pg_namespace on pg_namespace.oid = relnamespace
       join pg_type held on held.oid = atttypid
       left join pg_type element on element.oid = held.typelem
     where nspname = any ($1) and relkind = 'r' and attnum > 0 and not attisdropped and attgenerated = ''
       and (held.typcategory = 'S' or held.typname in ('json', 'jsonb')
         or (held.typcategory = 'A' and element.typcategory = 'S'))
     group by nspname, relname order by 1`,
    [schemas],
  )
  return rows
}
