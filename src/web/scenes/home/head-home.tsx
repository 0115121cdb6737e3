import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { HeadDay } from '#server/contract/index.ts'
import { parseSearch } from '../../client/search.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { homeWords, headWords as words } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'
import { slateName } from '../appoint/slate/slate-name.ts'

/** An address as it came with the data. */
function Onward({ link, children }: { link: string; children: ReactNode }) {
  const [path = '/', query = ''] = link.split('?')
  return (
    <Link to={path} search={parseSearch(query)}>
      {children}
    </Link>
  )
}

/** What only the head may decide, the oldest first; and the rules that wait to be confirmed. */
export function Decisions({ head }: { head: HeadDay }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(words.decisions)}
      note={head.waiting > 0 && say(words.decisionsNote, { count: count(head.waiting) })}
      aside={<Link to="/matters">{say(frameWords.all)}</Link>}
      flush
    >
      <ul className="head-lines">
        {head.decisions.length === 0 && <li className="second">{say(words.noDecisions)}</li>}
        {head.decisions.map(({ key, kind, title, step, link }) => (
          <li key={key}>
            <span className="second">{say(kind)}</span>
            <Onward link={link}>{title}</Onward>
            <span>{say(step)}</span>
          </li>
        ))}
        {head.unconfirmedRules > 0 && (
          <li className="head-rules">
            <span>{say(words.unconfirmed, { count: count(head.unconfirmedRules) })}</span>
            <Link to="/rules/confirmations">{say(words.confirm)}</Link>
          </li>
        )}
      </ul>
    </Panel>
  )
}

export function Meetings({ meetings }: { meetings: HeadDay['meetings'] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.meetings)} note={say(words.meetingsNote)} flush>
      <ul className="head-lines">
        {meetings.length === 0 && <li className="second">{say(words.noMeetings)}</li>}
        {meetings.map(({ key, title, kind, link }) => (
          <li key={key}>
            <span className="second">{say(kind)}</span>
            <span className="cut">{slateName(title, say)}</span>
            <Onward link={link}>{say(words.openMeeting)}</Onward>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function TeamsState({ teams }: { teams: HeadDay['teams'] }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(words.teams)}
      note={say(words.teamsNote, { total: count(teams.total) })}
      aside={<Link to="/teams">{say(frameWords.all)}</Link>}
      flush
    >
      <dl className="head-sums">
        <div>
          <dt>{say(words.teamsOverdue)}</dt>
          <dd>
            <Link to="/teams">{count(teams.overdue)}</Link>
          </dd>
        </div>
        <div>
          <dt>{say(words.teamsShort)}</dt>
          <dd>
            <Link to="/teams">{count(teams.short)}</Link>
          </dd>
        </div>
      </dl>
      {teams.rows.length === 0 ? (
        <p className="second head-empty">{say(words.teamQuiet)}</p>
      ) : (
        <table className="figures" aria-label={say(words.teams)}>
          <thead>
            <tr>
              <th scope="col">{say(homeWords.unit)}</th>
              <th scope="col" className="number">
                {say(words.teamFilled)}
              </th>
              <th scope="col" className="number">
                {say(words.teamsOverdue)}
              </th>
            </tr>
          </thead>
          <tbody>
            {teams.rows.map(({ unitId, unitName, filled, quota, overdueFindings }) => (
              <tr key={unitId}>
                <td>
                  <Link to="/teams/$unitId" params={{ unitId }}>
                    {unitName}
                  </Link>
                </td>
                <td className="number">{say(words.ofQuota, { filled, quota: quota ?? filled })}</td>
                <td className="number">{overdueFindings > 0 ? count(overdueFindings) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  )
}

export function PrincipalSeats({ seats }: { seats: HeadDay['principalSeats'] }) {
  const { say } = useSpeech()
  return (
    <Panel
      title={say(words.principalSeats)}
      note={seats.length > 0 && count(seats.length)}
      aside={<Link to="/vacancies">{say(frameWords.all)}</Link>}
      flush
    >
      <ul className="head-lines">
        {seats.length === 0 && <li className="second">{say(words.noPrincipalSeats)}</li>}
        {seats.map(({ positionId, unitName, title, daysOpen }) => (
          <li key={positionId} className="head-seat">
            <Link to="/vacancies/$positionId" params={{ positionId }} className="cut">
              {unitName}
              {title}
            </Link>
            <span>{say(homeWords.daysOpen, { days: count(daysOpen) })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Plans({ plans }: { plans: HeadDay['plans'] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.plans)} flush>
      <ul className="head-lines">
        {plans.map(({ label, standing, link }) => (
          <li key={label.en} className="head-seat">
            <Onward link={link}>{say(label)}</Onward>
            <span>{say(standing)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function SinceVisit({ since }: { since: HeadDay['since'] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.since)} note={since && say(words.sinceNote, { at: minute(since.at) })} flush>
      <ul className="head-lines">
        {since === null && <li className="second">{say(words.firstVisit)}</li>}
        {since?.changes.length === 0 && <li className="second">{say(words.nothingSince)}</li>}
        {since?.changes.map(({ label, count: times, link }) => (
          <li key={label.en} className="head-seat">
            <Onward link={link}>{say(label)}</Onward>
            <span>{count(times)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
