import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { TodoPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../client/search.ts'
import { todosQuery } from '../../client/todo-queries.ts'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { bandWords, todoWords as words } from '../../language/words/todos.ts'
import '../../parts/buttons.css'
import { FilterLine } from '../../parts/filter-line.tsx'
import { PageTitle } from '../../parts/page-title.tsx'
import { PageViews } from '../../parts/page-views.tsx'
import { Pager } from '../../parts/pager.tsx'
import { RaisedDues } from '../../parts/raised-dues.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import '../../parts/views.css'
import { CalendarDialog } from './calendar-dialog.tsx'
import { TodoList } from './todo-list.tsx'
import { TodoMonthView } from './todo-month.tsx'
import './todos.css'

const filters = ['scope', 'kind', 'unit', 'officer', 'unseen', 'raised', 'band', 'day', 'item'] as const
const pageSize = 50

/** Of the address, what the server is asked. */
const questionOf = (search: Search) =>
  Object.fromEntries(filters.flatMap((name) => (search[name] ? [[name, search[name]]] : [])))

/** Everything due that this account may see: a list with what is overdue on top, or a month. */
export function TodosPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/todos' })
  const navigate = useNavigate({ from: '/todos' })
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const list = useQuery(todosQuery({ ...questionOf(search), offset, limit: pageSize }))
  const isMonth = valueOf(search, 'view') === 'month'
  const [isTaking, setTaking] = useState(false)
  const change = (changed: Search) =>
    void navigate({ search: { ...search, offset: '', ...changed }, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={list.data && say(words.sum, sumOf(list.data))}
        aside={
          <button type="button" className="side-button" onClick={() => setTaking(true)}>
            {say(words.takeOut)}
          </button>
        }
        views={<PageViews of="/todos" />}
      />
      <RaisedDues />
      <Scopes search={search} onChange={change} />
      {list.data && <TodoFilters page={list.data} search={search} onChange={change} />}
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} height={52} />}
      {isMonth ? (
        <TodoMonthView asked={questionOf(search)} month={valueOf(search, 'month')} onChange={change} />
      ) : (
        list.data && <Listed page={list.data} isFiltered={filters.some((name) => search[name])} onChange={change} />
      )}
      {isTaking && <CalendarDialog onClose={() => setTaking(false)} />}
    </>
  )
}

const sumOf = ({ bands }: TodoPage) => ({
  count: count(Object.values(bands).reduce((sum, of) => sum + of, 0)),
  overdue: count(bands.overdue),
})

interface SearchProps {
  readonly search: Search
  onChange(changed: Search): void
}

/** Whose, and as a list or a month. */
function Scopes({ search, onChange }: SearchProps) {
  const { say } = useSpeech()
  const chosen = valueOf(search, 'scope') ?? 'all'
  const isMonth = valueOf(search, 'view') === 'month'
  return (
    <div className="todos-scopes">
      <div className="views" role="group" aria-label={say(words.scope)}>
        {(['mine', 'department', 'all'] as const).map((scope) => (
          <button
            key={scope}
            type="button"
            aria-pressed={chosen === scope}
            onClick={() => onChange({ scope: scope === 'all' ? '' : scope })}
          >
            {say(words[scope])}
          </button>
        ))}
      </div>
      <div className="views" role="group" aria-label={say(words.shownAs)}>
        {(['list', 'month'] as const).map((view) => (
          <button
            key={view}
            type="button"
            aria-pressed={isMonth === (view === 'month')}
            onClick={() => onChange({ view: view === 'month' ? 'month' : '', day: '' })}
          >
            {say(words[view])}
          </button>
        ))}
      </div>
    </div>
  )
}

function TodoFilters({ page, search, onChange }: SearchProps & { readonly page: TodoPage }) {
  const { say } = useSpeech()
  const bands = (['overdue', 'week', 'month', 'later'] as const).map(
    (band) => [band, `${say(bandWords[band])} ${count(page.bands[band])}`] as const,
  )
  return (
    <FilterLine
      search={search}
      onChange={(name, value) => onChange({ [name]: value })}
      filters={[
        { name: 'band', label: words.when, none: words.any, options: bands },
        {
          name: 'kind',
          label: words.kind,
          none: words.any,
          options: page.kinds.map(({ kind, label, count: of }) => [kind, `${say(label)} ${count(of)}`]),
        },
        {
          name: 'unit',
          label: words.unit,
          none: words.any,
          options: page.units.map(({ unitId, name, count: of }) => [unitId, `${name} ${count(of)}`]),
        },
        {
          name: 'officer',
          label: words.officer,
          none: words.any,
          options: page.officers.map(({ account, name }) => [account, say(name)]),
        },
        { name: 'unseen', label: words.seen, none: words.any, options: [['true', say(words.onlyUnseen)]] },
      ]}
    />
  )
}

interface ListedProps {
  readonly page: TodoPage
  readonly isFiltered: boolean
  onChange(changed: Search): void
}

function Listed({ page, isFiltered, onChange }: ListedProps) {
  const { say } = useSpeech()
  if (page.rows.length === 0)
    return (
      <div className="sheet">
        {isFiltered ? (
          <EmptyState why={say(words.noneSo)} next={<Link to="/todos">{say(words.noneSoNext)}</Link>} />
        ) : (
          <EmptyState why={say(words.none)} />
        )}
      </div>
    )
  return (
    <>
      <TodoList rows={page.rows} bands={page.bands} />
      <Pager
        offset={page.offset}
        size={pageSize}
        total={page.total}
        onMove={(offset) => onChange({ offset: offset === 0 ? '' : String(offset) })}
      />
    </>
  )
}
