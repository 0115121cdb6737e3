import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ExchangePlanPage } from '#server/contract/index.ts'
import { exchangePlanQuery } from '../../../client/rotation-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords, planWords as words } from '../../../language/words/rotation.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import './rotation.css'

const pageSize = 100
const stateWords = { planned: words.planned, late: words.isLate, unplaced: words.isUnplaced }

/** Who is due, spread over the years under a limit of each unit; any of them can be made a slate. */
export function PlanPage() {
  const { say, language } = useSpeech()
  const search = useSearch({ from: '/office/rotation/plan' })
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const [year, unit] = [valueOf(search, 'year'), valueOf(search, 'unit')]
  const plan = useQuery({
    ...exchangePlanQuery({ year, unit, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  const page = plan.data
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={page && say(words.people, { count: count(page.years.reduce((sum, { proposed }) => sum + proposed, 0)) })}
        views={<PageViews of="/rotation" />}
      />
      {plan.isError && <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />}
      {plan.isPending && <SkeletonRows rows={14} height={32} />}
      {page && (
        <div className="rotation">
          <Panel title={say(words.years)} explained="exchange-plan" note={<Limits page={page} />} flush>
            <Years page={page} />
          </Panel>
          <Panel
            title={say(words.list)}
            note={citationText(page.basis, language)}
            aside={
              (year || unit) && (
                <Link to="/rotation/plan" resetScroll={false}>
                  {say(words.clear)}
                </Link>
              )
            }
            className={plan.isPlaceholderData ? 'stale' : ''}
            flush
          >
            {page.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/rotation/plan">{say(words.clear)}</Link>} />
            ) : (
              <People page={page} chosen={chosen} onChoose={setChosen} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={page.total}
              onMove={(next) => void navigate({ to: '/rotation/plan', search: { ...search, offset: String(next) } })}
            />
            <ChosenBar chosen={chosen} onClear={() => setChosen(new Map())} />
          </Panel>
        </div>
      )}
    </>
  )
}

function Limits({ page }: { page: ExchangePlanPage }) {
  const { say } = useSpeech()
  const { perUnitYear, principalsPerUnitYear, earlyYears } = page.settings
  const limits = say(words.note, { unit: perUnitYear, principals: principalsPerUnitYear, early: earlyYears })
  return <>{limits}</>
}

function Years({ page }: { page: ExchangePlanPage }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.years)} className="figures counts plan-years">
      <thead>
        <tr>
          <th scope="col">{say(words.year)}</th>
          <th scope="col" className="number">
            {say(words.due)}
          </th>
          <th scope="col" className="number">
            {say(words.proposed)}
          </th>
        </tr>
      </thead>
      <tbody>
        {page.years.map(({ year, due, proposed }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            <td className="number">{count(due)}</td>
            <td className="number">
              <Link
                to="/rotation/plan"
                search={{ year: String(year) }}
                resetScroll={false}
                aria-label={`${year} ${say(words.proposed)} ${proposed}`}
              >
                {count(proposed)}
              </Link>
            </td>
          </tr>
        ))}
        <tr>
          <td colSpan={3} className="second">
            {say(words.late, { count: count(page.late) })} · {say(words.unplaced, { count: count(page.unplaced) })}
          </td>
        </tr>
      </tbody>
    </WideTable>
  )
}

interface PeopleProps {
  readonly page: ExchangePlanPage
  readonly chosen: ReadonlyMap<string, string>
  onChoose(chosen: ReadonlyMap<string, string>): void
}

function People({ page, chosen, onChoose }: PeopleProps) {
  const { say } = useSpeech()
  const toggle = (cadreId: string, name: string): void => {
    const next = new Map(chosen)
    if (!next.delete(cadreId)) next.set(cadreId, name)
    onChoose(next)
  }
  return (
    <WideTable label={say(words.list)} className="figures plan-people">
      <thead>
        <tr>
          <td />
          <ColumnHeads heads={[rotationWords.name, rotationWords.post, words.dueOn, words.proposedYear, words.state]} />
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.cadreId}>
            <td>
              <input
                type="checkbox"
                aria-label={say(rotationWords.choose, { name: row.name })}
                checked={chosen.has(row.cadreId)}
                onChange={() => toggle(row.cadreId, row.name)}
              />
            </td>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                {row.name}
              </Link>
            </td>
            <td>
              <Link to="/rotation/plan" search={{ unit: row.unitId }} resetScroll={false}>
                {row.unitName}
              </Link>{' '}
              <Link to="/key-seats/$positionId" params={{ positionId: row.positionId }}>
                {row.title}
              </Link>
            </td>
            <td>{day(row.dueOn)}</td>
            <td>{row.year ?? '—'}</td>
            <td className="second">
              {say(row.state === 'planned' && row.dueOn <= page.asOf ? words.isOverdue : stateWords[row.state])}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
