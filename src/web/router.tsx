import { createRouter } from '@tanstack/react-router'
import { RequestFailure } from './client/failure.ts'
import { queryClient, sessionQuery } from './client/queries.ts'
import { queryString } from './client/request.ts'
import { parseSearch } from './client/search.ts'
import { tellEnd } from './client/session-end.ts'
import { BrokenPage } from './frame/lost.tsx'
import { appointRoutes } from './routes/appoint.tsx'
import { developRoutes } from './routes/develop.tsx'
import {
  accountRoom,
  auditRoom,
  keepersRoom,
  login,
  meetingRoom,
  missing,
  office,
  ownRoom,
  root,
  sourceRoom,
  systemRoom,
  vote,
  watchersRoom,
} from './routes/frames.tsx'
import { helpRoutes } from './routes/help.tsx'
import { identifyRoutes } from './routes/identify.tsx'
import { manageRoutes } from './routes/manage.tsx'
import { meetingRoutes } from './routes/meeting.tsx'
import {
  accountPages,
  auditPages,
  keeperPages,
  ownPages,
  sourcePages,
  systemPages,
  watcherPages,
} from './routes/own.tsx'
import { procedureRoutes } from './routes/procedure.tsx'
import { recordsRoutes } from './routes/records.tsx'
import { rulesRoutes } from './routes/rules.tsx'
import { styleRoutes } from './routes/style.tsx'

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    vote,
    meetingRoom.addChildren([...meetingRoutes]),
    ownRoom.addChildren([...ownPages]),
    sourceRoom.addChildren([...sourcePages]),
    systemRoom.addChildren([...systemPages]),
    keepersRoom.addChildren([...keeperPages]),
    auditRoom.addChildren([...auditPages]),
    watchersRoom.addChildren([...watcherPages]),
    accountRoom.addChildren([...accountPages]),
    office.addChildren([
      ...recordsRoutes,
      ...identifyRoutes,
      ...developRoutes,
      ...manageRoutes,
      ...appointRoutes,
      ...procedureRoutes,
      ...rulesRoutes,
      ...styleRoutes,
      ...helpRoutes,
      missing,
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

export const loadSignInAgain = async () => ({ default: (await import('./scenes/login/sign-in-again.tsx')).SignInAgain })

/** An open page is covered and stays as it is; where nobody was signed in yet, the way leads to the door. */
function leaveOrCover(): void {
  const { pathname, href } = router.state.location
  const session = queryClient.getQueryData(sessionQuery.queryKey)
  const goToDoor = () => {
    queryClient.removeQueries({ queryKey: sessionQuery.queryKey })
    void router.navigate({ to: '/login', search: { from: href } })
  }
  if (pathname === '/login') return
  if (session) void loadSignInAgain().then(() => tellEnd(session), goToDoor)
  else goToDoor()
}

const saysSignedOut = (failure: unknown): boolean =>
  failure instanceof RequestFailure && failure.kind === 'signed-out' && failure.said?.code === 'signed-out'

queryClient.getQueryCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error' && saysSignedOut(event.action.error)) leaveOrCover()
})
queryClient.getMutationCache().subscribe((event) => {
  if (event.type === 'updated' && event.action.type === 'error' && saysSignedOut(event.action.error)) leaveOrCover()
})
