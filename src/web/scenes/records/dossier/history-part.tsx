import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Dossier, DossierHistory, RecordChange } from '#server/contract/index.ts'
import { dossierHistoryQuery } from '../../../client/dossier-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count, day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { historyWords as words } from '../../../language/words/dossier-parts.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import './history.css'

const pageSize = 50

/** Every change of the record, newest first: both its clocks, what was and what became, by whom and from which import. */
export function HistoryPart({ dossier: { cadreId } }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/cadres/$cadreId' })
  const navigate = useNavigate({ from: '/cadres/$cadreId' })
  const table = valueOf(search, 'table')
  const offset = Number(valueOf(search, 'offset') ?? 0) || 0
  const history = useQuery(dossierHistoryQuery(cadreId, { table, offset, limit: pageSize }))
  if (history.isError) return <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />
  if (!history.data) return <SkeletonRows rows={12} height={46} />
  const { rows, total, arrivals } = history.data
  return (
    <Panel
      title={say(words.title)}
      explained="provenance"
      note={say(words.note, { count: count(total) })}
      aside={<Tables history={history.data} cadreId={cadreId} shown={table} />}
      foot={say(words.withheld)}
      flush
    >
      {rows.length === 0 && <EmptyState why={say(words.none)} />}
      {rows.length > 0 && <Changes rows={rows} arrivals={arrivals} cadreId={cadreId} />}
      <Pager
        total={total}
        offset={offset}
        size={pageSize}
        onMove={(next) => void navigate({ search: { ...search, offset: String(next) } })}
      />
    </Panel>
  )
}

interface TablesProps {
  readonly history: DossierHistory
  readonly cadreId: string
  readonly shown: string | undefined
}

function Tables({ history: { tables }, cadreId, shown }: TablesProps) {
  const { say } = useSpeech()
  const all = tables.reduce((sum, one) => sum + one.count, 0)
  const choices = [{ table: undefined, label: words.all, count: all }, ...tables]
  return (
    <nav className="history-tables" aria-label={say(words.tables)}>
      {choices.map((one) => (
        <Link
          key={one.table ?? 'all'}
          to="/cadres/$cadreId"
          params={{ cadreId }}
          search={{ part: 'history', ...(one.table && { table: one.table }) }}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(one.table === shown && { 'aria-current': 'page' })}
        >
          {say(one.label)} {count(one.count)}
        </Link>
      ))}
    </nav>
  )
}

interface ChangesProps {
  readonly rows: readonly RecordChange[]
  readonly arrivals: DossierHistory['arrivals']
  readonly cadreId: string
}

function Changes({ rows, arrivals, cadreId }: ChangesProps) {
  const { say } = useSpeech()
  const heads = [words.at, words.trueFrom, words.what, words.change, words.by]
  return (
    <div className="sheet-scroll" tabIndex={0} role="group" aria-label={say(words.title)}>
      <table className="figures history" aria-label={say(words.title)}>
        <thead>
          <tr>
            <ColumnHeads heads={heads} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.at} ${row.table} ${row.kind} ${row.subject.en}`}>
              <td>
                {minute(row.at)}
                <Then row={row} arrivals={arrivals} cadreId={cadreId} />
              </td>
              <td>{row.trueFrom && day(row.trueFrom)}</td>
              <td>
                {say(row.label)}
                <span className="second">{say(row.subject)}</span>
              </td>
              <td>
                <Values row={row} />
              </td>
              <td>
                {row.by ? say(row.by) : <span className="quiet">{say(words.unknownBy)}</span>}
                {row.import && (
                  <Link
                    className="second"
                    to="/imports/$importId"
                    params={{ importId: row.import.importId }}
                    title={row.import.files.join(say(frameWords.comma))}
                  >
                    {row.import.files[0] ?? say(words.import)}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The way to the record as it was known once this change had come. */
function Then({ row, arrivals, cadreId }: Omit<ChangesProps, 'rows'> & { readonly row: RecordChange }) {
  const { say } = useSpeech()
  const arrival = arrivals.find(({ at }) => at === row.at)
  if (!arrival || arrival === arrivals.at(-1)) return null
  return (
    <Link
      className="second"
      to="/cadres/$cadreId"
      params={{ cadreId }}
      search={{ part: 'overview', known: arrival.until }}
    >
      {say(words.see)}
    </Link>
  )
}

function Values({ row: { kind, values } }: { readonly row: RecordChange }) {
  const { say } = useSpeech()
  const lines = values.map(({ field, was, became }) => {
    const [before, after] = [was ?? words.blank, became ?? words.blank]
    return kind === 'changed'
      ? say(words.turns, { field, was: before, became: after })
      : say(words.states, { field, value: became ?? was ?? words.blank })
  })
  if (kind === 'changed') return lines.map((line) => <p key={line}>{line}</p>)
  return (
    <details>
      <summary>
        {say(words[kind])} <span className="second">{say(words.details, { count: lines.length })}</span>
      </summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  )
}
