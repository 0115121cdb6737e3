import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtStatements, findSql } from './sql-sources.ts'

describe('SQL', () => {
  const found = findSql(join(import.meta.dirname, '..', 'src'))

  test('takes values as parameters alone: what is put into its text is named, with where it comes from', () => {
    expect(found.unexplained).toEqual([])
  })

  test('is written in records and nowhere else', () => {
    expect(found.elsewhere).toEqual([])
  })

  test('has no file named that puts nothing together any more', () => {
    expect(found.idle).toEqual([])
  })

  test('the scan finds what is put together', () => {
    const lines = (text: string) => builtStatements('x.ts', text).map(({ line }) => line)
    expect(lines("await session.query(`select * from cadres where name = '${name}'`)")).toEqual([1])
    expect(lines("\nawait pool.query<Row>('select * from ' + table)")).toEqual([2])
    expect(lines('sql`select ${sql.raw(order)}`')).toEqual([1])
    expect(lines('session.query(copyFrom(`copy ${target} from stdin`))')).toEqual([1])
    expect(lines("session.query('select $1', [name]); sql`select ${name}`.execute(database)")).toEqual([])
  })
})
