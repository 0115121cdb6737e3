/** The accounts as they stand now, in the memory of this process. */
import type { Records } from '#records/index.ts'
import type { Account } from './account.ts'

export interface Directory {
  /** Everybody in the order in which accounts were opened, closed ones too, as last read. */
  readonly accounts: readonly Account[]
  /** Reads again where something changed: at once after a change of one's own, after a moment for those of others. */
  refresh(options?: { readonly atOnce?: boolean }): Promise<void>
  named(account: string): Account | undefined
}

/** How long another process's change may stay unseen, in milliseconds. */
const staleness = 1000

export async function openDirectory({ accounts: store }: Pick<Records, 'accounts'>): Promise<Directory> {
  let accounts: readonly Account[] = []
  let byName = new Map<string, Account>()
  let version = ''
  let askedAt = Number.NEGATIVE_INFINITY

  async function refresh({ atOnce = false } = {}): Promise<void> {
    const now = performance.now()
    if (!atOnce && now - askedAt < staleness) return
    askedAt = now
    const newest = await store.accountsVersion()
    if (newest === version) return
    accounts = await store.readAccounts()
    byName = new Map(accounts.map((account) => [account.account, account]))
    version = newest
  }

  await refresh({ atOnce: true })
  return {
    get accounts() {
      return accounts
    },
    refresh,
    named: (account) => byName.get(account),
  }
}
