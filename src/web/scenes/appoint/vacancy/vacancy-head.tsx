import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Seat } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/tabs.css'

/** The seat, how long it has been open, and the two views of it: who is listed and why, and every rule for everybody. */
export function VacancyHead({ seat, aside }: { seat: Seat; aside: ReactNode }) {
  const { say } = useSpeech()
  const { positionId } = seat
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
      <nav className="tabs" aria-label={say(vacancyWords.views)}>
        <Link to="/vacancies/$positionId" params={{ positionId }} activeOptions={{ exact: true, includeSearch: false }}>
          {say(vacancyWords.matrix)}
        </Link>
        <Link to="/vacancies/$positionId/rules" params={{ positionId }} activeOptions={{ includeSearch: false }}>
          {say(vacancyWords.eligibility)}
        </Link>
      </nav>
    </>
  )
}
