import type { Workdays } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { holidayText, workdayWords as words } from '../../../language/words/workdays.ts'
import { monthsOf } from './months.ts'

/** Twelve months: what is off, what is on, and the weekends between. */
export function YearGrid({ year }: { year: Workdays['years'][number] }) {
  const { say } = useSpeech()
  return (
    <section className="year">
      <div className="year-months">
        {monthsOf(year).map(({ month, weeks }) => (
          <table key={month}>
            <caption>{say(words.months).split(' ')[month - 1]}</caption>
            <thead>
              <tr>
                {weekdays.map((index) => (
                  <th key={index} scope="col">
                    {say(words.weekdays).split(' ')[index]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((one) => one)?.date}>
                  {week.map((one, index) => (
                    <td
                      key={one?.date ?? `empty-${weekdays[index]}`}
                      className={one?.state}
                      title={one?.holiday && say(holidayText(one.holiday))}
                    >
                      {one?.day}
                      {one?.state === 'off' && <small>{say(words.rest)}</small>}
                      {one?.state === 'on' && <small>{say(words.work)}</small>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <p className="second">{say(words.legend)}</p>
    </section>
  )
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const
