import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { ReadinessShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { stepWords, timingWords } from '../../../language/words/timing.ts'

/** How far somebody is from the seat: the step, the first day, what it takes, and what excludes today. */
export function ReadinessCell({ readiness }: { readiness: ReadinessShape }) {
  const { say } = useSpeech()
  const { step, on } = readiness
  return (
    <>
      <p>
        <b>{say(stepWords[step])}</b>
        {step !== 'now' && on && (
          <>
            {' '}
            {say(timingWords.earliest)} {day(on)}
          </>
        )}
      </p>
      <Takes readiness={readiness} />
      <Excluded readiness={readiness} />
    </>
  )
}

/** Waiting, or the postings in their order. */
export function Takes({ readiness: { step, postings } }: { readiness: ReadinessShape }) {
  const { say } = useSpeech()
  if (step !== 'one' && step !== 'two') return null
  if (postings.length === 0) return <p>{say(timingWords.time)}</p>
  const posting = postings.map((one) => say(one)).join(say(timingWords.then))
  return <p>{say(timingWords.first, { posting })}</p>
}

/** The rules that exclude today, each a link, or the facts that are missing. */
export function Excluded({ readiness: { step, blocking, missing } }: { readiness: ReadinessShape }) {
  const { say, language } = useSpeech()
  if (step === 'now') return null
  return (
    <p className="second">
      {blocking.length > 0 && `${say(timingWords.rules)} `}
      {blocking.map(({ rule, basis }, place) => (
        <span key={rule}>
          {place > 0 && (language === 'zh' ? '、' : ', ')}
          <Link to="/rules/$ruleId" params={{ ruleId: rule }} title={say(basis.title)}>
            {citationText(basis, language)}
          </Link>
        </span>
      ))}
      {blocking.length === 0 && missing.length > 0 && (
        <>
          {say(timingWords.missing)}{' '}
          {missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')}
        </>
      )}
    </p>
  )
}
