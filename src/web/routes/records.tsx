/** The home page, and the records: people, files in, papers out. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { todayQuery } from '../client/home-queries.ts'
import { homeQuery, queryClient, sessionQuery } from '../client/queries.ts'
import { todosAheadQuery } from '../client/todo-queries.ts'
import { HomePage } from '../scenes/home/home-page.tsx'
import { keepSearch, office } from './frames.tsx'

const shortWait = () => new Promise((done) => setTimeout(done, 150))

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  // Most often the answers are there before the page: then it is drawn once, whole.
  loader: async () => {
    const isHead = queryClient.getQueryData(sessionQuery.queryKey)?.role === 'head'
    const asked = [queryClient.prefetchQuery(homeQuery), queryClient.prefetchQuery(todayQuery)]
    if (!isHead) asked.push(queryClient.prefetchQuery(todosAheadQuery))
    await Promise.race([Promise.all(asked), shortWait()])
  },
  component: HomePage,
})

const roster = createRoute({
  getParentRoute: () => office,
  path: '/cadres',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/roster/roster-page.tsx'), 'RosterPage'),
})

const dossier = createRoute({
  getParentRoute: () => office,
  path: '/cadres/$cadreId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/dossier/dossier-page.tsx'), 'DossierPage'),
})

const card = createRoute({
  getParentRoute: () => office,
  path: '/cadres/$cadreId/card',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/card/card-page.tsx'), 'CardPage'),
})

const deliveries = createRoute({
  getParentRoute: () => office,
  path: '/deliveries',
  component: lazyRouteComponent(() => import('../scenes/home/source/arrived-page.tsx'), 'ArrivedPage'),
})

const imports = createRoute({
  getParentRoute: () => office,
  path: '/imports',
  component: lazyRouteComponent(() => import('../scenes/records/imports/imports-page.tsx'), 'ImportsPage'),
})

const importOfFiles = createRoute({
  getParentRoute: () => office,
  path: '/imports/$importId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/imports/import-page.tsx'), 'ImportPage'),
})

const papers = createRoute({
  getParentRoute: () => office,
  path: '/papers',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/papers/papers-page.tsx'), 'PapersPage'),
})

const designer = createRoute({
  getParentRoute: () => office,
  path: '/papers/designs',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/papers/designer-page.tsx'), 'DesignerPage'),
})

const forms = createRoute({
  getParentRoute: () => office,
  path: '/forms',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/forms/forms-page.tsx'), 'FormsPage'),
})

const exported = createRoute({
  getParentRoute: () => office,
  path: '/exports',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/exports/exports-page.tsx'), 'ExportsPage'),
})

const units = createRoute({
  getParentRoute: () => office,
  path: '/units',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/units/units-page.tsx'), 'UnitsPage'),
})

const unit = createRoute({
  getParentRoute: () => office,
  path: '/units/$unitId',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/records/units/unit-page.tsx'), 'UnitPage'),
})

export const recordsRoutes = [
  deliveries,
  home,
  roster,
  dossier,
  card,
  imports,
  importOfFiles,
  papers,
  designer,
  forms,
  exported,
  units,
  unit,
] as const
