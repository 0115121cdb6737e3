import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { addMonths, dateCode, daysInMonth, formatDate, monthOf, parseDate, yearOf } from '#domain/calendar.ts'
import type { TodoMonth } from '#server/contract/index.ts'
import type { Query } from '../../client/request.ts'
import type { Search } from '../../client/search.ts'
import { todoMonthQuery } from '../../client/todo-queries.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { weekdayWords, todoWords as words } from '../../language/words/todos.ts'
import '../../parts/buttons.css'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { WideTable } from '../../parts/wide-table.tsx'

interface TodoMonthViewProps {
  readonly asked: Query
  /** `2026-11`; this month where left out. */
  readonly month: string | undefined
  onChange(changed: Search): void
}

const thisMonth = (): string => {
  const now = new Date()
  return formatDate(dateCode(now.getFullYear(), now.getMonth() + 1))
}

/** A month with what is due on each day; a day opens its list. */
export function TodoMonthView({ asked, month = thisMonth(), onChange }: TodoMonthViewProps) {
  const { say } = useSpeech()
  const found = useQuery(todoMonthQuery({ ...asked, band: undefined, day: undefined, item: undefined, month }))
  const first = parseDate(month) ?? 0
  const move = (months: number) => onChange({ month: formatDate(addMonths(first, months)) })
  return (
    <section aria-label={say(words.month)}>
      <div className="todo-month-head">
        <button type="button" className="side-button" onClick={() => move(-1)}>
          {say(words.earlierMonth)}
        </button>
        <h2 aria-live="polite">{say(words.ofMonth, { year: yearOf(first), month: monthOf(first) })}</h2>
        <button type="button" className="side-button" onClick={() => move(1)}>
          {say(words.laterMonth)}
        </button>
        <button type="button" className="plain-button" onClick={() => onChange({ month: '' })}>
          {say(words.thisMonth)}
        </button>
      </div>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <SkeletonRows rows={6} height={92} />}
      {found.data && <MonthTable month={found.data} />}
    </section>
  )
}

/** The days of a month in weeks from Monday; undefined outside it. */
function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const first = parseDate(month) ?? 0
  const before = (new Date(Date.UTC(yearOf(first), monthOf(first) - 1, 1)).getUTCDay() + 6) % 7
  const days = daysInMonth(yearOf(first), monthOf(first))
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday) => {
      const date = week * 7 + weekday - before + 1
      return date >= 1 && date <= days ? formatDate(first + date) : undefined
    }),
  )
}

function MonthTable({ month }: { readonly month: TodoMonth }) {
  const { say } = useSpeech()
  const byDay = new Map(month.days.map((one) => [one.on, one]))
  return (
    <div className="sheet">
      <WideTable label={say(words.month)} className="todo-month">
        <thead>
          <tr>
            {weekdayWords.map((weekday) => (
              <th key={weekday.en} scope="col">
                {say(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month.month).map((week) => (
            <tr key={week.find((on) => on !== undefined)}>
              {week.map((on, weekday) => (
                <td
                  key={weekdayWords[weekday]?.en}
                  className={on === month.today ? 'today' : on === undefined ? 'outside' : undefined}
                >
                  {on && <MonthDay on={on} due={byDay.get(on)} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

interface MonthDayProps {
  readonly on: string
  readonly due: TodoMonth['days'][number] | undefined
}

function MonthDay({ on, due }: MonthDayProps) {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/todos' })
  const date = Number(on.slice(8))
  if (!due) return <span className="quiet">{date}</span>
  const more = due.count - due.rows.length
  return (
    <>
      <Link
        to="/todos"
        search={{ ...search, view: '', day: on }}
        aria-label={say(words.onDay, { day: day(on), count: count(due.count) })}
      >
        {date}
      </Link>
      <ul>
        {due.rows.map(({ key, label }) => (
          <li key={key} className="todo-month-label" title={say(label)}>
            {say(label)}
          </li>
        ))}
        {more > 0 && <li className="quiet">{say(words.more, { count: count(more) })}</li>}
      </ul>
    </>
  )
}
