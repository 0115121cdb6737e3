/** What pages stand in: the whole window, the room of a meeting, the office with its frame. */
import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import type { Session } from '#server/contract/index.ts'
import { RequestFailure } from '../client/failure.ts'
import { queryClient, sessionQuery } from '../client/queries.ts'
import type { Search } from '../client/search.ts'
import { firstPages } from '../frame/first-pages.ts'
import { Frame } from '../frame/frame.tsx'
import { MissingPage } from '../frame/lost.tsx'
import { OwnFrame } from '../frame/own-frame.tsx'
import { Page } from '../frame/page.tsx'

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
    const session = await queryClient.ensureQueryData(sessionQuery)
    if (session.step === 'second-factor') throw redirect({ to: '/login', search: { from: location.href } })
    if (session.step !== null && !location.href.startsWith('/account')) throw redirect({ to: '/account' })
    return session
  } catch (failure) {
    const signedOut = failure instanceof RequestFailure && failure.kind === 'signed-out'
    if (signedOut) throw redirect({ to: '/login', search: { from: location.href } })
    throw failure
  }
}

/** Lets only these roles in; everybody else goes to the first page of his or her own. */
const demandRole =
  (...roles: readonly Session['role'][]) =>
  async (asked: { location: { href: string } }): Promise<void> => {
    const { role } = await demandSession(asked)
    if (!roles.includes(role)) throw redirect({ to: firstPages[role] })
  }

const demandDepartment = demandRole('officer', 'head')

/** Everything of the office behind the login. */
export const office = createRoute({
  getParentRoute: () => root,
  id: 'office',
  component: Frame,
  beforeLoad: demandDepartment,
})

/** An address of the office that leads nowhere: said inside the frame, so that the way on is beside it. */
export const missing = createRoute({ getParentRoute: () => office, path: '$', component: MissingPage })

/** What a cadre sees of himself or herself. */
export const ownRoom = createRoute({
  getParentRoute: () => root,
  id: 'own',
  component: OwnFrame,
  beforeLoad: demandRole('cadre'),
})

/** What a source department hands in. */
export const sourceRoom = createRoute({
  getParentRoute: () => root,
  id: 'source',
  component: OwnFrame,
  beforeLoad: demandRole('source'),
})

/** How the system is, for its administrator. */
export const systemRoom = createRoute({
  getParentRoute: () => root,
  id: 'system',
  component: OwnFrame,
  beforeLoad: demandRole('administrator'),
})

/** Who may sign in, for those who keep the accounts. */
export const keepersRoom = createRoute({
  getParentRoute: () => root,
  id: 'keepers',
  component: OwnFrame,
  beforeLoad: demandRole('administrator', 'security-officer', 'auditor'),
})

/** What the others did, for the auditor. */
export const auditRoom = createRoute({
  getParentRoute: () => root,
  id: 'audit',
  component: OwnFrame,
  beforeLoad: demandRole('auditor'),
})

/** What is held and why, for the security officer and the auditor. */
export const watchersRoom = createRoute({
  getParentRoute: () => root,
  id: 'watchers',
  component: OwnFrame,
  beforeLoad: demandRole('security-officer', 'auditor'),
})

/** One's own account, whoever one is. */
export const accountRoom = createRoute({
  getParentRoute: () => root,
  id: 'account-room',
  component: OwnFrame,
  beforeLoad: async (asked) => {
    await demandSession(asked)
  },
})

/** The big screen of a meeting: behind the login, without the frame. */
export const meetingRoom = createRoute({
  getParentRoute: () => root,
  id: 'meeting',
  component: Page,
  beforeLoad: demandDepartment,
})
