import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { visitsQuery } from '../../client/own-queries.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'

const shownFirst = 8

/** Looks at the record: the day, the office, what was opened, and for which purpose where one was recorded. */
export function OwnVisits() {
  const { say } = useSpeech()
  const asked = useQuery(visitsQuery)
  const [isWhole, setWhole] = useState(false)
  const visits = asked.data?.visits ?? []
  const shown = isWhole ? visits : visits.slice(0, shownFirst)
  return (
    <Panel title={say(words.visits)} note={say(words.visitsNote)}>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={3} height={40} />}
      {asked.data && visits.length === 0 && <p className="second">{say(words.noVisits)}</p>}
      <ul className="own-visits">
        {shown.map(({ on, office, what, purpose, times }, at) => (
          <li key={`${on} ${what.en} ${at}`}>
            <span className="own-when">{day(on)}</span>
            <span className="own-says">
              {say(office)} · {say(what)}
              {times > 1 && ` · ${say(words.times, { count: count(times) })}`}
              <small>{purpose === null ? say(words.noPurpose) : say(words.purposeOf, { purpose })}</small>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < visits.length && (
        <button type="button" className="plain-button" onClick={() => setWhole(true)}>
          {say(words.more, { count: count(visits.length) })}
        </button>
      )}
    </Panel>
  )
}
