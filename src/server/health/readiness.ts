import { setTimeout as sleep } from 'node:timers/promises'
import { knownMigrations, type Records } from '#records/index.ts'
import { currentEdition, readStorage } from '#records/queries/index.ts'

const patience = 2000

/** Why work cannot be taken: `database`, `migrations`, `not-analysed`; undefined where it can. */
export async function unreadiness({ database }: Records): Promise<string | undefined> {
  const look = async (): Promise<string | undefined> => {
    const { migrations } = await readStorage(database)
    if (migrations !== knownMigrations()) return 'migrations'
    return (await currentEdition(database)) ? undefined : 'not-analysed'
  }
  return Promise.race([look().catch(() => 'database'), sleep(patience, 'database', { ref: false })])
}
