/** The one page of each account outside the department. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  accountRoom,
  auditRoom,
  keepersRoom,
  keepSearch,
  ownRoom,
  sourceRoom,
  systemRoom,
  watchersRoom,
} from './frames.tsx'

const me = createRoute({
  getParentRoute: () => ownRoom,
  path: '/me',
  component: lazyRouteComponent(() => import('../scenes/own/own-page.tsx'), 'OwnPage'),
})

const handIn = createRoute({
  getParentRoute: () => sourceRoom,
  path: '/hand-in',
  component: lazyRouteComponent(() => import('../scenes/home/source/hand-in-page.tsx'), 'HandInPage'),
})

const system = createRoute({
  getParentRoute: () => systemRoom,
  path: '/system',
  component: lazyRouteComponent(() => import('../scenes/home/system/health-page.tsx'), 'HealthPage'),
})

const accounts = createRoute({
  getParentRoute: () => keepersRoom,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../scenes/accounts/accounts-page.tsx'), 'AccountsPage'),
})

const audit = createRoute({
  getParentRoute: () => auditRoom,
  path: '/audit',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/audit/audit-page.tsx'), 'AuditPage'),
})

const neutrality = createRoute({
  getParentRoute: () => auditRoom,
  path: '/neutrality',
  component: lazyRouteComponent(() => import('../scenes/audit/neutrality/neutrality-page.tsx'), 'NeutralityPage'),
})

/** The register of the office, for those who watch over it. */
const keptRegister = createRoute({
  getParentRoute: () => watchersRoom,
  path: '/keepers/register',
  component: lazyRouteComponent(() => import('../scenes/register/register-page.tsx'), 'RegisterPage'),
})

const account = createRoute({
  getParentRoute: () => accountRoom,
  path: '/account',
  component: lazyRouteComponent(() => import('../scenes/account/account-page.tsx'), 'AccountPage'),
})

export const keeperPages = [accounts] as const
export const auditPages = [audit, neutrality] as const
export const watcherPages = [keptRegister] as const
export const accountPages = [account] as const
export const ownPages = [me] as const
export const sourcePages = [handIn] as const
export const systemPages = [system] as const
