import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { GradePage } from '#server/contract/index.ts'
import { gradesQuery } from '../../../client/incentive-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import { FilterLine, termOptions } from '../../../parts/filter-line.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { GradeShares } from './grade-shares.tsx'
import { GradeTable } from './grade-table.tsx'
import './incentives.css'

const pageSize = 50

export const stateWords = {
  open: words.open,
  waiting: words.waiting,
  ahead: words.ahead,
  later: words.later,
  unmet: words.unmet,
  unknown: words.unknownState,
} as const

/** Who may step up to which grade when, unit by unit, beside the places that the law leaves. */
export function GradesPage() {
  const { say, language } = useSpeech()
  const search = useSearch({ from: '/office/grades' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const asked = Object.fromEntries(
    ['unit', 'to', 'state'].flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  )
  const list = useQuery({ ...gradesQuery({ ...asked, offset, limit: pageSize }), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/grades', search: next, resetScroll: false })
  const page = list.data
  return (
    <>
      <PageTitle
        title={say(words.grades)}
        note={page && say(words.people, { total: count(page.total) })}
        views={<PageViews of="/fitness" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={12} height={46} />}
      {page && (
        <>
          <Views counts={page.counts} search={search} />
          <FilterLine
            search={search}
            onChange={(name, value) => show({ ...search, [name]: value, offset: '' })}
            filters={[
              {
                name: 'unit',
                label: words.unit,
                options: page.units.map(({ unitId, name, open }) => [
                  unitId,
                  name + say(frameWords.bracketed, { words: count(open) }),
                ]),
                none: words.any,
              },
              {
                name: 'to',
                label: words.grade,
                options: termOptions('grade', say),
                none: words.any,
              },
            ]}
          />
          {page.unit && <GradeShares unit={page.unit} />}
          <div className="sheet">
            {page.total === 0 ? (
              <EmptyState why={say(words.noGrades)} next={<Link to="/grades">{say(words.noGradesNext)}</Link>} />
            ) : (
              <GradeTable steps={page.steps} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={page.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
          <p className="second grade-order">
            {say(words.order, {
              order: page.order.map((each) => say(each)).join(language === 'zh' ? '、' : ', '),
              basis: citationText(page.orderBasis, language),
            })}
          </p>
        </>
      )}
    </>
  )
}

function Views({ counts, search }: { readonly counts: GradePage['counts']; readonly search: Search }) {
  const { state: _, offset: __, ...kept } = search
  const shown = valueOf(search, 'state')
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  return (
    <ListViews
      isLine
      label={words.state}
      views={[
        { label: words.all, count: all, search: kept, isHere: shown === undefined },
        ...counts.map(({ state, count: of }) => ({
          label: stateWords[state],
          count: of,
          search: { ...kept, state },
          isHere: shown === state,
        })),
      ]}
    />
  )
}
