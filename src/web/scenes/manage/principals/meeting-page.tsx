import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamMeetingShape } from '#server/contract/index.ts'
import { correctTeamMeeting, teamMeetingQuery } from '../../../client/principal-queries.ts'
import { day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { minutesWords as words } from '../../../language/words/principals.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import '../../../parts/buttons.css'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './principals.css'

/** One meeting: every item against the rules of decision, as the minutes tell it. */
export function TeamMeetingPage() {
  const { say } = useSpeech()
  const { meetingId } = useParams({ from: '/office/principals/meetings/$meetingId' })
  const meeting = useQuery(teamMeetingQuery(meetingId))
  const { data } = meeting
  return (
    <>
      <PageTitle
        title={data?.minutes.name ?? say(words.meeting)}
        note={data?.unitName}
        views={<PageViews of="/principals" />}
      />
      {meeting.isError && <ErrorPanel error={meeting.error} onRetry={() => void meeting.refetch()} />}
      {meeting.isPending && <SkeletonRows rows={8} height={46} />}
      {data && (
        <div className="principal-stack">
          <Acts meeting={data} />
          {data.minutes.items.map((_, place) => (
            <Item key={place} meeting={data} place={place} />
          ))}
          <Versions meeting={data} />
        </div>
      )}
    </>
  )
}

function Acts({ meeting }: { readonly meeting: TeamMeetingShape }) {
  const { say } = useSpeech()
  const { meetingId, version, minutes, presiderName } = meeting
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [isWithdrawing, setWithdrawing] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <div className="principal-head">
      <p>
        {day(minutes.heldOn)} · {say(words.presider)}{' '}
        <Link to="/principals/$cadreId" params={{ cadreId: minutes.presiderId }}>
          {presiderName}
        </Link>
        {minutes.papersOn && ` · ${say(words.papersTold, { day: day(minutes.papersOn) })}`}
      </p>
      <p className="act-do">
        <Link to="/principals/meetings/$meetingId/correction" params={{ meetingId }} className="side-button">
          {say(words.correct)}
        </Link>
        <button type="button" className="side-button" onClick={() => setWithdrawing(true)}>
          {say(words.withdraw)}
        </button>
      </p>
      {isWithdrawing && (
        <ActDialog
          title={say(words.withdrawTitle)}
          lead={say(words.withdrawLead)}
          verb={say(words.withdraw)}
          ready={reason.trim() !== ''}
          act={async () => {
            await correctTeamMeeting(meetingId, { version, reason })
            await queries.invalidateQueries({ queryKey: ['principals'], refetchType: 'none' })
            await navigate({ to: '/principals/meetings' })
          }}
          onClose={() => setWithdrawing(false)}
        >
          <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
        </ActDialog>
      )}
    </div>
  )
}

function Item({ meeting, place }: { readonly meeting: TeamMeetingShape; readonly place: number }) {
  const { say } = useSpeech()
  const item = meeting.minutes.items[place]
  const checked = meeting.items[place]
  if (!item || !checked) return null
  const untold = say(words.untold)
  return (
    <Panel
      title={`${say(words.item, { place: place + 1 })} · ${item.subject}`}
      note={say(words.due, {
        due: checked.due,
        present: checked.present ?? untold,
        votes: checked.votesFor ?? untold,
      })}
      aside={
        <>
          <span>{say(labelOf('meetingItem', item.kind))}</span>
          {item.decision && <span>{say(labelOf('meetingDecision', item.decision))}</span>}
          <VerdictMark verdict={checked.verdict} />
        </>
      }
    >
      <div className="meeting-parts">
        <ul className="findings">
          {checked.findings.map((finding) => (
            <FindingItem key={finding.rule} finding={{ ...finding, evidence: [] }} />
          ))}
        </ul>
        <StandTable meeting={meeting} place={place} />
      </div>
    </Panel>
  )
}

function StandTable({ meeting, place }: { readonly meeting: TeamMeetingShape; readonly place: number }) {
  const { say } = useSpeech()
  const { members, items, presiderId } = meeting.minutes
  const stands = items[place]?.stands ?? []
  const rows = members.map((member) => ({ member, stand: stands.find(({ cadreId }) => cadreId === member.cadreId) }))
  const sorted = rows.sort((a, b) => (a.stand?.order ?? 999) - (b.stand?.order ?? 999))
  return (
    <WideTable label={say(words.stands)} className="figures minutes-stands">
      <thead>
        <tr>
          <th scope="col" className="number">
            {say(words.order)}
          </th>
          <th scope="col">{say(words.member)}</th>
          <th scope="col">{say(words.opinion)}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map(({ member, stand }) => (
          <tr key={member.cadreId} className={member.isPresent === false ? 'absent' : ''}>
            <td className="number">{stand?.order ?? ''}</td>
            <th scope="row">
              {member.name}
              {member.cadreId === presiderId && <small>{say(words.presider)}</small>}
            </th>
            <td>
              {stand?.opinion ? say(labelOf('meetingOpinion', stand.opinion)) : ''}
              {stand?.hasRecused && <small>{say(words.recused)}</small>}
              {member.isPresent === false && <small>{say(words.absent)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Versions({ meeting }: { readonly meeting: TeamMeetingShape }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.history)}>
      <ul>
        {meeting.versions.map(({ version, reason, byName, recordedAt }) => (
          <li key={version} className="second">
            {say(words.version, { version })} · {minute(recordedAt)} · {byName} · {reason ?? say(words.first)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
