import type { Session } from '#server/contract/index.ts'

/** Where each role begins; those outside the department have this page alone. */
export const firstPages = {
  officer: '/',
  head: '/',
  cadre: '/me',
  source: '/hand-in',
  administrator: '/system',
  'security-officer': '/accounts',
  auditor: '/audit',
  none: '/account',
} as const satisfies Record<Session['role'], string>
