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
] as const
export type Permission = (typeof permissions)[number]
export type Role = AccountRole

/** Both roles read the same; what law holds in this place, only the head of the department may change. */
const granted: Record<Role, ReadonlySet<Permission>> = {
  officer: new Set(permissions.filter((permission) => permission !== 'local-law')),
  head: new Set(permissions),
}

export const mayUse = (role: Role, permission: Permission): boolean => granted[role].has(permission)
