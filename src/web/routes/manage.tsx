/** Holding people to account fairly: matters, what is due, principals, key seats, the reserve. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const matters = createRoute({
  getParentRoute: () => office,
  path: '/matters',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/matters/list/matters-page.tsx'), 'MattersPage'),
})

const matter = createRoute({
  getParentRoute: () => office,
  path: '/matters/$matterId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/matters/matter/matter-page.tsx'), 'MatterPage'),
})

const todos = createRoute({
  getParentRoute: () => office,
  path: '/todos',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/todos/todos-page.tsx'), 'TodosPage'),
})

const forecast = createRoute({
  getParentRoute: () => office,
  path: '/rotation/forecast',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/rotation/forecast-page.tsx'), 'ForecastPage'),
})

const exchangePlan = createRoute({
  getParentRoute: () => office,
  path: '/rotation/plan',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/rotation/plan-page.tsx'), 'PlanPage'),
})

const exchange = createRoute({
  getParentRoute: () => office,
  path: '/rotation/exchange',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/rotation/exchange-page.tsx'), 'ExchangePage'),
})

const keySeats = createRoute({
  getParentRoute: () => office,
  path: '/key-seats',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/key-seats/key-seats-page.tsx'), 'KeySeatsPage'),
})

const keySeat = createRoute({
  getParentRoute: () => office,
  path: '/key-seats/$positionId',
  component: lazyRouteComponent(() => import('../scenes/manage/key-seats/key-seat-page.tsx'), 'KeySeatPage'),
})

const fitness = createRoute({
  getParentRoute: () => office,
  path: '/fitness',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/incentives/asked-page.tsx'), 'FitnessPage'),
})

const tolerance = createRoute({
  getParentRoute: () => office,
  path: '/tolerance',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/incentives/asked-page.tsx'), 'TolerancePage'),
})

const grades = createRoute({
  getParentRoute: () => office,
  path: '/grades',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/incentives/grades-page.tsx'), 'GradesPage'),
})

const rewards = createRoute({
  getParentRoute: () => office,
  path: '/rewards',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/incentives/rewards-page.tsx'), 'RewardsPage'),
})

const clearing = createRoute({
  getParentRoute: () => office,
  path: '/clearing',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/incentives/clearing-page.tsx'), 'ClearingPage'),
})

const reserve = createRoute({
  getParentRoute: () => office,
  path: '/reserve',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/reserve/reserve-page.tsx'), 'ReservePage'),
})

const principals = createRoute({
  getParentRoute: () => office,
  path: '/principals',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/principals-page.tsx'), 'PrincipalsPage'),
})

const principal = createRoute({
  getParentRoute: () => office,
  path: '/principals/$cadreId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/principal-page.tsx'), 'PrincipalPage'),
})

const audits = createRoute({
  getParentRoute: () => office,
  path: '/principals/audits',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/audits-page.tsx'), 'AuditsPage'),
})

const rectifications = createRoute({
  getParentRoute: () => office,
  path: '/principals/rectifications',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/manage/principals/rectifications-page.tsx'),
    'RectificationsPage',
  ),
})

const principalEvaluations = createRoute({
  getParentRoute: () => office,
  path: '/principals/evaluations',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/evaluations-page.tsx'), 'EvaluationsPage'),
})

const teamMeetings = createRoute({
  getParentRoute: () => office,
  path: '/principals/meetings',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/meetings-page.tsx'), 'MeetingsPage'),
})

const newTeamMeeting = createRoute({
  getParentRoute: () => office,
  path: '/principals/meetings/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/meeting-form-page.tsx'), 'NewMeetingPage'),
})

const teamMeeting = createRoute({
  getParentRoute: () => office,
  path: '/principals/meetings/$meetingId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/manage/principals/meeting-page.tsx'), 'TeamMeetingPage'),
})

const teamMeetingCorrection = createRoute({
  getParentRoute: () => office,
  path: '/principals/meetings/$meetingId/correction',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/manage/principals/meeting-form-page.tsx'),
    'CorrectMeetingPage',
  ),
})

export const manageRoutes = [
  reserve,
  matters,
  matter,
  todos,
  fitness,
  tolerance,
  grades,
  rewards,
  clearing,
  forecast,
  exchangePlan,
  exchange,
  keySeats,
  keySeat,
  principals,
  principal,
  audits,
  rectifications,
  principalEvaluations,
  teamMeetings,
  newTeamMeeting,
  teamMeeting,
  teamMeetingCorrection,
] as const
