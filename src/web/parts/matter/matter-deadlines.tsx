import { daysBetween, parseDate } from '#domain/calendar.ts'
import type { MatterDetail } from '#server/contract/index.ts'
import { citationText } from '../../language/citation.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import { Panel } from '../panel.tsx'
import './matter.css'

/** What is due, the earliest first; nothing where nothing is. */
export function MatterDeadlines({ deadlines, today }: Pick<MatterDetail, 'deadlines' | 'today'>) {
  const { say, language } = useSpeech()
  if (deadlines.length === 0) return null
  return (
    <Panel title={say(words.deadlines)} flush>
      <ul className="matter-deadlines">
        {deadlines.map(({ id, label, on, due, basis }) => (
          <li key={`${id} ${on}`} className={due}>
            <span className="matter-due-day">{day(on)}</span>
            <span>
              {say(label)} {basis && <span className="second">{citationText(basis, language)}</span>}
            </span>
            <DueIn on={on} today={today} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** How many days there still are, or since when it is overdue. */
export function DueIn({ on, today }: { readonly on: string; readonly today: string }) {
  const { say } = useSpeech()
  const left = daysBetween(parseDate(today) ?? 0, parseDate(on) ?? 0)
  if (left === 0) return <span className="second">{say(words.dueToday)}</span>
  return <span className="second">{say(left > 0 ? words.dueIn : words.dueSince, { count: Math.abs(left) })}</span>
}
