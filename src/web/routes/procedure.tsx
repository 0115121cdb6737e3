/** From a slate through the procedure: slates, cases, ballots. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const slates = createRoute({
  getParentRoute: () => office,
  path: '/slates',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/slates/slates-page.tsx'), 'SlatesPage'),
})

const newSlate = createRoute({
  getParentRoute: () => office,
  path: '/slates/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/slates/wishes/new-slate-page.tsx'), 'NewSlatePage'),
})

const comparedSlates = createRoute({
  getParentRoute: () => office,
  path: '/slates/compare',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/slates/compared/compared-slates-page.tsx'),
    'ComparedSlatesPage',
  ),
})

const slate = createRoute({
  getParentRoute: () => office,
  path: '/slates/$slateId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/slate/slate-page.tsx'), 'SlatePage'),
})

const cases = createRoute({
  getParentRoute: () => office,
  path: '/cases',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/cases/cases-page.tsx'), 'CasesPage'),
})

const newCase = createRoute({
  getParentRoute: () => office,
  path: '/cases/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/cases/new-case-page.tsx'), 'NewCasePage'),
})

const caseRoute = createRoute({
  getParentRoute: () => office,
  path: '/cases/$caseId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/case/case-page.tsx'), 'CasePage'),
})

const ballots = createRoute({
  getParentRoute: () => office,
  path: '/ballots',
  component: lazyRouteComponent(() => import('../scenes/appoint/ballots/ballots-page.tsx'), 'BallotsPage'),
})

const newBallot = createRoute({
  getParentRoute: () => office,
  path: '/ballots/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/ballots/new/new-ballot-page.tsx'), 'NewBallotPage'),
})

const ballot = createRoute({
  getParentRoute: () => office,
  path: '/ballots/$ballotId',
  component: lazyRouteComponent(() => import('../scenes/appoint/ballots/ballot/ballot-page.tsx'), 'BallotPage'),
})

export const procedureRoutes = [
  slates,
  newSlate,
  comparedSlates,
  slate,
  cases,
  newCase,
  caseRoute,
  ballots,
  newBallot,
  ballot,
] as const
