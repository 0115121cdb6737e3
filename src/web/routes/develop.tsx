/** Growing people: needs, postings, paths, plans. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const needs = createRoute({
  getParentRoute: () => office,
  path: '/development',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/needs/needs-page.tsx'), 'NeedsPage'),
})

const tracks = createRoute({
  getParentRoute: () => office,
  path: '/development/tracks',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/tracks/tracks-page.tsx'), 'TracksPage'),
})

const plans = createRoute({
  getParentRoute: () => office,
  path: '/plans',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/plans/plans-page.tsx'), 'PlansPage'),
})

const training = createRoute({
  getParentRoute: () => office,
  path: '/training',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/training/training-page.tsx'), 'TrainingPage'),
})

const trainingPlan = createRoute({
  getParentRoute: () => office,
  path: '/training/plan',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/training/plan-page.tsx'), 'TrainingPlanPage'),
})

const trainingClass = createRoute({
  getParentRoute: () => office,
  path: '/training/classes/$classId',
  component: lazyRouteComponent(() => import('../scenes/develop/training/class-page.tsx'), 'ClassPage'),
})

const postings = createRoute({
  getParentRoute: () => office,
  path: '/development/postings',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/postings/postings-page.tsx'), 'PostingsPage'),
})

const paths = createRoute({
  getParentRoute: () => office,
  path: '/development/paths',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/paths/paths-page.tsx'), 'PathsPage'),
})

const placement = createRoute({
  getParentRoute: () => office,
  path: '/development/placement',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/develop/placement/placement-page.tsx'), 'PlacementPage'),
})

export const developRoutes = [
  postings,
  paths,
  placement,
  training,
  trainingPlan,
  trainingClass,
  needs,
  tracks,
  plans,
] as const
