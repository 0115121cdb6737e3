import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Seat } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { newCaseWords } from '../../../language/words/cases.ts'
import { seatLinkWords } from '../../../language/words/seats.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/tabs.css'
import './vacancy.css'

/** The seat, how long it has been open, and the ways to every page about it. */
export function VacancyHead({ seat, aside }: { seat: Seat; aside: ReactNode }) {
  const { say } = useSpeech()
  const { positionId, unitId } = seat
  const marks = [
    seat.keyPower && vacancyWords.keyPower,
    seat.keyFund && vacancyWords.keyFund,
    seat.keyResource && vacancyWords.keyResource,
    seat.hardship && vacancyWords.hardship,
    seat.theme && labelOf('theme', seat.theme),
  ].filter((mark) => mark !== false && mark !== null && mark !== '')
  return (
    <>
      <PageTitle
        title={`${seat.unitName}　${seat.title}`}
        note={[
          say(labelOf('postLevel', seat.postLevel)),
          say(vacancyWords.open, { from: day(seat.from), days: count(seat.daysOpen) }),
          ...marks.map((mark) => say(mark)),
        ].join(' · ')}
        aside={<span>{aside}</span>}
      />
      <VacancyTabs positionId={positionId} unitId={unitId} />
    </>
  )
}

/** Every page about the vacancy; the last two open beside it. */
export function VacancyTabs({ positionId, unitId }: { positionId: string; unitId: string }) {
  const { say } = useSpeech()
  const params = { positionId }
  return (
    <nav className="tabs vacancy-tabs" aria-label={say(vacancyWords.views)}>
      <Link to="/vacancies/$positionId" params={params} activeOptions={{ exact: true, includeSearch: false }}>
        {say(seatLinkWords.candidates)}
      </Link>
      <Link to="/vacancies/$positionId/rules" params={params} activeOptions={{ includeSearch: false }}>
        {say(seatLinkWords.eligibility)}
      </Link>
      <Link to="/vacancies/$positionId/requirements" params={params} activeOptions={{ includeSearch: false }}>
        {say(seatLinkWords.requirements)}
      </Link>
      <Link to="/vacancies/$positionId/considerations" params={params} activeOptions={{ includeSearch: false }}>
        {say(seatLinkWords.considerations)}
      </Link>
      <span>
        <Link to="/units/$unitId" params={{ unitId }}>
          {say(seatLinkWords.unit)}
        </Link>
        <Link to="/teams/$unitId/simulation" params={{ unitId }} search={{ seat: positionId }}>
          {say(seatLinkWords.simulation)}
        </Link>
        <Link to="/slates/new" search={{ vacancies: positionId }}>
          {say(seatLinkWords.slate)}
        </Link>
        <Link to="/cases/new" search={{ position: positionId }}>
          {say(newCaseWords.title)}
        </Link>
        <Link to="/vacancies/$positionId/meeting" params={params}>
          {say(seatLinkWords.meeting)}
        </Link>
      </span>
    </nav>
  )
}
