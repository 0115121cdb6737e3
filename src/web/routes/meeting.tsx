/** The big screens of a meeting. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { keepSearch, meetingRoom } from './frames.tsx'

const vacancyMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/vacancies/$positionId/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/meeting/vacancy-meeting-page.tsx'),
    'VacancyMeetingPage',
  ),
})

const slateMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/slates/$slateId/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(
    () => import('../scenes/appoint/meeting/slate/slate-meeting-page.tsx'),
    'SlateMeetingPage',
  ),
})

const caseMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/cases/$caseId/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/meeting/case-meeting-page.tsx'), 'CaseMeetingPage'),
})

const peopleMeeting = createRoute({
  getParentRoute: () => meetingRoom,
  path: '/meeting',
  validateSearch: keepSearch,
  component: lazyRouteComponent(() => import('../scenes/appoint/meeting/people-meeting-page.tsx'), 'PeopleMeetingPage'),
})

export const meetingRoutes = [vacancyMeeting, slateMeeting, caseMeeting, peopleMeeting] as const
