import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { EstimateShape, EvaluationRow } from '#server/contract/index.ts'
import { evaluationsQuery } from '../../../client/principal-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { analysisWords } from '../../../language/words/analysis.ts'
import { principalWords as words } from '../../../language/words/principals.ts'
import { AnalyseAgain } from '../../../parts/analyse-again.tsx'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './principals.css'
import { Evaluations } from './principals-table.tsx'

const pageSize = 100

/** Principals against comparable principals: yearly results, intervals of ratings and achievement, the team beside. */
export function EvaluationsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/principals/evaluations' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const kind = valueOf(search, 'kind')
  const list = useQuery(evaluationsQuery({ kind, offset, limit: pageSize }))
  return (
    <>
      <PageTitle
        title={say(words.evaluations)}
        note={list.data && say(words.auditCount, { count: count(list.data.total) })}
        views={<PageViews of="/principals" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={12} height={46} />}
      {list.data && (
        <>
          <p className="page-purpose">{say(words.evaluationsNote)}</p>
          <ListViews
            isLine
            label={words.kinds}
            views={[
              { label: words.all, search: {}, isHere: kind === undefined },
              ...list.data.kinds.map((one) => ({
                label: labelOf('unitKind', one.kind),
                count: one.count,
                search: { kind: one.kind },
                isHere: kind === one.kind,
              })),
            ]}
          />
          <div className="sheet">
            {list.data.asOf === null && (
              <EmptyState
                why={say(words.notAnalysed)}
                next={<AnalyseAgain className="plain-button">{say(analysisWords.title)}</AnalyseAgain>}
              />
            )}
            <EvaluationTable rows={list.data.rows} />
            <Pager
              offset={offset}
              size={pageSize}
              total={list.data.total}
              onMove={(next) =>
                void navigate({ to: '/principals/evaluations', search: { ...search, offset: String(next) } })
              }
            />
          </div>
        </>
      )}
    </>
  )
}

function EvaluationTable({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { say } = useSpeech()
  const scales = {
    rating: scaleOf(rows.map(({ rating }) => rating?.estimate ?? null)),
    contribution: scaleOf(rows.map(({ contribution }) => contribution?.estimate ?? null)),
    condition: scaleOf(rows.map(({ condition }) => condition)),
  }
  return (
    <WideTable label={say(words.evaluations)} className="figures principals measures">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              words.name,
              words.results,
              explainedBy('rating', words.rating),
              explainedBy('contribution', words.contribution),
              explainedBy('condition', words.condition),
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.cadreId} ${row.unitId}`}>
            <th scope="row">
              <Link to="/principals/$cadreId" params={{ cadreId: row.cadreId }}>
                {row.name}
              </Link>
              <small>{row.seat}</small>
            </th>
            <td>
              <Evaluations of={row.evaluations} />
            </td>
            <td>
              <Measured of={row.rating} scale={scales.rating} />
            </td>
            <td>
              <Measured of={row.contribution} scale={scales.contribution} />
            </td>
            <td>
              <Bar of={row.condition} scale={scales.condition} />
              <small>
                <Link to="/teams/$unitId" params={{ unitId: row.unitId }}>
                  {say(words.teamPaper)}
                </Link>
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** One scale for a column: from the least lower bound to the greatest upper one. */
export function scaleOf(estimates: readonly (EstimateShape | null)[]): Scale {
  const known = estimates.flatMap((one) => (one?.separable ? [one] : []))
  if (known.length === 0) return { from: -1, to: 1 }
  return { from: Math.min(...known.map(({ lower }) => lower)), to: Math.max(...known.map(({ upper }) => upper)) }
}

/** An interval, and the ranks that it leaves open among comparable principals. */
export function Measured({ of, scale }: { readonly of: EvaluationRow['rating']; readonly scale: Scale }) {
  const { say } = useSpeech()
  if (of === null) return <span className="quiet">{say(words.noMeasure)}</span>
  const { rank, estimate } = of
  return (
    <>
      <Bar of={estimate} scale={scale} />
      {rank && (
        <small>
          {rank.alike + 1 === rank.of ? (
            say(words.allAlike, { of: rank.of })
          ) : (
            <>
              {say(words.rank, { from: rank.from, to: rank.to, of: rank.of })}
              {rank.alike > 0 && ` · ${say(words.alike, { alike: rank.alike })}`}
            </>
          )}
        </small>
      )}
    </>
  )
}

export function Bar({ of, scale }: { readonly of: EstimateShape | null; readonly scale: Scale }) {
  const { say } = useSpeech()
  if (of === null) return <span className="quiet">{say(words.noMeasure)}</span>
  return of.separable ? <IntervalBar interval={of} scale={scale} /> : <NoInterval cause={say(of.cause)} />
}
