import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FindingRow, RectificationsPage as Findings } from '#server/contract/index.ts'
import { rectificationsQuery } from '../../../client/principal-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import '../../../parts/buttons.css'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './principals.css'

const states = ['overdue', 'open', 'unverified'] as const

/** What inspections and audits found and is not rectified, or not verified; each is taken up as a matter. */
export function RectificationsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/principals/rectifications' })
  const list = useQuery(rectificationsQuery({ state: valueOf(search, 'state'), kind: valueOf(search, 'kind') }))
  return (
    <>
      <PageTitle
        title={say(words.rectifications)}
        note={list.data && say(words.findingCount, { count: count(list.data.rows.length) })}
        views={<PageViews of="/principals" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={10} height={52} />}
      {list.data && (
        <>
          <p className="page-purpose">{say(words.rectificationsNote)}</p>
          <Views counts={list.data.counts} state={valueOf(search, 'state')} />
          <div className="sheet">
            {list.data.rows.length === 0 ? (
              <EmptyState
                why={say(words.noFindings)}
                next={<Link to="/principals/rectifications">{say(words.noneNext)}</Link>}
              />
            ) : (
              <FindingTable rows={list.data.rows} />
            )}
          </div>
        </>
      )}
    </>
  )
}

function Views({ counts, state }: { readonly counts: Findings['counts']; readonly state: string | undefined }) {
  const all = counts.overdue + counts.open + counts.unverified
  return (
    <ListViews
      isLine
      label={words.findings}
      views={[
        { label: words.all, count: all, search: {}, isHere: state === undefined },
        ...states.map((one) => ({
          label: words[one],
          count: counts[one],
          search: { state: one },
          isHere: state === one,
        })),
      ]}
    />
  )
}

/** Also part of the page about one principal. */
export function FindingTable({ rows }: { readonly rows: readonly FindingRow[] }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [taken, setTaken] = useState<FindingRow | undefined>()
  return (
    <>
      <WideTable label={say(words.rectifications)} className="figures principals">
        <thead>
          <tr>
            <ColumnHeads
              heads={[
                explainedBy('rectification', words.finding),
                words.who,
                words.found,
                words.deadline,
                words.action,
              ]}
            />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.eventId}>
              <th scope="row">
                {row.finding}
                <small>
                  {[labelOf('supervisionKind', row.kind), ...(row.severity ? [labelOf('severity', row.severity)] : [])]
                    .map((label) => say(label))
                    .join(' · ')}
                  {row.unitName && ` · ${row.unitName}`}
                </small>
              </th>
              <td>
                {row.person ? (
                  <Link to="/cadres/$cadreId" params={{ cadreId: row.person.cadreId }}>
                    {row.person.name}
                  </Link>
                ) : (
                  <span className="quiet">{say(words.nobody)}</span>
                )}
                {row.person && !row.isNamed && <small>{say(words.headNow)}</small>}
              </td>
              <td className="quiet">{day(row.on)}</td>
              <td>
                {row.dueOn && <span className={row.state === 'overdue' ? 'past-due' : ''}>{day(row.dueOn)}</span>}
                <small>{row.closedOn ? say(words.closed, { day: day(row.closedOn) }) : say(words[row.state])}</small>
              </td>
              <td>
                {row.matter ? (
                  <Link to="/matters/$matterId" params={{ matterId: row.matter.matterId }}>
                    {say(row.matter.stage)}
                  </Link>
                ) : (
                  <button type="button" className="plain-button" onClick={() => setTaken(row)}>
                    {say(words.takeUp)}
                    <span className="out-of-sight"> {row.finding}</span>
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {taken && (
        <OpenMatterDialog
          kind="rectification"
          {...(taken.person && { cadre: { id: taken.person.cadreId, name: taken.person.name } })}
          {...(taken.unitId !== null && { unit: { id: taken.unitId, name: taken.unitName ?? taken.unitId } })}
          title={say(words.rectifyTitle, { unit: taken.unitName ?? taken.person?.name ?? '', finding: taken.finding })}
          reason={taken.finding}
          origin={{ source: taken.source, says: { zh: taken.finding, en: taken.finding } }}
          onClose={() => setTaken(undefined)}
          onOpened={() => {
            setTaken(undefined)
            void queries.invalidateQueries({ queryKey: ['principals'] })
          }}
        />
      )}
    </>
  )
}
