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

/** For voters, who have no account. */
const vote = createRoute({
  getParentRoute: () => root,
  path: '/vote',
  component: lazyRouteComponent(() => import('./scenes/vote/vote-page.tsx'), 'VotePage'),
})

/** Without a session the reader is asked to sign in and then comes back. */
async function demandSession({ location }: { location: { href: string } }): Promise<void> {
  try {
    await queryClient.ensureQueryData(sessionQuery)
  } catch (failure) {
    const signedOut = failure instanceof RequestFailure && failure.kind === 'signed-out'
    if (signedOut) throw redirect({ to: '/login', search: { from: location.href } })
    throw failure
  }
}

/** Everything behind the login. */
const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Frame,
  beforeLoad: demandSession,
})

/** The big screen of a meeting: behind the login, without the frame. */
const meetingRoom = createRoute({
  getParentRoute: () => root,
  id: 'meeting',
  component: Outlet,
  beforeLoad: demandSession,
})

const vacancyMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/vacancies/$positionId/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/meeting/vacancy-meeting-page.tsx'),
    'VacancyMeetingPage',
  ),
})

const slateMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/slates/$slateId/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/meeting/slate/slate-meeting-page.tsx'),
    'SlateMeetingPage',
  ),
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

const papers = createRoute({
  getParentRoute: () => office,
  path: '/papers',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/papers/papers-page.tsx'), 'PapersPage'),
})

const designer = createRoute({
  getParentRoute: () => office,
  path: '/papers/designs',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/papers/designer-page.tsx'), 'DesignerPage'),
})

const forms = createRoute({
  getParentRoute: () => office,
  path: '/forms',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/forms/forms-page.tsx'), 'FormsPage'),
})

const exported = createRoute({
  getParentRoute: () => office,
  path: '/exports',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/exports/exports-page.tsx'), 'ExportsPage'),
})

const imports = createRoute({
  getParentRoute: () => office,
  path: '/imports',
  component: lazyRouteComponent(() => import('./scenes/records/imports/imports-page.tsx'), 'ImportsPage'),
})

const importOfFiles = createRoute({
  getParentRoute: () => office,
  path: '/imports/$importId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/records/imports/import-page.tsx'), 'ImportPage'),
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

const simulation = createRoute({
  getParentRoute: () => office,
  path: '/teams/$unitId/simulation',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/simulation/simulation-page.tsx'), 'SimulationPage'),
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

const slates = createRoute({
  getParentRoute: () => office,
  path: '/slates',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/slates/slates-page.tsx'), 'SlatesPage'),
})

const newSlate = createRoute({
  getParentRoute: () => office,
  path: '/slates/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/slates/wishes/new-slate-page.tsx'), 'NewSlatePage'),
})

const comparedSlates = createRoute({
  getParentRoute: () => office,
  path: '/slates/compare',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/slates/compared/compared-slates-page.tsx'),
    'ComparedSlatesPage',
  ),
})

const slate = createRoute({
  getParentRoute: () => office,
  path: '/slates/$slateId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/slate/slate-page.tsx'), 'SlatePage'),
})

const cases = createRoute({
  getParentRoute: () => office,
  path: '/cases',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/cases/cases-page.tsx'), 'CasesPage'),
})

const newCase = createRoute({
  getParentRoute: () => office,
  path: '/cases/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/cases/new-case-page.tsx'), 'NewCasePage'),
})

const caseRoute = createRoute({
  getParentRoute: () => office,
  path: '/cases/$caseId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/case/case-page.tsx'), 'CasePage'),
})

const requirements = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/requirements',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/requirements/requirements-page.tsx'),
    'RequirementsPage',
  ),
})

const fit = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/cadres/$cadreId/fit',
  component: lazyRouteComponent(() => import('./scenes/appoint/fit/fit-page.tsx'), 'FitPage'),
})

const considerations = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/considerations',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('./scenes/appoint/considerations/considerations-page.tsx'),
    'ConsiderationsPage',
  ),
})

const timing = createRoute({
  getParentRoute: () => office,
  path: '/timing',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/timing/timing-page.tsx'), 'TimingPage'),
})

const ballots = createRoute({
  getParentRoute: () => office,
  path: '/ballots',
  component: lazyRouteComponent(() => import('./scenes/appoint/ballots/ballots-page.tsx'), 'BallotsPage'),
})

const newBallot = createRoute({
  getParentRoute: () => office,
  path: '/ballots/new',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('./scenes/appoint/ballots/new/new-ballot-page.tsx'), 'NewBallotPage'),
})

const ballot = createRoute({
  getParentRoute: () => office,
  path: '/ballots/$ballotId',
  component: lazyRouteComponent(() => import('./scenes/appoint/ballots/ballot/ballot-page.tsx'), 'BallotPage'),
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
    vote,
    meetingRoom.addChildren([vacancyMeeting, slateMeeting]),
    office.addChildren([
      home,
      roster,
      imports,
      importOfFiles,
      dossier,
      papers,
      designer,
      forms,
      exported,
      comparison,
      surveys,
      survey,
      teams,
      team,
      simulation,
      signs,
      vacancies,
      vacancy,
      eligibility,
      considerations,
      timing,
      requirements,
      fit,
      slates,
      newSlate,
      comparedSlates,
      slate,
      ballots,
      newBallot,
      ballot,
      cases,
      newCase,
      caseRoute,
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
