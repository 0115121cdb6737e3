/** The law in force here. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const rulesPage = lazyRouteComponent(() => import('../scenes/rules/browser/rules-page.tsx'), 'RulesPage')

const rules = createRoute({
  getParentRoute: () => office,
  path: '/rules',
  validateSearch: keepSearch,
  component: rulesPage,
})

const rule = createRoute({
  getParentRoute: () => office,
  path: '/rules/$ruleId',
  validateSearch: keepSearch,
  component: rulesPage,
})

const whatIf = createRoute({
  getParentRoute: () => office,
  path: '/rules/what-if',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/rules/what-if/what-if-page.tsx'), 'WhatIfPage'),
})

const confirmations = createRoute({
  getParentRoute: () => office,
  path: '/rules/confirmations',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/rules/confirmation/confirmation-page.tsx'), 'ConfirmationPage'),
})

const workdays = createRoute({
  getParentRoute: () => office,
  path: '/workdays',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/rules/workdays/workdays-page.tsx'), 'WorkdaysPage'),
})

const officers = createRoute({
  getParentRoute: () => office,
  path: '/officers',
  component: lazyRouteComponent(() => import('../scenes/rules/officers/officers-page.tsx'), 'OfficersPage'),
})

const register = createRoute({
  getParentRoute: () => office,
  path: '/register',
  component: lazyRouteComponent(() => import('../scenes/register/register-page.tsx'), 'RegisterPage'),
})

const retention = createRoute({
  getParentRoute: () => office,
  path: '/retention',
  component: lazyRouteComponent(() => import('../scenes/retention/retention-page.tsx'), 'RetentionPage'),
})

export const rulesRoutes = [rules, rule, whatIf, confirmations, workdays, officers, register, retention] as const
