import { Link } from '@tanstack/react-router'
import type { Bucket, RosterStatistics } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { SkeletonRows } from '../../../parts/states.tsx'

interface StatisticsPanelProps {
  readonly statistics: RosterStatistics | undefined
  readonly search: Search
}

/** The selection against everybody: bar for the selection, tick for everybody to the same size; each number is a filter. */
export function StatisticsPanel({ statistics, search }: StatisticsPanelProps) {
  const { say } = useSpeech()
  if (!statistics)
    return (
      <aside className="statistics">
        <SkeletonRows rows={14} height={30} />
      </aside>
    )
  return (
    <aside className="statistics" aria-label={say(rosterWords.statistics, { total: count(statistics.total) })}>
      <header>
        <h2>{say(rosterWords.statistics, { total: count(statistics.total) })}</h2>
        <span className="second">{say(rosterWords.statisticsNote)}</span>
      </header>
      {statistics.facets.map((facet) => (
        <Facet key={facet.name} facet={facet} statistics={statistics} search={search} />
      ))}
    </aside>
  )
}

interface FacetProps extends StatisticsPanelProps {
  readonly facet: RosterStatistics['facets'][number]
  readonly statistics: RosterStatistics
}

function Facet({ facet, statistics, search }: FacetProps) {
  const { say } = useSpeech()
  const scale = statistics.whole === 0 ? 0 : statistics.total / statistics.whole
  const longest = Math.max(1, ...facet.buckets.flatMap((bucket) => [bucket.count, bucket.whole * scale]))
  return (
    <section>
      <h3>{say(facet.label)}</h3>
      <ul>
        {facet.buckets.map((bucket) => (
          <li key={bucket.id}>
            <span className="cut" title={say(bucket.label)}>
              {say(bucket.label)}
            </span>
            <span className="statistics-bar" aria-hidden="true">
              <span style={{ width: `${(100 * bucket.count) / longest}%` }} />
              <i style={{ left: `${(100 * bucket.whole * scale) / longest}%` }} />
            </span>
            <Link to="/cadres" search={withBucket(search, bucket)} className="number">
              {count(bucket.count)}
              <span className="out-of-sight">
                {say(facet.label)} {say(bucket.label)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The address with the filter of a bar: its parameters set, those it leaves empty removed. */
export function withBucket(search: Search, bucket: Pick<Bucket, 'filter'>): Search {
  const next: Record<string, string | readonly string[]> = { ...search, ...bucket.filter }
  for (const [name, value] of Object.entries(next)) if (value === '') delete next[name]
  return next
}
