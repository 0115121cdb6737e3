import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { Workdays } from '#server/contract/index.ts'
import { valueOf } from '../../../client/search.ts'
import { workdaysQuery } from '../../../client/workday-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { holidayText, workdayWords as words } from '../../../language/words/workdays.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/tabs.css'
import { YearForm } from './year-form.tsx'
import { YearGrid } from './year-grid.tsx'
import './workdays.css'

type Year = Workdays['years'][number]

/** The working days of each year, and a year entered by the head with the notice it comes from. */
export function WorkdaysPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/workdays' })
  const calendar = useQuery(workdaysQuery)
  const { data } = calendar
  const entered = data?.years.map(({ year }) => year) ?? []
  const last = entered.at(-1) ?? new Date().getFullYear()
  const asked = Number(valueOf(search, 'year'))
  const chosen = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : last
  const found = data?.years.find(({ year }) => year === chosen)
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={data && say(words.count, { total: count(data.years.length) })}
        views={
          data && <Years years={[...new Set([...entered, last + 1, chosen])].sort((a, b) => a - b)} chosen={chosen} />
        }
      />
      {data && <p className="page-purpose">{say(words.purpose, { days: String(data.noticeDays) })}</p>}
      {calendar.isError && <ErrorPanel error={calendar.error} onRetry={() => void calendar.refetch()} />}
      {calendar.isPending && <SkeletonRows rows={10} height={46} />}
      {data && (
        <div className="workdays-grid">
          {found ? (
            <YearGrid year={found} />
          ) : (
            <div className="sheet">
              <EmptyState
                why={say(words.notEntered, { year: String(chosen) })}
                next={say(data.mayAdopt ? words.notEnteredNext : words.onlyHead)}
              />
            </div>
          )}
          <aside className="workdays-side">
            {found && <Source year={found} />}
            {data.mayAdopt ? (
              <YearForm key={chosen} year={chosen} known={found} />
            ) : (
              <p className="second">{say(words.onlyHead)}</p>
            )}
          </aside>
        </div>
      )}
    </>
  )
}

function Years({ years, chosen }: { years: readonly number[]; chosen: number }) {
  const { say } = useSpeech()
  return (
    <nav className="tabs" aria-label={say(words.years)}>
      {years.map((year) => (
        <Link
          key={year}
          to="/workdays"
          search={{ year: String(year) }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={year === chosen ? 'page' : undefined}
        >
          {year}
        </Link>
      ))}
    </nav>
  )
}

function Source({ year: { notice, adopted, off, on } }: { year: Year }) {
  const { say } = useSpeech()
  return (
    <dl>
      <dt>{say(words.source)}</dt>
      <dd>
        {notice}
        <small>{adopted ? say(words.enteredBy, { by: adopted.by, on: day(adopted.on) }) : say(words.shipped)}</small>
      </dd>
      <dt>{say(words.off)}</dt>
      <dd>
        {off.map(({ name, from, to }) => (
          <span key={from}>
            {say(holidayText(name))}{' '}
            <span className="holiday-days">{from === to ? day(from) : `${day(from)}–${day(to)}`}</span>
          </span>
        ))}
      </dd>
      <dt>{say(words.on)}</dt>
      <dd>{on.length === 0 ? say(words.none) : on.map((one) => <span key={one}>{day(one)}</span>)}</dd>
    </dl>
  )
}
