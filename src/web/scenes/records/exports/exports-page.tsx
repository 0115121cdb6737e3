import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { exportKinds, exportLabels } from '#domain/lexicon/export-terms.ts'
import type { ExportPage } from '#server/contract/index.ts'
import { exportsQuery } from '../../../client/paper-queries.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { exportWords } from '../../../language/words/papers.ts'
import '../../../parts/buttons.css'
import { DateInput } from '../../../parts/date-input.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { WordsField } from '../../../parts/words-field.tsx'
import './exports.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'

const pageSize = 50
const filters = ['words', 'cadreId', 'kind', 'by', 'from', 'to'] as const

/** What left as a file: who took it out, what for, whose papers. */
export function ExportsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/exports' })
  const navigate = useNavigate()
  const show = (next: Search, replace = false) => void navigate({ to: '/exports', search: next, replace })
  const offset = Number(valueOf(search, 'offset') ?? 0) || 0
  const chosen = Object.fromEntries(filters.map((name) => [name, valueOf(search, name)]))
  const asked = useQuery(exportsQuery({ ...chosen, offset, limit: pageSize }))
  const page = asked.data
  return (
    <>
      <PageTitle
        title={say(exportWords.title)}
        note={
          page &&
          `${say(exportWords.count, { total: count(page.total) })} · ${say(page.everybody ? exportWords.everybody : exportWords.own)}`
        }
        views={<PageViews of="/papers" />}
      />
      <div className="export-controls">
        <WordsField
          label={say(exportWords.searchLabel)}
          hint={say(exportWords.search)}
          value={chosen.words ?? ''}
          onChange={(words) => show({ ...search, words, offset: '' }, true)}
        />
        <Whose cadreId={chosen.cadreId} onChange={(cadreId) => show({ ...search, cadreId, offset: '' })} />
        <select
          aria-label={say(exportWords.kind)}
          value={chosen.kind ?? ''}
          onChange={({ target }) => show({ ...search, kind: target.value, offset: '' })}
        >
          <option value="">{say(exportWords.allKinds)}</option>
          {exportKinds.map((kind) => (
            <option key={kind} value={kind}>
              {say(exportLabels[kind])}
            </option>
          ))}
        </select>
        <span className="export-days">
          <DateInput
            label={say(exportWords.from)}
            value={chosen.from ?? ''}
            optional
            onChange={(from) => show({ ...search, from, offset: '' })}
          />
          –
          <DateInput
            label={say(exportWords.to)}
            value={chosen.to ?? ''}
            optional
            onChange={(to) => show({ ...search, to, offset: '' })}
          />
        </span>
        {chosen.by && (
          <span className="export-person">
            {say(exportWords.byIs, { name: page?.rows[0]?.by.name ?? chosen.by })}{' '}
            <button type="button" className="plain-button" onClick={() => show({ ...search, by: '', offset: '' })}>
              {say(exportWords.everybody)}
            </button>
          </span>
        )}
      </div>
      <div className="sheet">
        {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <SkeletonRows rows={8} height={46} />}
        {page?.total === 0 && <Nothing isFiltered={filters.some((name) => chosen[name])} />}
        {page && page.total > 0 && <Log page={page} onAccount={(by) => show({ ...search, by, offset: '' })} />}
        {page && (
          <Pager
            offset={offset}
            size={pageSize}
            total={page.total}
            onMove={(next) => show({ ...search, offset: String(next) })}
          />
        )}
      </div>
    </>
  )
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { say } = useSpeech()
  return isFiltered ? (
    <EmptyState why={say(exportWords.noneFiltered)} next={<Link to="/exports">{say(exportWords.clearAll)}</Link>} />
  ) : (
    <EmptyState why={say(exportWords.none)} next={say(exportWords.noneNext)} />
  )
}

/** Narrows the log to files with papers of one person. */
function Whose({ cadreId, onChange }: { cadreId: string | undefined; onChange(cadreId: string): void }) {
  const { say } = useSpeech()
  const found = useQuery({
    ...rosterPageQuery({ q: cadreId ?? '', status: 'all' }, 0, 1),
    enabled: cadreId !== undefined,
  })
  if (cadreId === undefined) {
    return <PersonSearch label={say(exportWords.person)} onPick={(person) => onChange(person.cadreId)} />
  }
  return (
    <span className="export-person">
      {say(exportWords.personIs, { name: found.data?.rows[0]?.name ?? cadreId })}{' '}
      <button type="button" className="plain-button" onClick={() => onChange('')}>
        {say(exportWords.clear)}
      </button>
    </span>
  )
}

function Log({ page, onAccount }: { page: ExportPage; onAccount(by: string): void }) {
  const { say } = useSpeech()
  const heads = [exportWords.at, exportWords.by, exportWords.purpose, exportWords.file, exportWords.whose]
  return (
    <WideTable label={say(exportWords.title)} className="figures exports">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.exportId}>
            <td className="second">{minute(row.at)}</td>
            <td>
              {page.everybody ? (
                <button type="button" className="plain-button" onClick={() => onAccount(row.by.account)}>
                  {say(row.by.name)}
                </button>
              ) : (
                say(row.by.name)
              )}
            </td>
            <td>{row.purpose}</td>
            <td>
              {row.fileName}
              <span className="quiet export-line">
                {say(exportLabels[row.kind])} · <span title={row.fileSha256}>{row.fileSha256.slice(0, 12)}</span>
              </span>
            </td>
            <td>
              {say(exportWords.people, { count: count(row.people) })}
              <span className="quiet export-line">
                {row.people > row.names.length
                  ? say(exportWords.andOthers, { names: row.names.join(say(frameWords.comma)) })
                  : row.names.join(say(frameWords.comma))}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
