/** Knowing people, and what is due of them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const comparison = createRoute({
  getParentRoute: () => office,
  path: '/comparison',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/comparison/comparison-page.tsx'), 'ComparisonPage'),
})

const conflicts = createRoute({
  getParentRoute: () => office,
  path: '/conflicts',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/conflicts/conflicts-page.tsx'), 'ConflictsPage'),
})

const surveys = createRoute({
  getParentRoute: () => office,
  path: '/surveys',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/surveys/surveys-page.tsx'), 'SurveysPage'),
})

const survey = createRoute({
  getParentRoute: () => office,
  path: '/surveys/$surveyId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/surveys/survey-page.tsx'), 'SurveyPage'),
})

const teams = createRoute({
  getParentRoute: () => office,
  path: '/teams',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/teams/teams-page.tsx'), 'TeamsPage'),
})

const team = createRoute({
  getParentRoute: () => office,
  path: '/teams/$unitId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/team/team-page.tsx'), 'TeamPage'),
})

const signs = createRoute({
  getParentRoute: () => office,
  path: '/signs',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/signs/signs-page.tsx'), 'SignsPage'),
})

const signLedger = createRoute({
  getParentRoute: () => office,
  path: '/signs/ledger',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/signs/ledger-page.tsx'), 'LedgerPage'),
})

const careDuty = createRoute({
  getParentRoute: () => office,
  path: '/signs/duty',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/identify/signs/duty-page.tsx'), 'DutyPage'),
})

const rotation = createRoute({
  getParentRoute: () => office,
  path: '/rotation',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/rotation/rotation-page.tsx'), 'RotationPage'),
})

export const identifyRoutes = [
  comparison,
  conflicts,
  surveys,
  survey,
  teams,
  team,
  signs,
  signLedger,
  careDuty,
  rotation,
] as const
