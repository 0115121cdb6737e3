import { useState } from 'react'
import type { UnitEvent } from '#server/contract/index.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitEventLabels, unitWords as words } from '../../../language/words/units.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const most = 12

/** What happened to the unit, its seats and its quotas: when it was true, and when it was recorded. */
export function UnitHistory({ history }: { history: readonly UnitEvent[] }) {
  const { say } = useSpeech()
  const [shown, setShown] = useState(most)
  return (
    <Panel title={say(words.history)} note={say(words.historyNote)} flush>
      {history.length === 0 ? (
        <EmptyState why={say(words.noHistory)} />
      ) : (
        <WideTable label={say(words.history)} className="figures unit-history">
          <thead>
            <tr>
              <ColumnHeads heads={[words.happened, words.event, words.recorded]} />
            </tr>
          </thead>
          <tbody>
            {history.slice(0, shown).map((event, at) => (
              <EventLine key={`${event.knownAt} ${event.what} ${at}`} event={event} />
            ))}
          </tbody>
        </WideTable>
      )}
      {history.length > shown && (
        <p className="unit-more">
          <button type="button" className="plain-button" onClick={() => setShown(history.length)}>
            {say(words.more, { count: count(history.length - shown) })}
          </button>
        </p>
      )}
    </Panel>
  )
}

function EventLine({ event }: { event: UnitEvent }) {
  const { say } = useSpeech()
  const { what, on, about, was, is, knownAt } = event
  const nothing = say(words.nothing)
  return (
    <tr>
      <td className="quiet">{on === null ? say(words.notDated) : day(on)}</td>
      <td>
        {say(unitEventLabels[what])} {about}
        {(was || is) && (
          <span className="second">
            {' '}
            {say(words.fromTo, { was: was ? say(was) : nothing, is: is ? say(is) : nothing })}
          </span>
        )}
      </td>
      <td className="quiet">{day(knownAt)}</td>
    </tr>
  )
}
