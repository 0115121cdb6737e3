import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { PrincipalFilter, PrincipalsPage as Register } from '#server/contract/index.ts'
import { principalsQuery } from '../../../client/principal-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import './principals.css'
import { PrincipalsTable } from './principals-table.tsx'

const pageSize = 100

/** Who is principal of what, since when, and what is open, due and overdue about each. */
export function PrincipalsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/principals' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const asked = { filter: valueOf(search, 'filter'), kind: valueOf(search, 'kind'), q: valueOf(search, 'q') }
  const list = useQuery({
    ...principalsQuery({ ...asked, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  const show = (next: Search) => void navigate({ to: '/principals', search: next, resetScroll: false, replace: true })
  return (
    <>
      <PageTitle
        title={say(words.group)}
        note={list.data && say(words.registerNote, { total: count(list.data.counts.all ?? 0) })}
        views={<PageViews of="/principals" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={12} height={52} />}
      {list.data && (
        <div className={list.isPlaceholderData ? 'sheet stale' : 'sheet'}>
          <div className="principal-filter">
            <Views page={list.data} search={search} />
            <Kinds page={list.data} search={search} />
            <input
              type="search"
              className="principal-find"
              aria-label={say(words.find)}
              placeholder={say(words.find)}
              defaultValue={asked.q ?? ''}
              onChange={({ target }) => show({ ...search, q: target.value, offset: '' })}
            />
          </div>
          {list.data.total === 0 ? (
            <EmptyState why={say(words.none)} next={<Link to="/principals">{say(words.noneNext)}</Link>} />
          ) : (
            <PrincipalsTable rows={list.data.rows} />
          )}
          <Pager
            offset={offset}
            size={pageSize}
            total={list.data.total}
            onMove={(next) => show({ ...search, offset: String(next) })}
          />
          <p className="second principal-note">{say(words.yearsBack, { years: list.data.yearsBack })}</p>
        </div>
      )}
    </>
  )
}

const filterWords: Readonly<Record<PrincipalFilter, Text>> = {
  'audit-overdue': words.auditOverdue,
  'audit-due': words.auditDue,
  findings: words.withFindings,
  'findings-overdue': words.findingsOverdue,
  'rule-unmet': words.ruleUnmet,
}

interface FilterProps {
  readonly page: Register
  readonly search: Search
}

function Views({ page, search }: FilterProps) {
  const chosen = valueOf(search, 'filter')
  const { filter: _filter, offset: _offset, ...others } = search
  const entries = Object.entries(filterWords) as [PrincipalFilter, Text][]
  return (
    <ListViews
      isLine
      label={words.findings}
      views={[
        { label: words.all, count: page.counts.all ?? 0, search: others, isHere: chosen === undefined },
        ...entries.map(([filter, label]) => ({
          label,
          count: page.counts[filter] ?? 0,
          search: { ...others, filter },
          isHere: chosen === filter,
        })),
      ]}
    />
  )
}

function Kinds({ page, search }: FilterProps) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const { kind: _kind, offset: _offset, ...others } = search
  return (
    <select
      aria-label={say(words.kinds)}
      value={valueOf(search, 'kind') ?? ''}
      onChange={({ target }) =>
        void navigate({ to: '/principals', search: target.value === '' ? others : { ...others, kind: target.value } })
      }
    >
      <option value="">{say(words.kinds)}</option>
      {page.kinds.map(({ kind, count: of }) => (
        <option key={kind} value={kind}>
          {say(labelOf('unitKind', kind))} {count(of)}
        </option>
      ))}
    </select>
  )
}
