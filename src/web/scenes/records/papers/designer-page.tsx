import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import type { DesignList, RosterDesign, SavedDesign } from '#server/contract/index.ts'
import { designsQuery, rosterPreviewQuery, rosterProgressQuery } from '../../../client/paper-queries.ts'
import { rosterChoicesQuery } from '../../../client/queries.ts'
import type { Query } from '../../../client/request.ts'
import { valueOf } from '../../../client/search.ts'
import { count, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { designWords, paperWords, sortingLabels, takeOutWords } from '../../../language/words/papers.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PaperSheet } from '../../../parts/paper-sheet.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { filterOf } from '../roster/clauses.ts'
import { FilterSentence } from '../roster/filter-sentence.tsx'
import '../roster/roster.css'
import { ColumnList, MoreColumns } from './column-list.tsx'
import { DesignBar } from './design-bar.tsx'
import { LayoutFields } from './layout-fields.tsx'
import './papers.css'
import './designer.css'

/** Designs a roster of whom the sentence lists: the address is that of the roster. */
export function DesignerPage() {
  const { say } = useSpeech()
  const designs = useQuery(designsQuery)
  return (
    <>
      <PageTitle title={say(designWords.menu)} views={<PageViews of="/papers" />} />
      {designs.isError && <ErrorPanel error={designs.error} onRetry={() => void designs.refetch()} />}
      {designs.isPending && <SkeletonRows rows={12} height={36} />}
      {designs.data && <Designer designs={designs.data} />}
    </>
  )
}

function Designer({ designs: { usual, saved } }: { designs: DesignList }) {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/papers/designs' })
  const navigate = useNavigate()
  const offered = useQuery(rosterChoicesQuery).data
  const filter = useMemo(() => filterOf(search), [search])
  const [from, setFrom] = useState<SavedDesign | undefined>(() =>
    saved.find(({ designId }) => designId === valueOf(search, 'design')),
  )
  const [draft, setDraft] = useState<RosterDesign>(from?.design ?? usual)
  const setColumns = (columns: RosterDesign['columns'] | readonly RosterDesign['columns'][number][]) =>
    setDraft({ ...draft, columns: [...columns] })
  return (
    <>
      <DesignBar
        usual={usual}
        saved={saved}
        draft={draft}
        from={from}
        onTake={(design, next) => {
          setDraft(design)
          setFrom(next)
        }}
      />
      <div className="design-sentence">
        <FilterSentence
          search={search}
          offered={offered}
          sortedBy={say(rosterWords.sortedBy, { column: sortingLabels[draft.sort] })}
          onChange={(next) => void navigate({ to: '/papers/designs', search: next })}
        />
      </div>
      <div className="papers designer">
        <div className="papers-column">
          <Panel title={say(designWords.columns)} note={say(designWords.columnsNote)}>
            <ColumnList columns={draft.columns} onChange={setColumns} />
            <details className="design-others">
              <summary>{say(designWords.more)}</summary>
              <MoreColumns columns={draft.columns} onChange={setColumns} />
            </details>
          </Panel>
          <Panel title={say(designWords.layout)}>
            <LayoutFields design={draft} onChange={setDraft} />
          </Panel>
          <Panel title={say(designWords.take)}>
            <TakeRoster design={draft} filter={filter} />
          </Panel>
        </div>
        <Preview design={draft} filter={filter} />
      </div>
    </>
  )
}

const isWhole = (design: RosterDesign): boolean => design.columns.length > 0 && design.title.trim() !== ''

function TakeRoster({ design, filter }: { design: RosterDesign; filter: Query }) {
  const { say } = useSpeech()
  const [ticket, setTicket] = useState<string>()
  const fraction = useQuery(rosterProgressQuery(ticket)).data?.fraction
  return (
    <TakeOut
      path="/rosters/file"
      formats={['xlsx', 'pdf']}
      order={isWhole(design) ? { design, filter } : undefined}
      making={fraction ? say(takeOutWords.makingPart, { percent: percent(fraction) }) : undefined}
      onBegin={() => {
        const next = crypto.randomUUID()
        setTicket(next)
        return { ticket: next }
      }}
      onEnd={() => setTicket(undefined)}
    />
  )
}

function Preview({ design, filter }: { design: RosterDesign; filter: Query }) {
  const { say } = useSpeech()
  const asked = useDeferredValue(design)
  const preview = useQuery({ ...rosterPreviewQuery(asked, filter), enabled: isWhole(asked) })
  const seen = preview.data
  const rows = seen?.groups.reduce((sum, group) => sum + group.rows.length, 0) ?? 0
  return (
    <Panel
      title={say(designWords.preview)}
      note={seen && say(designWords.people, { count: count(seen.people) })}
      aside={seen && rows < seen.people && say(paperWords.shown, { shown: rows })}
      flush
    >
      {!isWhole(design) && <EmptyState why={say(designWords.noColumns)} next={say(designWords.noColumnsNext)} />}
      {isWhole(design) && preview.isError && (
        <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />
      )}
      {isWhole(design) && preview.isPending && <SkeletonRows rows={14} height={28} />}
      {isWhole(design) && !preview.isError && seen?.people === 0 && (
        <EmptyState
          why={say(designWords.nobody)}
          next={<Link to="/papers/designs">{say(designWords.nobodyNext)}</Link>}
        />
      )}
      {isWhole(design) && !preview.isError && seen && seen.people > 0 && (
        <PaperSheet paper={seen} stale={preview.isPlaceholderData} />
      )}
    </Panel>
  )
}
