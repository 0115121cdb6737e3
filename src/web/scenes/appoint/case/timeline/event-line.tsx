import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail, GateItem } from '#server/contract/index.ts'
import { citationText } from '../../../../language/citation.ts'
import { minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import type { Line } from './lines.ts'

interface EventLineProps {
  readonly line: Extract<Line, { kind: 'event' }>
  readonly detail: CaseDetail
}

/** One thing that happened: what, about whom, with which facts; what it was corrected to stands beside it. */
export function EventLine({ line, detail }: EventLineProps) {
  const { say } = useSpeech()
  const { event, corrections } = line
  const isCorrected = corrections.length > 0
  const corrected = new Set(corrections.flatMap(({ facts }) => facts.map(({ name }) => name)))
  return (
    <li className="case-event" id={line.id}>
      <span className="case-event-kind">{say(labelOf('caseEvent', event.kind))}</span>
      <div className={isCorrected ? 'case-event-said beside' : 'case-event-said'}>
        <p>
          <span className="quiet">{event.seq}</span> {say(event.says)}
        </p>
        {event.reason && <p className="second">{event.reason}</p>}
        {event.facts.length > 0 && <Facts facts={event.facts} struck={corrected} />}
        {event.gate.length > 0 && <GateAsItWas gate={event.gate} detail={detail} />}
      </div>
      {isCorrected && (
        <div className="case-correction">
          {corrections.map((one) => (
            <div key={one.seq}>
              <p>
                <a href={`#event-${one.seq}`}>{say(words.correctedBy, { seq: one.seq })}</a>{' '}
                <span className="second">{one.reason}</span>
              </p>
              <Facts facts={one.facts} />
            </div>
          ))}
        </div>
      )}
      <span className="case-event-by">
        {event.byName}
        <small>{minute(event.recordedAt)}</small>
      </span>
    </li>
  )
}

const none: ReadonlySet<string> = new Set()

function Facts({ facts, struck = none }: { facts: CaseDetail['facts']; struck?: ReadonlySet<string> }) {
  const { say } = useSpeech()
  return (
    <dl className="case-event-facts">
      {facts.map(({ name, label, shown }) => (
        <div key={name} className={struck.has(name) ? 'struck' : ''}>
          <dt>{say(label)}</dt>
          <dd>{say(shown)}</dd>
        </div>
      ))}
    </dl>
  )
}

function GateAsItWas({ gate, detail }: { gate: readonly GateItem[]; detail: CaseDetail }) {
  const { say, language } = useSpeech()
  return (
    <details className="case-versions">
      <summary>{say(words.gateThen, { count: gate.length })}</summary>
      <ul>
        {gate.map(({ finding, cadreId, override, answer }) => (
          <li key={`${finding.rule} ${cadreId}`} className="case-gate-then">
            <VerdictMark verdict={finding.verdict} />
            <span>
              {say(finding.basis.title)} <span className="second">{citationText(finding.basis, language)}</span>{' '}
              {detail.people.find((person) => person.cadreId === cadreId)?.name}
              {override && (
                <span className="second">
                  {' '}
                  {say(words.overriddenBy, { by: override.approvedBy, document: override.document, on: '' })}
                </span>
              )}
              {answer && <span className="second"> {answer.note}</span>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
