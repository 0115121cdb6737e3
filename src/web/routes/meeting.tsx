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

export const meetingRoutes = [vacancyMeeting, slateMeeting] as const
