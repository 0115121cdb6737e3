/**
 * Where SQL is written, and that values never become part of it: they go beside it as parameters. A source scan, since neither
 * the types nor the database can tell a value from a name that the code itself put together.
 */
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { sourceFiles } from './boundaries.ts'

/** Files whose statements hold names of tables and columns, and why these come from nobody outside. */
export const namesInStatements: Readonly<Record<string, string>> = {
  'records/accounts/change.ts': 'a column named in the code',
  'records/accounts/credentials.ts': 'a table named in the code',
  'records/accounts/provisioning.ts': 'columns named in the code',
  'records/accounts/sessions.ts': 'columns named in the code',
  'records/first-load.ts': 'definitions of constraints and indexes, as the catalogue gives them',
  'records/import-tables.ts': 'tables and columns of domain/tables.ts',
  'records/jobs/job-board.ts': 'columns named in the code',
  'records/jobs/job-session.ts': 'settings, channels and columns named in the code',
  'records/keeping/audit-log.ts': 'columns of the audit table, by migration',
  'records/keeping/manifest.ts': 'names of tables, as the catalogue gives them',
  'records/keeping/restored-checks.ts': 'names of tables and constraints, quoted by the catalogue',
  'records/read-snapshot.ts': 'tables and columns of domain/tables.ts; a moment written by Date.toISOString',
  'records/retention/erase-person.ts': 'tables and columns named in the code',
  'records/retention/expire-records.ts': 'tables and columns named in the code',
  'records/retention/read-due.ts': 'conditions named in the code',
  'records/retention/refusals-aside.ts': 'names of triggers, as the catalogue gives them',
  'records/rights/policies.ts': 'tables, columns and classes of guarded-tables.ts',
  'records/runs.ts': 'tables and columns named in run-rows.ts',
  'records/sealing/seal-stored.ts': 'tables and columns of sealed-fields.ts, and numbers of key sets',
}

export interface SqlPlace {
  readonly file: string
  readonly line: number
  readonly said: string
}

/** A statement given to a session with something put into its text. */
const builtStatement =
  /\.query(?:<[^(]*>)?\(\s*(?:`[^`]*\$\{|'[^'\n]*'\s*\+|`[^`]*`\s*\+)|\bcopy(?:From|To)\(\s*`[^`]*\$\{|\bsql\.(?:raw|unsafe)\(/g

/** Statements that are put together, in one file. */
export function builtStatements(file: string, text: string): readonly SqlPlace[] {
  return [...text.matchAll(builtStatement)].map((match) => ({
    file,
    line: text.slice(0, match.index).split('\n').length,
    said: match[0].replace(/\s+/g, ' ').slice(0, 60),
  }))
}

/** What reaches the database past `records`. */
const reachesDatabase =
  /import \{[^}']*\bsql\b[^}']*\} from 'kysely'|import (?!type\b)[^']*? from '(?:pg|pg-copy-streams)'/

export interface SqlFindings {
  /** Statements put together in files that the table above does not name. */
  readonly unexplained: readonly SqlPlace[]
  /** Files outside `records` that speak to the database. */
  readonly elsewhere: readonly string[]
  /** Files of the table in which there is nothing of the kind any more. */
  readonly idle: readonly string[]
}

export function findSql(source: string): SqlFindings {
  const files = sourceFiles(source).filter((file) => !/\.test\.tsx?$|\/[a-z-]*fixtures\.ts$/.test(file))
  const places: SqlPlace[] = []
  const elsewhere: string[] = []
  for (const path of files) {
    const file = relative(source, path)
    const text = readFileSync(join(source, file), 'utf8')
    places.push(...builtStatements(file, text))
    if (!file.startsWith('records/') && reachesDatabase.test(text)) elsewhere.push(file)
  }
  const found = new Set(places.map(({ file }) => file))
  return {
    unexplained: places.filter(({ file }) => !Object.hasOwn(namesInStatements, file)),
    elsewhere,
    idle: Object.keys(namesInStatements).filter((file) => !found.has(file)),
  }
}
