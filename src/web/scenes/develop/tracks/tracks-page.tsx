import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TrackPage } from '#server/contract/index.ts'
import { tracksQuery } from '../../../client/development-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { developmentWords, trackWords as words } from '../../../language/words/development.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import '../needs/needs.css'

const pageSize = 100

/** Tracks that careers speak for and nobody has confirmed: those that differ from the record, and those it has not. */
export function TracksPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/development/tracks' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const verdict = valueOf(search, 'verdict') ?? 'differs'
  const asked = useQuery({ ...tracksQuery({ verdict, offset, limit: pageSize }), placeholderData: keepPreviousData })
  const list = asked.data
  const show = (next: Search) => void navigate({ to: '/development/tracks', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={list && say(words.count, { count: count(list.counts.differs + list.counts.new) })}
        views={
          list && (
            <ListViews
              label={words.views}
              views={(['differs', 'new'] as const).map((one) => ({
                label: words[one],
                count: list.counts[one],
                search: { verdict: one },
                isHere: verdict === one,
              }))}
            />
          )
        }
      />
      <p className="page-purpose">{say(words.note)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={12} height={46} />}
      {list && (
        <>
          <div className="sheet">
            {list.total === 0 ? <EmptyState why={say(words.none)} /> : <Rows rows={list.rows} />}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </>
      )}
    </>
  )
}

function Rows({ rows }: { readonly rows: TrackPage['rows'] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures needs">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              developmentWords.person,
              developmentWords.post,
              words.recorded,
              words.proposed,
              developmentWords.why,
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.cadreId}>
            <th scope="row">
              <Link
                to="/cadres/$cadreId"
                params={{ cadreId: row.cadreId }}
                search={{ part: 'development' }}
                title={say(words.look)}
              >
                {row.name}
              </Link>
            </th>
            <td>
              {row.unitName} {row.title}
            </td>
            <td>{say(row.recorded === null ? words.nothing : labelOf('track', row.recorded))}</td>
            <td>{say(labelOf('track', row.proposed))}</td>
            <td>
              {row.finding.reasons.map((reason) => (
                <p key={reason.en}>{say(reason)}</p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
