/** How people sign in here: the figures of the place as values. */
import type { AccountRole } from '#domain/account.ts'
import type { DateCode } from '#domain/calendar.ts'
import { listOf, localReader, type RuleBook } from '#policy/index.ts'
import type { Waits } from '#records/index.ts'

export interface PasswordRules {
  readonly leastLength: number
  readonly leastKinds: number
  /** It withstands ten to this power of guesses. */
  readonly guessesPower: number
  readonly remembered: number
  readonly longestMs: number
  readonly oneTimeMs: number
}

export interface AccessSettings {
  readonly passwords: PasswordRules
  /** For one account from one address. */
  readonly waits: Waits
  /** From one address, at whatever accounts. */
  readonly address: Waits
  /** For one account from anywhere. */
  readonly lock: Waits
  readonly sessions: { readonly idleMs: number; readonly longestMs: number; readonly freshMs: number }
  readonly twoFactors: { readonly roles: ReadonlySet<AccountRole>; readonly recoveryCodes: number }
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

export function accessSettings(book: Pick<RuleBook, 'rules'>, today: DateCode): AccessSettings {
  const reader = (rule: string) => {
    const read = localReader(book, rule, today)
    return (name: string): number => Number(read(name))
  }
  const passwords = reader('LOCAL-PASSWORDS')
  const signIn = reader('LOCAL-SIGN-IN')
  const sessions = reader('LOCAL-SESSIONS')
  const factors = localReader(book, 'LOCAL-SECOND-FACTOR', today)
  const isTwoFactors = reader('MLPS-8.1.4.1')('factors_min') >= 2
  const lockMs = signIn('lock_minutes') * minute
  return {
    passwords: {
      leastLength: passwords('least_length'),
      leastKinds: passwords('character_kinds'),
      guessesPower: passwords('guesses_power'),
      remembered: passwords('remembered'),
      longestMs: passwords('password_days') * day,
      oneTimeMs: passwords('one_time_hours') * hour,
    },
    waits: {
      free: signIn('free_attempts'),
      firstMs: signIn('first_wait_seconds') * second,
      longestMs: signIn('longest_wait_minutes') * minute,
    },
    address: {
      free: signIn('address_attempts'),
      firstMs: signIn('first_wait_seconds') * second,
      longestMs: signIn('longest_wait_minutes') * minute,
    },
    lock: { free: signIn('lock_failures'), firstMs: lockMs, longestMs: lockMs },
    sessions: {
      idleMs: sessions('idle_minutes') * minute,
      longestMs: sessions('longest_hours') * hour,
      freshMs: sessions('fresh_minutes') * minute,
    },
    twoFactors: {
      roles: new Set(isTwoFactors ? (listOf(factors('required_roles')) as AccountRole[]) : []),
      recoveryCodes: Number(factors('recovery_codes')),
    },
  }
}
