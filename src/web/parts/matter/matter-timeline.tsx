import type { ReactNode } from 'react'
import type { MatterEventShape, MatterFactShape } from '#server/contract/index.ts'
import { day, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { matterWords as words } from '../../language/words/matters.ts'
import './matter.css'

interface MatterTimelineProps {
  readonly timeline: readonly MatterEventShape[]
  /** What may be done with an event: corrected, undone, its letter printed. */
  aside?(event: MatterEventShape): ReactNode
}

/**
 * Everything that happened, in order, each with who recorded it when. The cadre's own words stand apart in full; a
 * correction stands beside what it corrects, which is struck and stays.
 */
export function MatterTimeline({ timeline, aside }: MatterTimelineProps) {
  const correcting = new Set(timeline.flatMap(({ corrected }) => corrected))
  return (
    <ol className="matter-timeline">
      {timeline
        .filter(({ seq }) => !correcting.has(seq))
        .map((event) => (
          <EventLine
            key={event.seq}
            event={event}
            corrections={timeline.filter(({ seq }) => event.corrected.includes(seq))}
            aside={aside?.(event)}
          />
        ))}
    </ol>
  )
}

interface EventLineProps {
  readonly event: MatterEventShape
  readonly corrections: readonly MatterEventShape[]
  readonly aside: ReactNode
}

function EventLine({ event, corrections, aside }: EventLineProps) {
  const { say } = useSpeech()
  const { seq, label, on, asPerson, isShared, facts, note, effect, undone } = event
  const struck = new Set(corrections.flatMap((one) => one.facts.map(({ name }) => name)))
  return (
    <li className={asPerson ? 'matter-event own' : 'matter-event'} id={`event-${seq}`}>
      <span className="matter-event-day">{day(on)}</span>
      <div className="matter-event-said">
        <p>
          <b>{say(label)}</b>
          {asPerson && <span className="matter-own">{say(words.own)}</span>}
          {isShared && !asPerson && <span className="second"> {say(words.shared)}</span>}
        </p>
        {note !== null && <p className="matter-words">{note}</p>}
        <EventFacts facts={facts} struck={struck} />
        {effect.length > 0 && (
          <p className="second">
            {say(words.wrote, { rows: effect.join(say(frameWords.comma)) })}
            {undone && ` · ${say(words.undone)}`}
          </p>
        )}
        {corrections.map((one) => (
          <div key={one.seq} className="matter-correction">
            <p>
              {say(words.correction, { seq: one.seq })} <span className="second">{day(one.on)}</span>
            </p>
            {one.note !== null && <p className="matter-words">{one.note}</p>}
            <EventFacts facts={one.facts} />
            <By event={one} />
          </div>
        ))}
        {aside && <div className="matter-event-aside">{aside}</div>}
      </div>
      <By event={event} />
    </li>
  )
}

function By({ event: { byName, recordedAt } }: { readonly event: MatterEventShape }) {
  return (
    <span className="matter-event-by">
      {byName} <small>{minute(recordedAt)}</small>
    </span>
  )
}

const none: ReadonlySet<string> = new Set()

interface EventFactsProps {
  readonly facts: readonly MatterFactShape[]
  /** Names of those that were corrected. */
  readonly struck?: ReadonlySet<string>
}

/** What was recorded, a line for each field. */
export function EventFacts({ facts, struck = none }: EventFactsProps) {
  const { say } = useSpeech()
  if (facts.length === 0) return null
  return (
    <dl className="matter-facts">
      {facts.map(({ name, label, shown }) => (
        <div key={name} className={struck.has(name) ? 'struck' : ''}>
          <dt>{say(label)}</dt>
          <dd>{say(shown)}</dd>
        </div>
      ))}
    </dl>
  )
}
