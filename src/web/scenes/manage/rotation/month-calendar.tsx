import { Link } from '@tanstack/react-router'
import type { RotationPage } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count, month as monthOf } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords } from '../../../language/words/rotation.ts'
import { WideTable } from '../../../parts/wide-table.tsx'
import { calendarOf } from './calendar-years.ts'

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** Years down, months across: how many duties fall due when; deeper where there are more. Every number lists its duties. */
export function MonthCalendar({ list, search }: { list: RotationPage; search: Search }) {
  const { say } = useSpeech()
  const { years, most } = calendarOf(list.months, Number(list.asOf.slice(0, 4)))
  const at = (period: string): Search => ({ ...search, period, state: '', offset: '' })
  return (
    <WideTable label={say(rotationWords.calendar)} className="month-calendar">
      <thead>
        <tr>
          <th scope="col">{say(rotationWords.year)}</th>
          {months.map((each) => (
            <th key={each} scope="col">
              {say(rotationWords.months, { month: Number(each) })}
            </th>
          ))}
          <th scope="col">{say(rotationWords.wholeYear)}</th>
        </tr>
      </thead>
      <tbody>
        {years.map(({ year, counts, total }) => (
          <tr key={year}>
            <th scope="row">{year}</th>
            {months.map((each, index) => {
              const own = counts[index] ?? 0
              const period = `${year}-${each}`
              return (
                <td key={each} data-depth={own === 0 ? 0 : Math.ceil((4 * own) / most)}>
                  {own > 0 && (
                    <Link
                      to="/rotation"
                      search={at(period)}
                      resetScroll={false}
                      aria-label={say(rotationWords.monthCount, { month: monthOf(period), count: count(own) })}
                    >
                      {count(own)}
                    </Link>
                  )}
                </td>
              )
            })}
            <td>
              {total > 0 && (
                <Link
                  to="/rotation"
                  search={at(String(year))}
                  resetScroll={false}
                  aria-label={say(rotationWords.monthCount, { month: String(year), count: count(total) })}
                >
                  {count(total)}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
