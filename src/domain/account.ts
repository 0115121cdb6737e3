/** Accounts: what an account may be, and what happens to one. */

/**
 * What an account may do here. `none`: opened, and nothing granted yet. The last three keep the system and never see what
 * it holds about anybody; no account is two of them, since an account has one role.
 */
export const accountRoles = [
  'none',
  'officer',
  'head',
  'cadre',
  'source',
  'administrator',
  'security-officer',
  'auditor',
] as const
export type AccountRole = (typeof accountRoles)[number]

/** 三员: system administrator, security officer, auditor. */
export const keepers = ['administrator', 'security-officer', 'auditor'] as const satisfies readonly AccountRole[]

export const isKeeper = (role: AccountRole): boolean => (keepers as readonly AccountRole[]).includes(role)

/** What is recorded of an account, each with who, when and why. */
export const accountEventKinds = [
  'opened',
  'closed',
  'reopened',
  'renamed',
  'role',
  'one-time-password',
  'password',
  'locked',
  'unlocked',
  'totp',
  'totp-removed',
  'recovery-codes',
  'recovery-code-used',
  'passkey',
  'passkey-removed',
  'factors-reset',
  'sessions-ended',
] as const
export type AccountEventKind = (typeof accountEventKinds)[number]

/** What a person has still to do after signing in, before anything else is answered. */
export const signInSteps = ['second-factor', 'password', 'enrol'] as const
export type SignInStep = (typeof signInSteps)[number]

/** By what somebody showed who it is. */
export type Factor = 'password' | 'totp' | 'recovery-code' | 'passkey' | 'single-sign-on' | 'twofold-sign-on'

/** How an account is written: what a person types to sign in. */
export const accountPattern = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/
