import type { AccountRole } from '#server/contract/index.ts'

/** What a route may ask for. A route that declares nothing answers nobody. */
export const permissions = ['overview', 'roster', 'dossier', 'vacancy', 'rotation'] as const
export type Permission = (typeof permissions)[number]
export type Role = AccountRole

/** Both roles of this version read the same; who may write what comes with the procedures that write. */
const granted: Record<Role, ReadonlySet<Permission>> = {
  officer: new Set(permissions),
  head: new Set(permissions),
}

export const mayUse = (role: Role, permission: Permission): boolean => granted[role].has(permission)
