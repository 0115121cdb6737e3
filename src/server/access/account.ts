import type { AccountRole } from '#domain/account.ts'
import type { Text } from '#domain/text.ts'

/** Somebody who may sign in, or once could. */
export interface Account {
  readonly account: string
  readonly name: Text
  readonly office: Text
  readonly role: AccountRole
  /** Closed: still named in what it did, and lets nobody in. */
  readonly isOpen: boolean
  /** Of a demonstration: its password is printed, and no second factor is asked of it. */
  readonly isDemo: boolean
}
