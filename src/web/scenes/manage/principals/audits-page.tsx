import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill } from '#domain/text.ts'
import type { AuditDueShape } from '#server/contract/index.ts'
import { auditsQuery } from '../../../client/principal-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import '../../../parts/buttons.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './principals.css'

/** Joint audits due by the end of a year, by due day; people add them to the plan. */
export function AuditsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/principals/audits' })
  const list = useQuery(auditsQuery({ year: valueOf(search, 'year') }))
  const thisYear = Number(list.data?.today.slice(0, 4) ?? 0)
  return (
    <>
      <PageTitle
        title={say(words.audits)}
        note={list.data && say(words.auditCount, { count: count(list.data.rows.length) })}
        views={<PageViews of="/principals" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={10} height={52} />}
      {list.data && (
        <>
          <p className="page-purpose">{say(words.auditsNote)}</p>
          <ListViews
            isLine
            label={words.due}
            views={[thisYear, thisYear + 1, thisYear + 2].map((year) => ({
              label: fill(words.year, { year }),
              search: { year: String(year) },
              isHere: year === list.data.year,
            }))}
          />
          <div className="sheet">
            {list.data.rows.length === 0 ? (
              <EmptyState why={say(words.noAudits)} next={<Link to="/principals">{say(words.register)}</Link>} />
            ) : (
              <AuditTable rows={list.data.rows} />
            )}
          </div>
        </>
      )}
    </>
  )
}

const auditHeads = [words.name, words.trigger, words.due, words.ground]

/** Also part of the page about one principal. */
export function AuditTable({ rows }: { readonly rows: readonly AuditDueShape[] }) {
  const { say, language } = useSpeech()
  const queries = useQueryClient()
  const [planned, setPlanned] = useState<AuditDueShape | undefined>()
  return (
    <>
      <WideTable label={say(words.audits)} className="figures principals">
        <thead>
          <tr>
            <ColumnHeads heads={[...auditHeads, words.action]} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.source}>
              <th scope="row">
                <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                  {row.name}
                </Link>
                <small>{row.seat}</small>
              </th>
              <td>{say(labelOf('auditTrigger', row.trigger))}</td>
              <td>
                <span className={row.state === 'overdue' ? 'past-due' : ''}>
                  {row.dueOn ? day(row.dueOn) : say(words.beforeLeaving)}
                </span>
                {row.state === 'overdue' && <small>{say(labelOf('dueState', row.state))}</small>}
              </td>
              <td>
                {say(row.reason)}
                <small>
                  {citationText(row.basis, language)}
                  {row.lastOn && ` · ${say(words.lastAudit, { day: day(row.lastOn) })}`}
                </small>
              </td>
              <td>
                {row.matter ? (
                  <Link to="/matters/$matterId" params={{ matterId: row.matter.matterId }}>
                    {say(row.matter.stage)}
                  </Link>
                ) : (
                  <button type="button" className="plain-button" onClick={() => setPlanned(row)}>
                    {say(words.plan)}
                    <span className="out-of-sight"> {row.name}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {planned && (
        <OpenMatterDialog
          kind="joint-audit"
          cadre={{ id: planned.cadreId, name: planned.name }}
          unit={{ id: planned.unitId, name: planned.seat }}
          title={say(words.planTitle, { name: planned.name })}
          reason={say(planned.reason)}
          origin={{ source: planned.source, says: planned.reason }}
          onClose={() => setPlanned(undefined)}
          onOpened={() => {
            setPlanned(undefined)
            void queries.invalidateQueries({ queryKey: ['principals'] })
          }}
        />
      )}
    </>
  )
}
