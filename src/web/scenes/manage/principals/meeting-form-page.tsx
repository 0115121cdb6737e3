import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { MeetingForm } from '#server/contract/index.ts'
import {
  correctTeamMeeting,
  meetingFormQuery,
  recordTeamMeeting,
  teamMeetingQuery,
} from '../../../client/principal-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { minutesWords as words } from '../../../language/words/principals.ts'
import { Line } from '../../../parts/act-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { draftOf, emptyItem, type MinutesDraft, minutesOf } from './minutes-draft.ts'
import { MinutesForm } from './minutes-form.tsx'

/** A new meeting: the unit is chosen first, its team is filled in from the records. */
export function NewMeetingPage() {
  const { say } = useSpeech()
  const unit = valueOf(useSearch({ from: '/office/principals/meetings/new' }), 'unit')
  const form = useQuery(meetingFormQuery(unit))
  const navigate = useNavigate()
  const queries = useQueryClient()
  const record = async (draft: MinutesDraft) => {
    const { meetingId } = await recordTeamMeeting(minutesOf(draft))
    await queries.invalidateQueries({ queryKey: ['principals'] })
    await navigate({ to: '/principals/meetings/$meetingId', params: { meetingId } })
  }
  return (
    <>
      <PageTitle title={say(words.enter)} views={<PageViews of="/principals" />} />
      {form.isError && <ErrorPanel error={form.error} onRetry={() => void form.refetch()} />}
      {form.isPending && <SkeletonRows rows={8} height={40} />}
      {form.data && (
        <MinutesForm
          key={form.data.team?.unitId ?? ''}
          begun={begunFrom(form.data)}
          verb={say(words.save)}
          head={<UnitChoice form={form.data} />}
          act={record}
        />
      )}
    </>
  )
}

const begunFrom = ({ today, team }: MeetingForm): MinutesDraft => ({
  unitId: team?.unitId ?? '',
  name: '',
  heldOn: today,
  papersOn: '',
  minutesKept: 'untold',
  presiderId: team?.presiderId ?? '',
  members: (team?.members ?? []).map((member) => ({ ...member, isPresent: 'yes' })),
  items: [emptyItem(0)],
})

function UnitChoice({ form }: { readonly form: MeetingForm }) {
  const { say } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  return (
    <div className="act-line minutes-wide">
      <label htmlFor={id}>{say(words.unit)}</label>
      <select
        id={id}
        value={form.team?.unitId ?? ''}
        onChange={({ target }) =>
          void navigate({ to: '/principals/meetings/new', search: { unit: target.value }, replace: true })
        }
      >
        <option value="">{say(words.chooseUnit)}</option>
        {form.units.map(({ unitId, name }) => (
          <option key={unitId} value={unitId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** A meeting on record corrected: the reason is kept with the new version. */
export function CorrectMeetingPage() {
  const { say } = useSpeech()
  const { meetingId } = useParams({ from: '/office/principals/meetings/$meetingId/correction' })
  const meeting = useQuery(teamMeetingQuery(meetingId))
  const team = useQuery({ ...meetingFormQuery(meeting.data?.minutes.unitId), enabled: meeting.data !== undefined })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  const correct = async (draft: MinutesDraft) => {
    const version = meeting.data?.version ?? 0
    await correctTeamMeeting(meetingId, { version, minutes: minutesOf(draft), reason })
    await queries.invalidateQueries({ queryKey: ['principals'] })
    await navigate({ to: '/principals/meetings/$meetingId', params: { meetingId } })
  }
  const titles = new Map((team.data?.team?.members ?? []).map(({ cadreId, title }) => [cadreId, title]))
  return (
    <>
      <PageTitle title={say(words.correctTitle)} note={meeting.data?.unitName} views={<PageViews of="/principals" />} />
      {meeting.isError && <ErrorPanel error={meeting.error} onRetry={() => void meeting.refetch()} />}
      {meeting.data && !team.isPending && (
        <MinutesForm
          begun={draftOf(meeting.data.minutes, titles)}
          verb={say(words.saveCorrection)}
          head={
            <div className="minutes-wide">
              <Line label={say(words.reason)} value={reason} onChange={setReason} />
            </div>
          }
          mayAct={reason.trim() !== ''}
          act={correct}
        />
      )}
    </>
  )
}
