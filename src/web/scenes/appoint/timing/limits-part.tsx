import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { LimitKindShape, LimitsPage } from '#server/contract/index.ts'
import { ChartFigure, type ChartTable } from '../../../charts/chart-figure.tsx'
import { limitsQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day, month as monthOf } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { chartWords } from '../../../language/words/charts.ts'
import { limitWords, timingWords } from '../../../language/words/timing.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { LimitsWave } from './limits-wave.tsx'
import { TeamsAhead } from './teams-ahead.tsx'

const pageSize = 50

/** Who passes an age or a term, by month; which team loses how many; a bar, a kind or a team narrows the list. */
export function LimitsPart() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/timing' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const filter = {
    kind: valueOf(search, 'kind'),
    month: valueOf(search, 'month'),
    unit: valueOf(search, 'unit'),
    within: valueOf(search, 'within'),
  }
  const limits = useQuery({ ...limitsQuery({ ...filter, offset, limit: pageSize }), placeholderData: keepPreviousData })
  const show = (next: Search) =>
    void navigate({ to: '/timing', search: { ...search, offset: '', ...next }, resetScroll: false })
  if (limits.isError) return <ErrorPanel error={limits.error} onRetry={() => void limits.refetch()} />
  if (!limits.data) return <SkeletonRows rows={14} height={46} />
  const page = limits.data
  const unit = page.teams.find(({ unitId }) => unitId === filter.unit)
  return (
    <div className="timing">
      <Panel
        title={say(timingWords.wave)}
        explained="retirement-month"
        note={say(timingWords.waveNote)}
        aside={<Kinds page={page} search={search} />}
      >
        <ChartFigure label={say(timingWords.wave)} table={limitsTable(page, say)}>
          <LimitsWave page={page} chosen={filter.month} onPick={(month) => show({ month })} />
        </ChartFigure>
      </Panel>
      <div className="timing-two">
        <Panel
          title={say(timingWords.list)}
          note={say(timingWords.people, { count: count(page.total) })}
          aside={<Narrowed search={search} unit={unit?.unitName} />}
          className={limits.isPlaceholderData ? 'stale' : ''}
          flush
        >
          {page.total === 0 ? (
            <EmptyState
              why={say(timingWords.noLimit)}
              next={
                <Link to="/timing" search={{ part: 'limits' }}>
                  {say(timingWords.clear)}
                </Link>
              }
            />
          ) : (
            <LimitTable page={page} />
          )}
          <Pager offset={offset} size={pageSize} total={page.total} onMove={(next) => show({ offset: String(next) })} />
        </Panel>
        <TeamsAhead teams={page.teams} />
      </div>
    </div>
  )
}

/** How many pass which limit in which month. */
function limitsTable({ kinds, months }: LimitsPage, say: Say): ChartTable {
  return {
    columns: [
      { head: say(timingWords.month) },
      ...[...kinds.map((kind) => limitWords[kind]), chartWords.total].map((head) => ({
        head: say(head),
        figures: true,
      })),
    ],
    rows: months.map(({ month, counts, total }) => ({
      key: month,
      cells: [
        month === 'passed' ? say(timingWords.passed) : monthOf(month),
        ...kinds.map((_, at) => count(counts[at] ?? 0)),
        count(total),
      ],
    })),
  }
}

function Narrowed({ search, unit }: { search: Search; unit: string | undefined }) {
  const { say } = useSpeech()
  if (['kind', 'month', 'unit', 'within'].every((name) => valueOf(search, name) === undefined)) return null
  const month = valueOf(search, 'month')
  const months = valueOf(search, 'within')
  return (
    <>
      {months && say(timingWords.within, { months })}{' '}
      {month && (month === 'passed' ? say(timingWords.passed) : monthOf(month))}{' '}
      {unit && say(timingWords.ofUnit, { unit })}{' '}
      <Link to="/timing" search={{ part: 'limits' }} resetScroll={false}>
        {say(timingWords.clear)}
      </Link>
    </>
  )
}

function Kinds({ page, search }: { page: LimitsPage; search: Search }) {
  const { say } = useSpeech()
  const sumOf = (kind: LimitKindShape): number =>
    page.months.reduce((sum, { counts }) => sum + (counts[page.kinds.indexOf(kind)] ?? 0), 0)
  return (
    <ul className="views limit-kinds">
      {page.kinds.map((kind) => (
        <li key={kind}>
          <span className={`limit-mark ${kind}`} aria-hidden="true" />
          <Link
            to="/timing"
            search={{ ...search, part: 'limits', kind, offset: '' }}
            resetScroll={false}
            aria-current={valueOf(search, 'kind') === kind ? 'true' : undefined}
          >
            {say(limitWords[kind])} <span>{count(sumOf(kind))}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LimitTable({ page }: { page: LimitsPage }) {
  const { say, language } = useSpeech()
  return (
    <WideTable className="figures" label={say(timingWords.list)}>
      <thead>
        <tr>
          <ColumnHeads heads={[timingWords.month, timingWords.name, timingWords.post, timingWords.kind]} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map(({ person, kind, on, month, rule, basis, says }) => (
          <tr key={`${person.cadreId} ${kind} ${rule} ${on}`}>
            <td>
              {day(on)} {month === 'passed' && <span className="quiet">{say(timingWords.passed)}</span>}
            </td>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                {person.name}
              </Link>
            </td>
            <td>
              {person.unitName} {person.title}
            </td>
            <td>
              {say(limitWords[kind])}{' '}
              <Link to="/rules/$ruleId" params={{ ruleId: rule }} className="second" title={say(basis.title)}>
                {citationText(basis, language)}
              </Link>
              <p className="second">{say(says)}</p>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
