import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Home } from '#server/contract/index.ts'
import { count, day } from '../../language/format.ts'
import { type Say, useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState } from '../../parts/states.tsx'

/** When each source was last heard; the bar grows with its silence. */
export function Sources({ sources, arrived }: { sources: Home['sources']; arrived: number }) {
  const { say } = useSpeech()
  const longest = Math.max(30, ...sources.map((source) => source.daysAgo))
  return (
    <Panel
      title={say(homeWords.sources)}
      note={say(homeWords.sourcesNote)}
      aside={arrived > 0 && <Link to="/deliveries">{say(homeWords.arrived, { count: count(arrived) })}</Link>}
    >
      {sources.length === 0 ? (
        <EmptyState why={say(homeWords.noSources)} />
      ) : (
        <ul className="home-sources">
          {sources.toReversed().map((source) => (
            <li key={`${source.channel} ${source.unitName}`}>
              <span className="cut" title={source.unitName ?? undefined}>
                {say(labelOf('statementChannel', source.channel))} <span className="quiet">{source.unitName}</span>
              </span>
              <span className="home-silence" aria-hidden="true">
                <span style={{ width: `${(100 * source.daysAgo) / longest}%` }} />
              </span>
              <span className="number" title={day(source.lastOn)}>
                {silence(source.daysAgo, say)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function silence(days: number, say: Say): string {
  if (days === 0) return say(homeWords.today)
  return days === 1 ? say(homeWords.yesterday) : say(homeWords.daysAgo, { days: count(days) })
}
