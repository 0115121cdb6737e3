/** The home page, and the records: people, files in, papers out. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('../scenes/home/home-page.tsx'), 'HomePage'),
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

export const recordsRoutes = [home, roster, dossier, imports, importOfFiles, papers, designer, forms, exported] as const
