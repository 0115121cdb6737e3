/** The questions about principals, their audits, findings, evaluation and meetings. */
import { queryOptions } from '@tanstack/react-query'
import type {
  AuditsPage,
  EvaluationsPage,
  MeetingForm,
  NewMeetingVersion,
  PrincipalDetail,
  PrincipalsPage,
  RectificationsPage,
  TeamMeetingShape,
  TeamMeetings,
  TeamMinutes,
} from '#server/contract/index.ts'
import { change, type Query, read } from './request.ts'

const asked = <Answer>(path: string, query: Query) =>
  queryOptions({
    queryKey: ['principals', path, query],
    queryFn: ({ signal }) => read<Answer>(`/principals${path}`, query, signal),
  })

export const principalsQuery = (query: Query) => asked<PrincipalsPage>('', query)
export const auditsQuery = (query: Query) => asked<AuditsPage>('/audits', query)
export const rectificationsQuery = (query: Query) => asked<RectificationsPage>('/rectifications', query)
export const evaluationsQuery = (query: Query) => asked<EvaluationsPage>('/evaluations', query)
export const principalQuery = (cadreId: string) => asked<PrincipalDetail>(`/${encodeURIComponent(cadreId)}`, {})

export const meetingsQuery = (query: Query) => asked<TeamMeetings>('/meetings', query)
export const teamMeetingQuery = (meetingId: string) =>
  asked<TeamMeetingShape>(`/meetings/${encodeURIComponent(meetingId)}`, {})
export const meetingFormQuery = (unit: string | undefined) => asked<MeetingForm>('/meeting-form', { unit })

export const recordTeamMeeting = (minutes: TeamMinutes) =>
  change<{ meetingId: string }>('POST', '/principals/meetings', minutes)
export const correctTeamMeeting = (meetingId: string, version: NewMeetingVersion) =>
  change<undefined>('POST', `/principals/meetings/${encodeURIComponent(meetingId)}/versions`, version)
