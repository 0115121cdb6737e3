import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { PlanPage } from '#server/contract/index.ts'
import { plansQuery } from '../../../client/plan-queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { planWords as words } from '../../../language/words/plans.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { PlanTable } from './plan-table.tsx'

const pageSize = 100

/** Who of the reserve has a plan, which wait for an answer, what is due; every count opens the list behind it. */
export function PlansPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/plans' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = { state: valuesOf(search, 'state'), due: valueOf(search, 'due'), offset, limit: pageSize }
  const plans = useQuery({ ...plansQuery(query), placeholderData: keepPreviousData })
  const list = plans.data
  const show = (next: Search) => void navigate({ to: '/plans', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={list && say(words.note, { count: count(list.counts.reduce((sum, each) => sum + each.count, 0)) })}
        views={list && <Views list={list} search={search} />}
      />
      {plans.isError && <ErrorPanel error={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && <SkeletonRows rows={12} height={38} />}
      {list && (
        <>
          <div className="sheet">
            {list.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/plans">{say(words.noneNext)}</Link>} />
            ) : (
              <PlanTable rows={list.rows} today={list.today} />
            )}
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

function Views({ list, search }: { list: PlanPage; search: Search }) {
  const [state, due] = [valueOf(search, 'state'), valueOf(search, 'due')]
  return (
    <ListViews
      label={words.states}
      views={[
        { label: words.all, search: {}, isHere: state === undefined && due === undefined },
        ...list.counts
          .filter((each) => each.count > 0)
          .map((each) => ({ ...each, search: { state: each.state }, isHere: state === each.state })),
        { label: words.overdue, count: list.due.overdue, search: { due: 'overdue' }, isHere: due === 'overdue' },
        { label: words.soon, count: list.due.soon, search: { due: 'soon' }, isHere: due === 'soon' },
      ]}
    />
  )
}
