import { Client, type ClientConfig } from 'pg'

/** Does something that only one process of a site may be at; others wait here until it is done. */
export async function alone<T>(connection: ClientConfig, what: string, work: () => Promise<T>): Promise<T> {
  const session = new Client(connection)
  session.on('error', () => undefined)
  await session.connect()
  try {
    await session.query('select pg_advisory_lock(hashtextextended($1, 64))', [what])
    return await work()
  } finally {
    await session.end()
  }
}
