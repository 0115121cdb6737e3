import type { AccountRole } from '#domain/account.ts'

/** What a route may ask for. A route that declares nothing answers nobody. */
export const permissions = [
  'overview',
  'roster',
  'dossier',
  'judgement',
  'signs',
  'evidence',
  'surveys',
  'teams',
  'vacancy',
  'requirements',
  'slate',
  'rotation',
  'rules',
  'local-law',
  'import',
  'analyse',
  'export',
  'cases',
  'case-override',
  'ballots',
  'matters',
  'develop',
  'manage',
  'own-record',
  'deliveries',
  'hand-in',
  'health',
  'account-list',
  'accounts',
  'rights',
  'audit',
  'register',
  'retention',
] as const
export type Permission = (typeof permissions)[number]
export type Role = AccountRole

/** What law holds in this place, that a gate is passed all the same, and whom the records forget, only the head decides. */
const headOnly: ReadonlySet<Permission> = new Set(['local-law', 'case-override', 'retention'])

/** Read by the head as well as by those outside who watch over it. */
const shared: readonly Permission[] = ['register']

/** Of those who are not of the department: each has this and nothing else, and nobody of the department has it. */
const outside = {
  /** What is held about oneself; officers who are cadres too use another account for it. */
  cadre: new Set(['own-record']),
  /** What a source department hands in, and what became of it. */
  source: new Set(['hand-in']),
  /** How the system is, and who may sign in; nothing of anybody in it. Opens and closes accounts, and grants nothing. */
  administrator: new Set(['health', 'account-list', 'accounts']),
  /** Grants what an account may do, to others; opens none. */
  'security-officer': new Set(['account-list', 'rights', 'register']),
  /** Sees what all the others did, and does nothing of it. */
  auditor: new Set(['account-list', 'audit', 'register']),
  /** Opened, and nothing granted yet. */
  none: new Set([]),
} as const satisfies Partial<Record<Role, ReadonlySet<Permission>>>

const inside = permissions.filter(
  (permission) => !Object.values(outside).some((own: ReadonlySet<Permission>) => own.has(permission)),
)

const granted: Record<Role, ReadonlySet<Permission>> = {
  officer: new Set(inside.filter((permission) => !headOnly.has(permission))),
  head: new Set([...inside, ...shared]),
  ...outside,
}

/** Of those who handle cases and matters: officers and the head. */
export const isOfDepartment = (role: Role): boolean => role === 'officer' || role === 'head'

/** Cases and matters may be given to it. */
export const mayHandle = ({ role, isOpen }: { readonly role: Role; readonly isOpen: boolean }): boolean =>
  isOpen && isOfDepartment(role)

export const mayUse = (role: Role, permission: Permission): boolean => granted[role].has(permission)
