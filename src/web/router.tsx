import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { RequestFailure } from './client/failure.ts'
import { queryClient, sessionQuery } from './client/queries.ts'
import { queryString } from './client/request.ts'
import { parseSearch, type Search } from './client/search.ts'
import { Frame } from './frame/frame.tsx'
import { BrokenPage, MissingPage } from './frame/lost.tsx'

const keepSearch = (search: Record<string, unknown>): Search => search as Search

const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/login/login-page.tsx'), 'LoginPage'),
})

/** Everything behind the login. Without a session the reader is asked to sign in and then comes back. */
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Frame,
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery)
    } catch (failure) {
      const signedOut = failure instanceof RequestFailure && failure.kind === 'signed-out'
      if (signedOut) throw redirect({ to: '/login', search: { from: location.href } })
      throw failure
    }
  },
})

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('./scenes/home/home-page.tsx'), 'HomePage'),
})

const roster = createRoute({
  getParentRoute: () => office,
  path: '/cadres',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/roster/roster-page.tsx'), 'RosterPage'),
})

const dossier = createRoute({
  getParentRoute: () => office,
  path: '/cadres/$cadreId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/dossier/dossier-page.tsx'), 'DossierPage'),
})

const comparison = createRoute({
  getParentRoute: () => office,
  path: '/comparison',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/comparison/comparison-page.tsx'), 'ComparisonPage'),
})

const surveys = createRoute({
  getParentRoute: () => office,
  path: '/surveys',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/surveys/surveys-page.tsx'), 'SurveysPage'),
})

const survey = createRoute({
  getParentRoute: () => office,
  path: '/surveys/$surveyId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/surveys/survey-page.tsx'), 'SurveyPage'),
})

const teams = createRoute({
  getParentRoute: () => office,
  path: '/teams',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/teams/teams-page.tsx'), 'TeamsPage'),
})

const team = createRoute({
  getParentRoute: () => office,
  path: '/teams/$unitId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/team/team-page.tsx'), 'TeamPage'),
})

const signs = createRoute({
  getParentRoute: () => office,
  path: '/signs',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/signs/signs-page.tsx'), 'SignsPage'),
})

const vacancies = createRoute({
  getParentRoute: () => office,
  path: '/vacancies',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/vacancies/vacancies-page.tsx'), 'VacanciesPage'),
})

const vacancy = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/vacancy/vacancy-page.tsx'), 'VacancyPage'),
})

const eligibility = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/rules',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/vacancy/eligibility/eligibility-page.tsx'),
    'EligibilityPage',
  ),
})

const rulesPage = lazyRouteComponent(() => import('./scenes/rules/browser/rules-page.tsx'), 'RulesPage')

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
  component: lazyRouteComponent(() => import('./scenes/rules/what-if/what-if-page.tsx'), 'WhatIfPage'),
})

const confirmations = createRoute({
  getParentRoute: () => office,
  path: '/rules/confirmations',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/rules/confirmation/confirmation-page.tsx'), 'ConfirmationPage'),
})

const rotation = createRoute({
  getParentRoute: () => office,
  path: '/rotation',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/manage/rotation/rotation-page.tsx'), 'RotationPage'),
})

const conflicts = createRoute({
  getParentRoute: () => office,
  path: '/conflicts',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/identify/conflicts/conflicts-page.tsx'), 'ConflictsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    office.addChildren([
      home,
      roster,
      dossier,
      comparison,
      surveys,
      survey,
      teams,
      team,
      signs,
      vacancies,
      vacancy,
      eligibility,
      conflicts,
      rotation,
      rules,
      rule,
      whatIf,
      confirmations,
    ]),
  ]),
  parseSearch,
  stringifySearch: (search) => queryString(search as Parameters<typeof queryString>[0]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated' || event.action.type !== 'error') return
  const failure: unknown = event.action.error
  const location = router.state.location
  if (!(failure instanceof RequestFailure) || failure.kind !== 'signed-out' || location.pathname === '/login') return
  queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
  void router.navigate({ to: '/login', search: { from: location.href } })
})
