/** Something that people do while things break, with its own ledger of what was acknowledged. */
import type { Client as Session } from 'pg'
import type { Random } from '../../../src/county/random.ts'
import type { Client } from '../client.ts'

export interface Desks {
  readonly officer: Client
  readonly colleague: Client
  readonly head: Client
  /** Without a session: a voter's phone. */
  readonly phone: Client
}

export interface Activity {
  readonly name: string
  /** Before the first fault. */
  prepare(desks: Desks): Promise<void>
  /** Goes on until `isOver`, whatever the answers are. */
  run(desks: Desks, random: Random, isOver: () => boolean): Promise<void>
  /** After the restart: asks again what was not answered, and holds the ledger against the database. Throws what is wrong. */
  verify(desks: Desks, database: Session): Promise<void>
  /** Requests that were acknowledged, not answered, and asked again. */
  readonly counts: { acknowledged: number; unsure: number; again: number }
}

export function must(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what)
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
export const newCounts = (): Activity['counts'] => ({ acknowledged: 0, unsure: 0, again: 0 })
