import fastify from 'fastify'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyRecords } from '#records/fixtures.ts'
import type { Records } from '#records/index.ts'
import { answerError } from './failures.ts'

let records: Records
beforeAll(async () => {
  records = await emptyRecords()
})
afterAll(() => records?.close())

/** What somebody is answered whose request fails so. */
async function answerTo(fail: () => Promise<unknown>) {
  const server = fastify()
  server.setErrorHandler(answerError)
  server.get('/', fail)
  const answer = await server.inject('/')
  await server.close()
  return { status: answer.statusCode, again: answer.headers['retry-after'], body: answer.json() }
}

async function asked(question: string, connection = records.connection): Promise<unknown> {
  const session = new Client(connection)
  session.on('error', () => undefined)
  try {
    await session.connect()
    return await session.query(question)
  } finally {
    await session.end().catch(() => undefined)
  }
}

const away = {
  status: 503,
  again: '5',
  body: {
    code: 'database-away',
    message: { zh: '数据库暂时连不上。', en: 'The database cannot be reached at the moment.' },
    mend: {
      zh: '稍后重试；刚才办理的，先刷新看是否已经记下。',
      en: 'Try again in a moment; if you were recording something, reload first to see whether it is there.',
    },
  },
}

test('a session that the database ends is answered as a database that is away', async () => {
  expect(await answerTo(() => asked('select pg_terminate_backend(pg_backend_pid())'))).toEqual(away)
})

test.each([
  ['no socket there', { host: '/nowhere' }],
  ['nobody listens', { host: '127.0.0.1', port: 1 }],
  ['no such port of any address of the name', { host: 'localhost', port: 1 }],
])('a database that is not reached is away: %s', async (_, connection) => {
  expect(await answerTo(() => asked('select 1', connection))).toEqual(away)
})

test('a question that is wrong is a failure of ours, not of the database', async () => {
  expect(await answerTo(() => asked('select nothing'))).toMatchObject({ status: 500, body: { code: 'internal' } })
})
