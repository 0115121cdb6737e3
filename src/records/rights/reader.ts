/** On whose behalf the work at hand reads: carried with it, so that no query can be asked without its rights. */
import { AsyncLocalStorage } from 'node:async_hooks'

export interface Reader {
  readonly account: string
  /** Serves the person himself: what is read is his own record and nothing else. */
  readonly ownRecord?: boolean
}

const present = new AsyncLocalStorage<Reader | undefined>()

/** Whatever `work` reads through `records.database`, it reads with the rights of this account. */
export const readingFor = <T>(reader: Reader, work: () => T): T => present.run(reader, work)

/** Work of the system itself inside a request: what it keeps for everybody, cut down for each reader afterwards. */
export const readingForSystem = <T>(work: () => T): T => present.run(undefined, work)

/** Undefined: the system itself. */
export const presentReader = (): Reader | undefined => present.getStore()
