import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { ConflictPage, ConflictRow } from '#server/contract/index.ts'
import { conflictsQuery, evidenceQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ConflictDetail, factOf } from './conflict-detail.tsx'
import { Filters } from './filters.tsx'

const pageSize = 50

/** Sources that disagree and records that do not hold together; a row opens into the claims. */
export function ConflictList({ search }: { search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    field: valuesOf(search, 'field'),
    severity: valuesOf(search, 'severity'),
    undecided: valueOf(search, 'undecided'),
    offset,
    limit: pageSize,
  }
  const show = (next: Search) => void navigate({ to: '/conflicts', search: next, resetScroll: false })
  const conflicts = useQuery({ ...conflictsQuery(query), placeholderData: keepPreviousData })
  if (conflicts.isError) return <ErrorPanel error={conflicts.error} onRetry={() => void conflicts.refetch()} />
  if (!conflicts.data) return <SkeletonRows rows={12} height={46} />
  const page = conflicts.data
  if (page.counts.all === 0) return <EmptyState why={say(words.noneAtAll)} next={say(words.noneUntilNext)} />
  return (
    <>
      <Filters counts={page.counts} search={search} onShow={show} />
      <div className={conflicts.isPlaceholderData ? 'sheet stale' : 'sheet'}>
        {page.total === 0 ? (
          <EmptyState why={say(words.none)} next={<Link to="/conflicts">{say(words.noneNext)}</Link>} />
        ) : (
          <Rows page={page} />
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={page.total}
          onMove={(next) => show({ ...search, offset: String(next) })}
        />
      </div>
    </>
  )
}

const heads = [words.name, words.fact, words.found, words.held, words.weight, words.ground] as const

function Rows({ page }: { page: ConflictPage }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.partConflicts)} className="figures conflicts">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
          <th scope="col">
            <span className="out-of-sight">{say(words.open)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <Row key={`${row.person.cadreId} ${row.field} ${row.values.map(({ value }) => value).join()}`} row={row} />
        ))}
      </tbody>
    </WideTable>
  )
}

function Row({ row }: { row: ConflictRow }) {
  const { say, language } = useSpeech()
  const [open, setOpen] = useState(false)
  const { person } = row
  return (
    <>
      <tr className={open ? 'conflict-open' : ''}>
        <td>
          <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }} search={{ part: 'evidence' }}>
            {person.name}
          </Link>
          <p className="second cut" title={`${person.unitName} ${person.title}`}>
            {person.unitName} {person.title}
          </p>
        </td>
        <td>{say(row.fieldLabel)}</td>
        <td>
          <span className="conflict-found" title={say(row.reason)}>
            {say(row.reason)}
          </span>
        </td>
        <td>{row.accepted ? say(row.accepted.label) : <span className="quiet">{say(words.undecided)}</span>}</td>
        <td>
          <span className={`weight ${row.severity}`}>{say(words[row.severity])}</span>
        </td>
        <td>
          {row.basis && (
            <Link to="/rules/$ruleId" params={{ ruleId: row.rule }}>
              {say(row.basis.title)}
            </Link>
          )}
          {row.basis && (
            <p className="second cut" title={citationText(row.basis, language)}>
              {citationText(row.basis, language)}
            </p>
          )}
        </td>
        <td>
          <button type="button" className="plain-button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {say(open ? words.close : words.open)}
          </button>
        </td>
      </tr>
      {open && (
        <tr className="conflict-body">
          <td colSpan={7}>
            <Opened row={row} />
          </td>
        </tr>
      )}
    </>
  )
}

/** The claims are of a person, so they are read, and the reading is written down, only when somebody asks. */
function Opened({ row }: { row: ConflictRow }) {
  const { say } = useSpeech()
  const sheet = useQuery(evidenceQuery(row.person.cadreId))
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />
  if (!sheet.data) return <SkeletonRows rows={3} height={28} />
  return (
    <>
      <ConflictDetail conflict={row} fact={factOf(row, sheet.data.facts)} />
      <Link to="/cadres/$cadreId" params={{ cadreId: row.person.cadreId }} search={{ part: 'evidence' }}>
        {say(words.toDossier)}
      </Link>
    </>
  )
}
