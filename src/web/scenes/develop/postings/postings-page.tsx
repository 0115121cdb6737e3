import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { PostingPage } from '#server/contract/index.ts'
import { postingsQuery } from '../../../client/career-path-queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { causeLabels, postingWords as words } from '../../../language/words/career-paths.ts'
import { needLabels } from '../../../language/words/development.ts'
import { DevelopmentViews } from '../../../parts/development-views.tsx'
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
  const show = (next: Search) => void navigate({ to: '/development/postings', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={page && say(words.note, { date: day(page.asOf) })}
        aside={<DevelopmentViews />}
      />
      {postings.isError && <ErrorPanel error={postings.error} onRetry={() => void postings.refetch()} />}
      {postings.isPending && <SkeletonRows rows={12} height={46} />}
      {page && (
        <>
          <Counts page={page} search={search} />
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

function Counts({ page, search }: { page: PostingPage; search: Search }) {
  const { say, language } = useSpeech()
  const people = page.counts.reduce((sum, each) => sum + each.people, 0)
  const without = page.counts.reduce((sum, each) => sum + each.without, 0)
  const links: readonly { label: string; count: number | undefined; search: Search }[] = [
    { label: say(words.all), count: people, search: {} },
    ...page.counts.map((each) => ({
      label: say(needLabels[each.need]),
      count: each.people,
      search: { need: each.need },
    })),
    { label: say(words.reserve), count: undefined, search: { reserve: 'true' } },
    { label: say(words.without), count: without, search: { without: 'true' } },
  ]
  const names = ['need', 'reserve', 'without'] as const
  const isHere = (asked: Search) => names.every((name) => valueOf(asked, name) === valueOf(search, name))
  const list = page.places.map(({ cause, count: many }) => `${say(causeLabels[cause])} ${count(many)}`)
  return (
    <>
      <nav className="count-links" aria-label={say(words.needs)}>
        {links.map((link) => (
          <Link
            key={link.label}
            to="/development/postings"
            search={link.search}
            aria-current={isHere(link.search) ? 'page' : undefined}
          >
            {link.label} {link.count !== undefined && <b>{count(link.count)}</b>}
          </Link>
        ))}
      </nav>
      <p className="second posting-places">{say(words.places, { list: list.join(language === 'zh' ? '、' : ', ') })}</p>
    </>
  )
}
