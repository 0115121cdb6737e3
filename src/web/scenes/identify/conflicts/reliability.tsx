import { useQuery } from '@tanstack/react-query'
import type { EvidenceOverview } from '#server/contract/index.ts'
import { evidenceOverviewQuery } from '../../../client/queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { surety } from './surety.ts'

const kinds: Record<
  EvidenceOverview['reliability'][number]['kind'],
  (typeof words)['kindDate' | 'kindTerm' | 'kindText']
> = {
  date: words.kindDate,
  term: words.kindTerm,
  text: words.kindText,
}

/** How often each source turned out right wherever another spoke of the same fact. */
export function Reliability() {
  const { say } = useSpeech()
  const overview = useQuery(evidenceOverviewQuery({ limit: 100 }))
  if (overview.isError) return <ErrorPanel error={overview.error} onRetry={() => void overview.refetch()} />
  if (!overview.data) return <SkeletonRows rows={8} height={32} />
  const { reliability } = overview.data
  if (reliability.length === 0) return <EmptyState why={say(words.sourcesNone)} next={say(words.noneUntilNext)} />
  return (
    <Panel
      title={say(words.partSources)}
      explained="reliability"
      note={say(words.sourcesNote)}
      flush
      className="reliability"
    >
      <WideTable label={say(words.partSources)} className="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.source)}</th>
            <th scope="col">{say(words.kind)}</th>
            {[words.checked, words.before, words.estimated].map((label) => (
              <th key={label.en} scope="col" className="number">
                {say(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reliability.map((row) => (
            <tr key={`${row.source.en} ${row.kind}`}>
              <td>{say(row.source)}</td>
              <td>{say(kinds[row.kind])}</td>
              <td className="number">{count(row.facts)}</td>
              <td className="number">{surety(row.before)}</td>
              <td className="number">
                {say(words.interval, { lower: surety(row.lower), upper: surety(row.upper) })} · {surety(row.estimated)}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
