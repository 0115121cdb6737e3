import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { CaseList, CaseSummary } from '#server/contract/index.ts'
import { casesQuery } from '../../../client/case-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseListWords as words } from '../../../language/words/cases.ts'
import '../../../parts/buttons.css'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { CaseTable } from './case-table.tsx'
import { CaseFilters } from './filters.tsx'
import { StageBoard } from './stage-board.tsx'
import './cases.css'

const asked = ['stage', 'kind', 'standing', 'batch', 'handler', 'due', 'cadre', 'position'] as const

/** What of the address the server is asked. Closed cases come when they are asked for. */
const questionOf = (search: Search) => ({
  standing: ['open', 'suspended'],
  ...Object.fromEntries(asked.flatMap((name) => (search[name] ? [[name, search[name]]] : []))),
})

/** Every case that is under way: what is due first, then by stage, as columns or as a table. */
export function CasesPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/cases' })
  const navigate = useNavigate({ from: '/cases' })
  const list = useQuery(casesQuery(questionOf(search)))
  const isTable = valueOf(search, 'view') === 'table'
  const change = (name: string, value: string) =>
    void navigate({ search: { ...search, [name]: value }, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={list.data && say(words.sum, sumOf(list.data))}
        aside={
          <Link to="/cases/new" className="main-button">
            {say(words.add)}
          </Link>
        }
        views={<Views search={search} isTable={isTable} />}
      />
      {list.data && <CaseFilters list={list.data} search={search} onChange={change} />}
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} height={46} />}
      {list.data?.cases.length === 0 && <NoCases isFiltered={asked.some((name) => search[name])} />}
      {list.data && list.data.cases.length > 0 && <Shown list={list.data} isTable={isTable} />}
    </>
  )
}

function Views({ search, isTable }: { search: Search; isTable: boolean }) {
  const { view: _, ...kept } = search
  return (
    <ListViews
      label={words.views}
      views={(['board', 'table'] as const).map((view) => ({
        label: words[view],
        search: view === 'table' ? { ...kept, view } : kept,
        isHere: isTable === (view === 'table'),
      }))}
    />
  )
}

const sumOf = ({ cases }: CaseList) => ({
  open: count(cases.filter(({ standing }) => standing === 'open').length),
  suspended: count(cases.filter(({ standing }) => standing === 'suspended').length),
})

function NoCases({ isFiltered }: { isFiltered: boolean }) {
  const { say } = useSpeech()
  return (
    <div className="sheet">
      {isFiltered ? (
        <EmptyState why={say(words.noneSo)} next={<Link to="/cases">{say(words.noneSoNext)}</Link>} />
      ) : (
        <EmptyState why={say(words.none)} next={<Link to="/cases/new">{say(words.noneNext)}</Link>} />
      )}
    </div>
  )
}

function Shown({ list, isTable }: { list: CaseList; isTable: boolean }) {
  const { say } = useSpeech()
  if (isTable) return <CaseTable cases={list.cases} today={list.today} />
  const open = list.cases.filter(({ standing }) => standing === 'open')
  const apart = list.cases.filter(({ standing }) => standing !== 'open')
  return (
    <div className="cases">
      <DueFirst cases={open} />
      {open.length > 0 && <StageBoard cases={open} today={list.today} />}
      {apart.length > 0 && (
        <section aria-label={say(words.apart)}>
          <h2 className="cases-apart">{say(words.apart)}</h2>
          <CaseTable cases={apart} today={list.today} />
        </section>
      )}
    </div>
  )
}

const shownDue = 6

/** The next thing due of each case, the earliest first. */
function DueFirst({ cases }: { cases: readonly CaseSummary[] }) {
  const { say } = useSpeech()
  const due = cases
    .flatMap((one) => (one.next?.on ? [{ ...one, next: one.next, on: one.next.on }] : []))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .slice(0, shownDue)
  if (due.length === 0) return null
  return (
    <Panel title={say(words.dueFirst)} flush>
      <ul className="cases-due">
        {due.map(({ caseId, title, next, on }) => (
          <li key={caseId}>
            <span className={`cases-due-day ${next.due}`}>{day(on)}</span>
            <span className="cut">{say(next.label)}</span>
            <Link to="/cases/$caseId" params={{ caseId }} className="cut">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
