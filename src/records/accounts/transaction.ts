import type { Pool, PoolClient } from 'pg'

/** A transaction without an audit entry: for the bookkeeping of signing in, which happens with every attempt. */
export async function withTransaction<T>(pool: Pool, work: (session: PoolClient) => Promise<T>): Promise<T> {
  const session = await pool.connect()
  let broken: Error | undefined
  try {
    await session.query('begin')
    const result = await work(session)
    await session.query('commit')
    return result
  } catch (error) {
    await session.query('rollback').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    session.release(broken)
  }
}
