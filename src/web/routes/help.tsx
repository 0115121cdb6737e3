/** Help: the glossary, what to do for the common tasks, the methods, the limits. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, office } from './frames.tsx'

const help = createRoute({
  getParentRoute: () => office,
  path: '/help',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/help/help-page.tsx'), 'HelpPage'),
})

export const helpRoutes = [help] as const
