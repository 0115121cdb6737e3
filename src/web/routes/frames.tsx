/** What pages stand in: the whole window, the room of a meeting, the office with its frame. */
import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { Session } from '#server/contract/index.ts'
import { RequestFailure } from '../client/failure.ts'
import { queryClient, sessionQuery } from '../client/queries.ts'
import type { Search } from '../client/search.ts'
import { Frame } from '../frame/frame.tsx'
import { MissingPage } from '../frame/lost.tsx'
import { OwnFrame } from '../frame/own-frame.tsx'

export const keepSearch = (search: Record<string, unknown>): Search => search as Search

export const root = createRootRoute({ component: Outlet, notFoundComponent: MissingPage })

export const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/login/login-page.tsx'), 'LoginPage'),
})

/** For voters, who have no account. */
export const vote = createRoute({
  getParentRoute: () => root,
  path: '/vote',
  component: lazyRouteComponent(() => import('../scenes/vote/vote-page.tsx'), 'VotePage'),
})

/** Without a session the reader is asked to sign in and then comes back. */
async function demandSession({ location }: { location: { href: string } }): Promise<Session> {
  try {
    return await queryClient.ensureQueryData(sessionQuery)
  } catch (failure) {
    const signedOut = failure instanceof RequestFailure && failure.kind === 'signed-out'
    if (signedOut) throw redirect({ to: '/login', search: { from: location.href } })
    throw failure
  }
}

/** A cadre has one page, which no officer has. */
async function demandOfficer(asked: { location: { href: string } }): Promise<void> {
  if ((await demandSession(asked)).role === 'cadre') throw redirect({ to: '/me' })
}

async function demandCadre(asked: { location: { href: string } }): Promise<void> {
  if ((await demandSession(asked)).role !== 'cadre') throw redirect({ to: '/' })
}

/** Everything of the office behind the login. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Frame,
  beforeLoad: demandOfficer,
})

/** What a cadre sees of himself or herself. */
export const ownRoom = createRoute({
  getParentRoute: () => root,
  id: 'own',
  component: OwnFrame,
  beforeLoad: demandCadre,
})

/** The big screen of a meeting: behind the login, without the frame. */
export const meetingRoom = createRoute({
  getParentRoute: () => root,
  id: 'meeting',
  component: Outlet,
  beforeLoad: demandOfficer,
})
