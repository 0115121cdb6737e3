/** The one page of the account of a cadre. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ownRoom } from './frames.tsx'

const me = createRoute({
  getParentRoute: () => ownRoom,
  path: '/me',
  component: lazyRouteComponent(() => import('../scenes/own/own-page.tsx'), 'OwnPage'),
})

export const ownPages = [me] as const
