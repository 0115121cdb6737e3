import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatDetail } from '#server/contract/index.ts'
import { keySeatQuery } from '../../../client/rotation-queries.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { keySeatWords, seatWords as words } from '../../../language/words/key-seats.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { JudgeDialog } from './judge-dialog.tsx'
import './key-seats.css'
import { SeatHistory } from './seat-history.tsx'
import { Holders, Kinds, Touchpoints } from './seat-table.tsx'
import { StepsPanel } from './steps-panel.tsx'

/** One key seat: what it is, who holds it, the steps of its work with their checks, and what was recorded. */
export function KeySeatPage() {
  const { say } = useSpeech()
  const { positionId } = useParams({ from: '/office/key-seats/$positionId' })
  const found = useQuery(keySeatQuery(positionId))
  const seat = found.data
  return (
    <>
      <PageTitle
        title={seat ? `${seat.unitName} ${seat.title}` : say(keySeatWords.title)}
        note={seat && `${say(labelOf('postLevel', seat.level))} · ${say(labelOf('role', seat.role))}`}
        aside={<Link to="/key-seats">{say(words.back)}</Link>}
      />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonRows rows={12} height={40} />}
      {seat && (
        <div className="key-seats">
          <div className="key-two">
            <What seat={seat} />
            <Held seat={seat} />
          </div>
          <StepsPanel seat={seat} />
          {seat.events.length > 0 && <Events seat={seat} />}
          <SeatHistory seat={seat} />
        </div>
      )}
    </>
  )
}

function What({ seat }: { seat: KeySeatDetail }) {
  const { say } = useSpeech()
  const [isJudging, setJudging] = useState(false)
  return (
    <Panel
      title={say(words.what)}
      explained="key-seat"
      aside={
        <button type="button" className="side-button" onClick={() => setJudging(true)}>
          {say(words.judgeAgain)}
        </button>
      }
    >
      <dl className="key-facts">
        <dt>{say(keySeatWords.kinds)}</dt>
        <dd>
          <Kinds seat={seat} />
        </dd>
        <dt>{say(keySeatWords.touchpoints)}</dt>
        <dd>
          <Touchpoints seat={seat} />
        </dd>
      </dl>
      {isJudging && <JudgeDialog seat={seat} onClose={() => setJudging(false)} />}
    </Panel>
  )
}

function Held({ seat }: { seat: KeySeatDetail }) {
  const { say, language } = useSpeech()
  return (
    <Panel title={say(words.holder)} explained="rotation-duty">
      <p>
        <Holders seat={seat} />
      </p>
      <ul className="key-duties">
        {seat.duties.map(({ rule, basis, dueOn, state, reason }) => (
          <li key={`${rule} ${dueOn}`}>
            <b>{day(dueOn)}</b> {say(labelOf('dueState', state))} · {say(basis.title)}{' '}
            <span className="second">{citationText(basis, language)}</span>
            <p className="second">{say(reason)}</p>
          </li>
        ))}
      </ul>
      {seat.duties.length === 0 && <p className="quiet">{say(keySeatWords.noDuty)}</p>}
    </Panel>
  )
}

function Events({ seat }: { seat: KeySeatDetail }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.events)} note={say(words.eventsNote)}>
      <ul className="key-duties">
        {seat.events.map(({ eventId, on, about, severity, finding }) => (
          <li key={eventId}>
            {day(on)} {say(about === 'unit' ? words.ofUnit : words.ofCadre)}{' '}
            {severity && say(labelOf('severity', severity))} {finding}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
