import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'
import { trainingNeedsQuery } from '../../../client/training-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const pageSize = 50
const states = {
  met: words.met,
  unmet: words.unmet,
  unknown: words.unknown,
  makeup: words.makeUps,
  closing: words.closing,
} as const

/** The people behind a count: of a topic, or of a rule on hours. */
export function NeedList({ search }: { search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const topic = valueOf(search, 'topic')
  const state = (valueOf(search, 'state') ?? 'unmet') as keyof typeof states
  const asked = { topic, rule: valueOf(search, 'rule'), state, offset, limit: pageSize }
  const needs = useQuery({ ...trainingNeedsQuery(asked), placeholderData: keepPreviousData })
  if (needs.isError) return <ErrorPanel error={needs.error} onRetry={() => void needs.refetch()} />
  if (!needs.data) return <SkeletonRows rows={6} height={32} />
  const list = needs.data
  const title = say(words.listOf, { title: list.title, state: topic ? words.lacking : states[state] })
  return (
    <Panel
      title={title}
      note={say(words.people, { total: count(list.total) })}
      aside={<Link to="/training">{say(words.close)}</Link>}
      flush
    >
      {list.total === 0 ? (
        <EmptyState why={say(words.nobody)} next={<Link to="/training">{say(words.noneListedNext)}</Link>} />
      ) : (
        <WideTable label={title} className="figures">
          <thead>
            <tr>
              <ColumnHeads heads={[words.who, words.post]} />
              {!topic && (
                <ColumnHeads
                  heads={[words.recognised, explainedBy('training-hours', words.required), words.gap]}
                  figures
                />
              )}
              <ColumnHeads heads={topic ? [words.due] : [words.due, words.startBy]} />
            </tr>
          </thead>
          <tbody>
            {list.rows.map((row) => (
              <tr key={row.cadreId}>
                <th scope="row">
                  <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                    {row.name}
                  </Link>
                </th>
                <td>{row.post}</td>
                {!topic && <td className="number">{row.recognisedHours}</td>}
                {!topic && <td className="number">{row.required}</td>}
                {!topic && <td className="number">{row.gap ?? ''}</td>}
                <td>{row.due && day(row.due)}</td>
                {!topic && <td>{row.startBy && day(row.startBy)}</td>}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
      <Pager
        offset={offset}
        size={pageSize}
        total={list.total}
        onMove={(next) =>
          void navigate({ to: '/training', search: { ...search, offset: String(next) }, resetScroll: false })
        }
      />
    </Panel>
  )
}
