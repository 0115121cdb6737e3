import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { ForecastPage as Forecast } from '#server/contract/index.ts'
import { forecastQuery } from '../../../client/rotation-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords, forecastWords as words } from '../../../language/words/rotation.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './rotation.css'

const pageSize = 100
const kinds = identifiersOf('waveKind')
const filters = ['quarter', 'kind', 'unit', 'level'] as const
/** Units with the most people leaving. */
const unitsShown = 30

/** Who leaves a seat by rotation, retirement or the end of a term, quarter by quarter; every number lists its people. */
export function ForecastPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rotation/forecast' })
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const filter = Object.fromEntries(filters.map((name) => [name, valueOf(search, name)]))
  const forecast = useQuery({
    ...forecastQuery({ ...filter, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  const page = forecast.data
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={
          page && say(words.people, { count: count(page.quarters.reduce((sum, { counts }) => sum + sumOf(counts), 0)) })
        }
        views={<PageViews of="/rotation" />}
      />
      {forecast.isError && <ErrorPanel error={forecast.error} onRetry={() => void forecast.refetch()} />}
      {forecast.isPending && <SkeletonRows rows={14} height={32} />}
      {page && (
        <div className="rotation">
          <Panel
            title={say(words.quarters)}
            explained="leaving-forecast"
            note={say(words.note, { years: page.years })}
            flush
          >
            <Counts
              head={words.quarter}
              name="quarter"
              search={search}
              rows={page.quarters.map(({ quarter, counts }) => ({
                id: quarter,
                label: quarter === 'overdue' ? say(words.overdue) : say(words.quarterOf, quarterParts(quarter)),
                counts,
              }))}
            />
          </Panel>
          <LevelsAndUnits page={page} search={search} />
          <Leaving page={page} search={search} isStale={forecast.isPlaceholderData} />
        </div>
      )}
    </>
  )
}

interface PartProps {
  readonly page: Forecast
  readonly search: Search
}

function LevelsAndUnits({ page, search }: PartProps) {
  const { say } = useSpeech()
  const levels = page.levels.map(({ level, counts }) => ({
    id: level,
    label: say(labelOf('postLevel', level)),
    counts,
  }))
  const units = page.units.slice(0, unitsShown).map(({ unitId, name, counts }) => ({ id: unitId, label: name, counts }))
  return (
    <div className="forecast-two">
      <Panel title={say(words.byLevel)} flush>
        <Counts head={words.byLevel} name="level" search={search} rows={levels} />
      </Panel>
      <Panel title={say(words.byUnit)} flush>
        <Counts head={words.byUnit} name="unit" search={search} rows={units} />
      </Panel>
    </div>
  )
}

/** Whom the chosen number counts. */
function Leaving({ page, search, isStale }: PartProps & { readonly isStale: boolean }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  return (
    <Panel
      title={say(words.list)}
      note={say(words.people, { count: count(page.total) })}
      aside={
        filters.some((name) => valueOf(search, name) !== undefined) && (
          <Link to="/rotation/forecast" resetScroll={false}>
            {say(words.clear)}
          </Link>
        )
      }
      className={isStale ? 'stale' : ''}
      flush
    >
      {page.total === 0 ? (
        <EmptyState why={say(words.none)} next={<Link to="/rotation/forecast">{say(words.clear)}</Link>} />
      ) : (
        <People page={page} />
      )}
      <Pager
        offset={page.offset}
        size={pageSize}
        total={page.total}
        onMove={(next) => void navigate({ to: '/rotation/forecast', search: { ...search, offset: String(next) } })}
      />
    </Panel>
  )
}

/** `2026Q4` in its two parts. */
const quarterParts = (quarter: string) => ({ year: quarter.slice(0, 4), quarter: quarter.slice(-1) })

type Tally = Forecast['quarters'][number]['counts']

const sumOf = (counts: Tally): number => kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)

interface CountsProps {
  readonly head: Text
  readonly name: 'quarter' | 'level' | 'unit'
  readonly search: Search
  readonly rows: readonly {
    readonly id: string
    readonly label: string
    readonly counts: Tally
  }[]
}

/** One row for each quarter, level or unit, one column for each kind; a number lists its people. */
function Counts({ head, name, search, rows }: CountsProps) {
  const { say } = useSpeech()
  const chosen = valueOf(search, name)
  const most = Math.max(1, ...rows.map(({ counts }) => sumOf(counts)))
  const at = (id: string, kind?: string): Search => ({ ...search, [name]: id, kind: kind ?? '', offset: '' })
  return (
    <WideTable label={say(head)} className="figures counts">
      <thead>
        <tr>
          <th scope="col">{say(head)}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" className="number">
              {say(labelOf('waveKind', kind))}
            </th>
          ))}
          <th scope="col" className="number">
            {say(words.total)}
          </th>
          <td className="counts-bar" />
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, counts }) => (
          <tr key={id} className={id === chosen ? 'chosen' : ''}>
            <th scope="row">{label}</th>
            {kinds.map((kind) => (
              <td key={kind} className="number">
                <Linked
                  value={counts[kind] ?? 0}
                  search={at(id, kind)}
                  says={`${label} ${say(labelOf('waveKind', kind))}`}
                />
              </td>
            ))}
            <td className="number">
              <Linked value={sumOf(counts)} search={at(id)} says={`${label} ${say(words.total)}`} />
            </td>
            <td className="counts-bar" aria-hidden="true">
              <Bar counts={counts} most={most} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** The same figures drawn, darkest first; the numbers beside say what they are. */
function Bar({ counts, most }: { counts: Tally; most: number }) {
  return kinds.map((kind) => (
    <span key={kind} className={`counts-part ${kind}`} style={{ width: `${(100 * (counts[kind] ?? 0)) / most}%` }} />
  ))
}

function Linked({ value, search, says }: { value: number; search: Search; says: string }) {
  if (value === 0) return <span className="quiet">0</span>
  return (
    <Link to="/rotation/forecast" search={search} resetScroll={false} aria-label={`${says} ${value}`}>
      {count(value)}
    </Link>
  )
}

function People({ page }: { page: Forecast }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.list)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.on, rotationWords.name, rotationWords.post, words.why]} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={`${row.cadreId} ${row.positionId} ${row.kind}`}>
            <td>
              {day(row.on)} {row.quarter === 'overdue' && <span className="quiet">{say(words.overdue)}</span>}
            </td>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                {row.name}
              </Link>
            </td>
            <td>
              <Link to="/key-seats/$positionId" params={{ positionId: row.positionId }}>
                {row.unitName} {row.title}
              </Link>
            </td>
            <td>{say(labelOf('waveKind', row.kind))}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
