import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { auditQuery } from '../../client/audit-queries.ts'
import { type Search, valueOf } from '../../client/search.ts'
import { useSpeech } from '../../language/language.tsx'
import { auditWords as words } from '../../language/words/audit.ts'
import '../../parts/buttons.css'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { TakeOut } from '../../parts/take-out.tsx'
import './audit.css'
import { Chain } from './chain.tsx'
import { AuditFilters, filterNames } from './filters.tsx'
import { Log } from './log.tsx'

/** What everybody did here, and the proof that nothing of it was changed. */
export function AuditPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/audit/audit' })
  const navigate = useNavigate()
  const show = (next: Search, replace = false) => void navigate({ to: '/audit', search: next, replace })
  const chosen = Object.fromEntries(filterNames.map((name) => [name, valueOf(search, name)]))
  const asked = useInfiniteQuery(auditQuery(chosen))
  const [taking, setTaking] = useState(false)
  const rows = asked.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageTitle title={say(words.title)} note={say(words.scope)} />
      <div className="audit-parts">
        <Chain />
        <Panel
          title={say(words.found)}
          flush
          aside={
            <button type="button" className="plain-button" aria-expanded={taking} onClick={() => setTaking(!taking)}>
              {say(taking ? words.takeLess : words.take)}
            </button>
          }
        >
          <AuditFilters chosen={chosen} onShow={(next, replace) => show({ ...search, ...next }, replace)} />
          {taking && (
            <div className="audit-take">
              <TakeOut path="/audit/file" formats={['xlsx']} order={chosen} />
            </div>
          )}
          {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
          {asked.isPending && <SkeletonRows rows={10} height={36} />}
          {asked.isSuccess && rows.length === 0 && (
            <EmptyState why={say(words.none)} next={<Link to="/audit">{say(words.noneNext)}</Link>} />
          )}
          {rows.length > 0 && (
            <Log
              rows={rows}
              onActor={(actor) => show({ ...search, actor })}
              onPerson={(person) => show({ ...search, person })}
            />
          )}
          {asked.hasNextPage && (
            <p className="audit-more">
              <button
                type="button"
                className="side-button"
                disabled={asked.isFetchingNextPage}
                onClick={() => void asked.fetchNextPage()}
              >
                {say(words.more)}
              </button>
            </p>
          )}
        </Panel>
      </div>
    </>
  )
}
