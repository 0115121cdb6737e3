import { Link } from '@tanstack/react-router'
import type { CaseDetail } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { stepWords, caseWords as words } from '../../../language/words/cases.ts'

/** The way of the case from left to right: what is done with its day, where it stands, what is ahead, what does not apply and why. */
export function CasePath({ detail }: { detail: CaseDetail }) {
  const { say, language } = useSpeech()
  return (
    <nav className="course-path" aria-label={say(words.path)} tabIndex={0}>
      <ol>
        {detail.path.map((step) => (
          <li key={step.stage} className={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
            <span className="course-step-mark" aria-hidden="true" />
            {step.state === 'left-out' ? (
              <span className="course-step-name">{say(step.title)}</span>
            ) : (
              <Link
                to="/cases/$caseId"
                params={{ caseId: detail.caseId }}
                search={step.stage === detail.stage ? {} : { stage: step.stage }}
                className="course-step-name"
              >
                {say(step.title)}
              </Link>
            )}
            <span className="course-step-note">
              {step.state === 'left-out'
                ? `${say(stepWords[step.state])} ${citationText(step.basis, language)}`
                : step.enteredOn === null
                  ? say(step.optional ? words.stepOptional : stepWords[step.state])
                  : day(step.enteredOn)}
            </span>
            {step.why && <span className="out-of-sight">{say(step.why)}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
