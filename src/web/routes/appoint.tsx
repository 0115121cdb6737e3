/** Vacancies, and who is right for them. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const vacancies = createRoute({
  getParentRoute: () => office,
  path: '/vacancies',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/vacancies/vacancies-page.tsx'), 'VacanciesPage'),
})

const vacancy = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/vacancy/vacancy-page.tsx'), 'VacancyPage'),
})

const eligibility = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/rules',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/vacancy/eligibility/eligibility-page.tsx'),
    'EligibilityPage',
  ),
})

const requirements = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/requirements',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/requirements/requirements-page.tsx'),
    'RequirementsPage',
  ),
})

const considerations = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/considerations',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/considerations/considerations-page.tsx'),
    'ConsiderationsPage',
  ),
})

const fit = createRoute({
  getParentRoute: () => office,
  path: '/vacancies/$positionId/cadres/$cadreId/fit',
  component: lazyRouteComponent(() => import('../scenes/appoint/fit/fit-page.tsx'), 'FitPage'),
})

const simulation = createRoute({
  getParentRoute: () => office,
  path: '/teams/$unitId/simulation',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/simulation/simulation-page.tsx'), 'SimulationPage'),
})

const timing = createRoute({
  getParentRoute: () => office,
  path: '/timing',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/timing/timing-page.tsx'), 'TimingPage'),
})

export const appointRoutes = [
  vacancies,
  vacancy,
  eligibility,
  requirements,
  considerations,
  fit,
  simulation,
  timing,
] as const
