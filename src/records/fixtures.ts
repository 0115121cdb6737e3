/** A small made-up county for the tests of this folder. */

import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { once } from '#domain/once.ts'
import { type FieldName, fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { type Instance, startScratch } from './embedded/instance.ts'
import type { ImportSource } from './import-tables.ts'
import { openRecords, type Records } from './records.ts'
import { passingFieldKey } from './sealing/field-key.ts'

type Sparse<T extends TableName> = { readonly [F in FieldName<T>]?: string }
export type Facts = { readonly [T in TableName]?: readonly Sparse<T>[] }

/** A canonical row from the fields that are known. */
export const rowOf = <T extends TableName>(table: T, values: Sparse<T>): Row =>
  fieldNamesOf(table).map((field) => (values as Record<string, string>)[field] ?? null)

export function sourceOf(facts: Facts): ImportSource {
  return {
    tables: Object.keys(facts) as TableName[],
    async *rows(table) {
      yield (facts[table] ?? []).map((values) => rowOf(table, values))
    },
  }
}

export const county = {
  units: [
    {
      unit_id: 'U2',
      parent_id: 'U1',
      name: '财政局',
      kind: 'department',
      level: 'county',
      sector: 'finance',
      hardship: 'false',
    },
    { unit_id: 'U1', name: '县委', kind: 'party', level: 'county' },
  ],
  positions: [
    {
      position_id: 'P1',
      unit_id: 'U2',
      title: '局长',
      post_level: 'section-chief',
      role: 'principal',
      touchpoints: 'fund-allocation;works',
      open_from: '2010-01',
      open_to: '2024-12',
    },
    { position_id: 'P2', unit_id: 'U2', title: '副局长', post_level: 'section-deputy', role: 'deputy' },
  ],
  cadres: [
    { cadre_id: 'C1', name: '王 明', sex: 'male', born_on: '1975-03', authority_unit_id: 'U1', health_ok: 'true' },
    { cadre_id: 'C2', name: '李\t"华"\\', born_on: '1980-05-17', authority_unit_id: 'U1' },
  ],
  tenures: [
    { tenure_id: 'T1', cadre_id: 'C1', position_id: 'P1', from: '2015-03', to: '2019-06', kind: 'appointed' },
    { tenure_id: 'T2', cadre_id: 'C2', position_id: 'P1', from: '2019-06', to: '2024-12', kind: 'appointed' },
    { tenure_id: 'T3', cadre_id: 'C1', position_id: 'P2', from: '2019-06', kind: 'appointed' },
  ],
  educations: [{ cadre_id: 'C1', mode: 'full-time', level: 'bachelor' }],
  ratings: [
    {
      survey_id: 'S1',
      on: '2024-12-10',
      channel: 'annual-rating',
      cadre_id: 'C1',
      rater_id: 'R1',
      item: 'overall',
      score: '88.5',
      scale_max: '100',
    },
    {
      survey_id: 'S1',
      on: '2024-12-10',
      channel: 'annual-rating',
      cadre_id: 'C2',
      rater_id: 'R1',
      item: 'overall',
      score: '91',
      scale_max: '100',
    },
  ],
  statements: [
    { statement_id: 'X2', cadre_id: 'C1', channel: 'daily-contact', recorded_on: '2024-05', copies: 'X1' },
    { statement_id: 'X1', cadre_id: 'C1', channel: 'daily-contact', recorded_on: '2024-04', text: '第一行\n第二行' },
  ],
} as const satisfies Facts

export const clerk = { actor: 'clerk', source: 'test' }

/** A county with `count` ballots, in batches of a thousand. */
export function manyRatings(count: number): ImportSource {
  const { tables, rows } = sourceOf(county)
  return {
    tables,
    async *rows(table) {
      if (table !== 'ratings') yield* rows(table)
      else
        for (let start = 0; start < count; start += 1000)
          yield Array.from({ length: 1000 }, (_, index) => ballot(start + index))
    },
  }
}

const ballot = (number: number): Row => rowOf('ratings', { ...county.ratings[0], rater_id: `R${number}` })

async function administer({ connection }: Instance, statement: string): Promise<void> {
  const session = new Client(connection)
  await session.connect()
  await session.query(statement)
  await session.end()
}

/** Runs statements as the owner of the database, past the rights of the application. */
export async function asOwner(
  { connection }: Pick<Records, 'connection'>,
  statement: string,
): Promise<readonly object[]> {
  const session = new Client(connection)
  await session.connect()
  try {
    return (await session.query(statement)).rows
  } finally {
    await session.end()
  }
}

/** A new database on a running server, empty or like another one that nobody has open; returns its address. */
export async function createDatabase(instance: Instance, template = 'template1'): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(instance, `create database ${name} template ${template}`)
  const { user, password, host = '' } = instance.connection
  return `postgres://${user}:${password}@${encodeURIComponent(host)}/${name}`
}

const nameOf = (databaseUrl: string): string => new URL(databaseUrl).pathname.slice(1)

/** One server for the tests of a process, which ends with it. */
const server = once(startScratch)
const templates = new Map<string, Promise<string>>()

/** Databases are copies of one another, and so is what is sealed in them. */
const fieldKey = passingFieldKey()

async function makeTemplate(fill: (records: Records) => Promise<unknown>): Promise<string> {
  const databaseUrl = await createDatabase(await server())
  const records = await openRecords({ databaseUrl, fieldKey })
  await fill(records)
  await records.close()
  return nameOf(databaseUrl)
}

/** Records of one test file, gone once it closes them: a copy of what `fill` makes once in a process under this name. */
export async function copiedRecords(of: string, fill: (records: Records) => Promise<unknown>): Promise<Records> {
  const template = templates.get(of) ?? makeTemplate(fill)
  templates.set(of, template)
  const instance = await server()
  const databaseUrl = await createDatabase(instance, await template)
  const records = await openRecords({ databaseUrl, fieldKey })
  return {
    ...records,
    async close() {
      await records.close()
      await administer(instance, `drop database if exists ${nameOf(databaseUrl)} with (force)`)
    },
  }
}

/** Records in which there is nothing yet. */
export const emptyRecords = (): Promise<Records> => copiedRecords('nothing', async () => undefined)
