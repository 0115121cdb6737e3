import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { PostingPage } from '#server/contract/index.ts'
import { postingsQuery } from '../../../client/career-path-queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { causeLabels, postingWords as words } from '../../../language/words/career-paths.ts'
import { needLabels } from '../../../language/words/development.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { PostingTable } from './posting-table.tsx'
import './postings.css'

const pageSize = 60

/** For each need of experience the open seats that would meet it; every count opens the list behind it. */
export function PostingsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/development/postings' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    need: valuesOf(search, 'need'),
    cadre: valueOf(search, 'cadre'),
    reserve: valueOf(search, 'reserve'),
    without: valueOf(search, 'without'),
    offset,
    limit: pageSize,
  }
  const postings = useQuery({ ...postingsQuery(query), placeholderData: keepPreviousData })
  const page = postings.data
  const places = page?.places.map(({ cause, count: many }) => `${say(causeLabels[cause])} ${count(many)}`) ?? []
  const show = (next: Search) => void navigate({ to: '/development/postings', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={page && say(words.count, { count: count(peopleOf(page)) })}
        views={page && <Views page={page} search={search} />}
      />
      {postings.isError && <ErrorPanel error={postings.error} onRetry={() => void postings.refetch()} />}
      {postings.isPending && <SkeletonRows rows={12} height={46} />}
      {page && (
        <>
          <p className="page-purpose">
            {say(words.note, { date: day(page.asOf) })}
            {say(frameWords.semicolon)}
            {say(words.places, { list: places.join(say(frameWords.comma)) })}
          </p>
          <div className="sheet">
            {page.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/development/postings">{say(words.noneNext)}</Link>} />
            ) : (
              <PostingTable rows={page.rows} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={page.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </>
      )}
    </>
  )
}

const peopleOf = ({ counts }: PostingPage): number => counts.reduce((sum, each) => sum + each.people, 0)

function Views({ page, search }: { page: PostingPage; search: Search }) {
  const [need, reserve, without] = (['need', 'reserve', 'without'] as const).map((name) => valueOf(search, name))
  const isAll = need === undefined && reserve === undefined && without === undefined
  const withoutSeat = page.counts.reduce((sum, each) => sum + each.without, 0)
  return (
    <ListViews
      label={words.needs}
      views={[
        { label: words.all, count: peopleOf(page), search: {}, isHere: isAll },
        ...page.counts.map((each) => ({
          label: needLabels[each.need],
          count: each.people,
          search: { need: each.need },
          isHere: need === each.need,
        })),
        { label: words.reserve, search: { reserve: 'true' }, isHere: reserve === 'true' },
        { label: words.without, count: withoutSeat, search: { without: 'true' }, isHere: without === 'true' },
      ]}
    />
  )
}
