/** The style page: every part of the interface in all its states. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { office } from './frames.tsx'

const style = createRoute({
  getParentRoute: () => office,
  path: '/style',
  component: lazyRouteComponent(() => import('../scenes/style/style-page.tsx'), 'StylePage'),
})

export const styleRoutes = [style] as const
