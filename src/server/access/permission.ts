import type { AccountRole } from '#server/contract/index.ts'

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
] as const
export type Permission = (typeof permissions)[number]
export type Role = AccountRole

/** What law holds in this place, and that a gate is passed all the same, only the head of the department may decide. */
const headOnly: ReadonlySet<Permission> = new Set(['local-law', 'case-override'])

/** What is held about oneself; officers who are cadres too use another account for it. */
const ownOnly: ReadonlySet<Permission> = new Set(['own-record'])

const granted: Record<Role, ReadonlySet<Permission>> = {
  officer: new Set(permissions.filter((permission) => !headOnly.has(permission) && !ownOnly.has(permission))),
  head: new Set(permissions.filter((permission) => !ownOnly.has(permission))),
  cadre: ownOnly,
}

export const mayUse = (role: Role, permission: Permission): boolean => granted[role].has(permission)
