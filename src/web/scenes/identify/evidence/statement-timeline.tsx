import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { EvidenceSheet } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

type Statement = EvidenceSheet['statements'][number]

const shownAtFirst = 12

/** Every statement about the person down the years: when, by which channel, of what. */
export function StatementTimeline({ statements }: { statements: readonly Statement[] }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const shown = all ? statements : statements.slice(0, shownAtFirst)
  const years = Map.groupBy(shown, ({ recordedOn }) => recordedOn.slice(0, 4))
  return (
    <Panel
      title={say(words.timeline)}
      explained="copied"
      note={say(words.timelineNote, { total: count(statements.length) })}
      flush
    >
      {statements.length === 0 && <EmptyState why={say(words.timelineNone)} next={say(words.timelineNext)} />}
      <ol className="statement-years">
        {[...years].map(([year, group]) => (
          <li key={year}>
            <h3>{year}</h3>
            <ol>
              {group.map((statement) => (
                <StatementItem key={statement.id} statement={statement} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
      {shown.length < statements.length && (
        <p className="findings-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(words.showRest, { count: statements.length - shown.length })}
          </button>
        </p>
      )}
    </Panel>
  )
}

function StatementItem({ statement }: { statement: Statement }) {
  const { say } = useSpeech()
  const { aspect, tone, asserts, repeats, observedOn } = statement
  const about = [
    aspect && say(labelOf('aspect', aspect)),
    tone && tone !== 'neutral' && say(labelOf('tone', tone)),
    statement.event,
    observedOn && say(asserts ? words.paperOf : words.seenOn, { on: day(observedOn) }),
  ].filter(Boolean)
  return (
    <li className="statement">
      <p className="statement-head">
        <time dateTime={statement.recordedOn}>{day(statement.recordedOn).slice(5)}</time>
        <span>
          <b>{say(statement.channelLabel)}</b> <span className="second">{statement.sourceName}</span>
        </span>
        <span className="second statement-id">{statement.id}</span>
      </p>
      <div className="statement-body">
        {about.length > 0 && <p className="second">{about.join(' · ')}</p>}
        {asserts && <p>{say(words.states, { field: say(asserts.field), value: say(asserts.value) })}</p>}
        {statement.text && <p>{statement.text}</p>}
        {repeats && <p className="quiet">{say(words.repeats, { id: repeats })}</p>}
      </div>
    </li>
  )
}
