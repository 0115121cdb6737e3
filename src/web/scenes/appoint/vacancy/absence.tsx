import { useQuery } from '@tanstack/react-query'
import type { AbsenceAnswer, FindingShape } from '#server/contract/index.ts'
import { absenceQuery } from '../../../client/queries.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { absenceWords } from '../../../language/words/seats.ts'
import { IntervalBar } from '../../../parts/interval-bar.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import './absence.css'

interface AbsenceProps {
  readonly positionId: string
  /** Who is asked after; nobody yet where undefined. */
  readonly cadreId: string | undefined
  onAsk(cadreId: string | undefined): void
}

/** Why somebody is not on the list: the rules that exclude and when they turn, or the fit against the first tier. */
export function Absence({ positionId, cadreId, onAsk }: AbsenceProps) {
  const { say } = useSpeech()
  const answer = useQuery({ ...absenceQuery(positionId, cadreId ?? ''), enabled: cadreId !== undefined })
  return (
    <section className="absence" aria-label={say(absenceWords.title)}>
      <h2>{say(absenceWords.title)}</h2>
      <PersonSearch label={say(absenceWords.search)} onPick={(person) => onAsk(person.cadreId)} />
      <div aria-live="polite">
        {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isLoading && <SkeletonRows rows={3} height={24} />}
        {cadreId !== undefined && answer.data && <Answer answer={answer.data} onClose={() => onAsk(undefined)} />}
      </div>
    </section>
  )
}

function Answer({ answer, onClose }: { answer: AbsenceAnswer; onClose(): void }) {
  const { say } = useSpeech()
  const isListed = answer.cause === 'listed'
  return (
    <div className="absence-answer">
      <h3>
        {answer.person.name}
        <span>{say(isListed ? absenceWords.listed : absenceWords.absent)}</span>
      </h3>
      <p>{say(answer.says)}</p>
      <Rules title={say(absenceWords.blocking)} findings={answer.cause === 'unmet' ? answer.blocking : []} />
      <Rules title={say(absenceWords.openPoints)} findings={answer.turnsOn === null ? [] : answer.open} />
      <FitBesideTier answer={answer} />
      <p>
        <button type="button" className="plain-button" onClick={onClose}>
          {say(absenceWords.close)}
        </button>
      </p>
    </div>
  )
}

function Rules({ title, findings }: { title: string; findings: readonly FindingShape[] }) {
  const { say, language } = useSpeech()
  if (findings.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {findings.map(({ rule, verdict, basis, reasons }) => (
          <li key={rule}>
            <VerdictShape verdict={verdict} size={12} /> {reasons[0] ? say(reasons[0]) : say(basis.title)}{' '}
            <span className="quiet">{citationText(basis, language)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FitBesideTier({ answer: { fit, firstTier, cause } }: { answer: AbsenceAnswer }) {
  const { say } = useSpeech()
  if (!fit?.separable || !firstTier) return null
  const least = Math.min(fit.lower, firstTier.lower)
  const most = Math.max(fit.upper, firstTier.upper)
  const margin = (most - least) * 0.04
  return (
    <div>
      <h3>{say(absenceWords.fit)}</h3>
      <div className="absence-fit">
        <IntervalBar interval={fit} scale={{ from: least - margin, to: most + margin }} band={firstTier} />
      </div>
      <p className="second">{say(absenceWords.fitNote, { size: count(firstTier.size) })}</p>
      {cause === 'unmet' && <p className="second">{say(absenceWords.anyway)}</p>}
    </div>
  )
}
