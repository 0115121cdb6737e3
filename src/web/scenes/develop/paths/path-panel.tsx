import { Link } from '@tanstack/react-router'
import { daysBetween, parseDate } from '#domain/calendar.ts'
import type { CareerPathShape, FindingShape, PathStepShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { exposureLabels, pathWords as words } from '../../../language/words/career-paths.ts'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

interface PathPanelProps {
  readonly path: CareerPathShape
  readonly place: number
  /** The ends of the time axis, which all paths share. */
  readonly from: string
  readonly to: string
}

export function PathPanel({ path, place, from, to }: PathPanelProps) {
  const { say, language } = useSpeech()
  const { steps, on, gained, uncertain } = path
  const title = say(steps.length === 1 ? words.direct : words.path, { place, on: day(on), moves: steps.length })
  const gains = gained.map((one) => say(exposureLabels[one])).join(language === 'zh' ? '、' : ', ')
  return (
    <Panel
      title={title}
      note={gains !== '' && say(words.gains, { list: gains })}
      aside={<VerdictMark verdict={path.verdict} />}
    >
      <Axis steps={steps} from={from} to={to} />
      <ol className="path-steps">
        {steps.map((step) => (
          <Step key={`${step.on} ${step.label.zh}`} step={step} />
        ))}
      </ol>
      {uncertain.length > 0 && (
        <details className="path-uncertain">
          <summary>
            {say(words.uncertain)} {uncertain.length}
          </summary>
          <ul>
            {uncertain.map(({ says, rule }) => (
              <li key={says.zh}>
                {say(says)}{' '}
                {rule && (
                  <Link to="/rules/$ruleId" params={{ ruleId: rule }}>
                    {say(words.rule)}
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
}

const daysFrom = (from: string, date: string): number =>
  Math.max(0, daysBetween(parseDate(from) ?? 0, parseDate(date) ?? 0))

/** The steps by their numbers on the time that all paths share; what they are is in the list below. */
function Axis({ steps, from, to }: Pick<PathPanelProps, 'from' | 'to'> & { steps: readonly PathStepShape[] }) {
  const { say } = useSpeech()
  const whole = Math.max(1, daysFrom(from, to))
  return (
    <div className="path-axis" aria-hidden="true">
      <span className="path-line" style={{ width: `${(100 * daysFrom(from, steps.at(-1)?.on ?? from)) / whole}%` }} />
      <span className="path-end">{say(words.today)}</span>
      {steps.map((step, place) => (
        <span
          key={`${step.on} ${step.label.zh}`}
          className={`path-node ${step.way}`}
          style={{ left: `${(100 * daysFrom(from, step.on)) / whole}%` }}
        >
          {place + 1}
        </span>
      ))}
    </div>
  )
}

function Step({ step: { label, on, verdict, waits, open, age, seats, vacant, way } }: { step: PathStepShape }) {
  const { say } = useSpeech()
  const notes = [
    age === null ? '' : say(words.aged, { age }),
    way === 'post' && seats !== null ? say(words.seats, { seats, vacant: vacant ?? 0 }) : '',
  ]
  return (
    <li>
      <b>{day(on)}</b> {say(label)} <VerdictMark verdict={verdict} />{' '}
      <span className="second">{notes.filter((note) => note !== '').join(' · ')}</span>
      <Rules title={say(words.waits)} findings={waits} />
      <Rules title={say(words.open)} findings={open} />
    </li>
  )
}

function Rules({ title, findings }: { title: string; findings: readonly FindingShape[] }) {
  const { say, language } = useSpeech()
  if (findings.length === 0) return null
  return (
    <p className="path-rules">
      <span className="second">{title}</span>{' '}
      {findings.map((finding) => (
        <span key={finding.rule}>
          {say(finding.reasons[0] ?? finding.basis.title)}{' '}
          <Link to="/rules/$ruleId" params={{ ruleId: finding.rule }} title={finding.basis.instrument}>
            {citationText(finding.basis, language)}
          </Link>{' '}
        </span>
      ))}
    </p>
  )
}
