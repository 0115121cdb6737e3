import { Link } from '@tanstack/react-router'
import { Popover } from 'antd'
import { type FacetName, facetNames } from '#domain/lexicon/roster-facets.ts'
import type { Bucket, RosterStatistics } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { SkeletonRows } from '../../../parts/states.tsx'
import { facetLabel, facetsIn } from './facets.ts'
import './statistics-panel.css'

interface StatisticsPanelProps {
  readonly statistics: RosterStatistics | undefined
  readonly search: Search
  onShow(search: Search): void
  onFold(): void
}

/** The selection against everybody: bar for the selection, tick for everybody to the same size; each number is a filter. */
export function StatisticsPanel({ statistics, search, onShow, onFold }: StatisticsPanelProps) {
  const { say } = useSpeech()
  if (!statistics)
    return (
      <aside className="statistics">
        <SkeletonRows rows={14} height={30} />
      </aside>
    )
  const title = say(rosterWords.statistics, { total: count(statistics.total) })
  const shown = facetsIn(search)
  return (
    <aside className="statistics" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span className="second">{say(rosterWords.statisticsNote)}</span>
        <span className="statistics-acts">
          <Facets shown={shown} search={search} onShow={onShow} />
          <button type="button" className="plain-button" onClick={onFold}>
            {say(rosterWords.fold)}
          </button>
        </span>
      </header>
      {statistics.facets.map((facet) => (
        <Facet key={facet.name} facet={facet} statistics={statistics} search={search} />
      ))}
    </aside>
  )
}

interface FacetsProps {
  readonly shown: readonly FacetName[]
  readonly search: Search
  onShow(search: Search): void
}

/** Which questions the panel answers; at least one. */
function Facets({ shown, search, onShow }: FacetsProps) {
  const { say } = useSpeech()
  const turn = (name: FacetName) =>
    onShow({ ...search, facets: facetNames.filter((one) => (one === name) !== shown.includes(one)) })
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <fieldset className="facet-choice">
          <legend className="out-of-sight">{say(rosterWords.facets)}</legend>
          {facetNames.map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={shown.includes(name)}
                disabled={shown.length === 1 && shown.includes(name)}
                onChange={() => turn(name)}
              />{' '}
              {say(facetLabel(name))}
            </label>
          ))}
        </fieldset>
      }
    >
      <button type="button" className="plain-button">
        {say(rosterWords.facets)}
      </button>
    </Popover>
  )
}

interface FacetProps {
  readonly facet: RosterStatistics['facets'][number]
  readonly statistics: RosterStatistics
  readonly search: Search
}

function Facet({ facet, statistics, search }: FacetProps) {
  const { say } = useSpeech()
  const scale = statistics.whole === 0 ? 0 : statistics.total / statistics.whole
  const longest = Math.max(1, ...facet.buckets.flatMap((bucket) => [bucket.count, bucket.whole * scale]))
  return (
    <section>
      <h3>{say(facet.label)}</h3>
      <table>
        <caption className="out-of-sight">{say(facet.label)}</caption>
        <thead className="out-of-sight">
          <tr>
            <ColumnHeads heads={[facet.label, rosterWords.ofWhole, rosterWords.ofThese]} />
          </tr>
        </thead>
        <tbody>
          {facet.buckets.map((bucket) => (
            <tr key={bucket.id}>
              <th scope="row" className="cut" title={say(bucket.label)}>
                {say(bucket.label)}
              </th>
              <td className="statistics-drawn">
                <span className="statistics-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * bucket.count) / longest}%` }} />
                  <i style={{ left: `${(100 * bucket.whole * scale) / longest}%` }} />
                </span>
                <span className="out-of-sight">{count(bucket.whole)}</span>
              </td>
              <td className="number">
                <Link to="/cadres" search={withBucket(search, bucket)}>
                  {count(bucket.count)}
                  <span className="out-of-sight">
                    {say(facet.label)} {say(bucket.label)}
                  </span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The address with the filter of a bar: its parameters set, those it leaves empty removed. */
export function withBucket(search: Search, bucket: Pick<Bucket, 'filter'>): Search {
  const next: Record<string, string | readonly string[]> = { ...search, ...bucket.filter }
  for (const [name, value] of Object.entries(next)) if (value === '') delete next[name]
  return next
}
