import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TodoShape } from '#server/contract/index.ts'
import { parseSearch } from '../../client/search.ts'
import { todosAheadQuery } from '../../client/todo-queries.ts'
import { citationText } from '../../language/citation.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { todoWords } from '../../language/words/todos.ts'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'

const nothingDue = { overdue: 0, week: 0, month: 0, later: 0 }

/** What comes next, the earliest first: one's own, or everybody's where few are one's own. What is overdue is counted. */
export function DueFirst() {
  const { say } = useSpeech()
  const asked = useQuery(todosAheadQuery)
  const ahead = asked.data
  const { scope, bands } = ahead ?? { scope: 'mine' as const, bands: nothingDue }
  const all = Object.values(bands).reduce((sum, many) => sum + many, 0)
  return (
    <Panel
      title={say(homeWords.dueFirst)}
      explained="due"
      note={
        ahead &&
        [
          ...(scope === 'mine' ? [] : [say(homeWords.dueShared)]),
          say(homeWords.dueNote, { week: count(bands.week), month: count(bands.month) }),
        ].join(' · ')
      }
      aside={
        ahead && (
          <Link to="/todos" search={{ scope }}>
            {say(homeWords.dueAll, { count: count(all) })}
          </Link>
        )
      }
      flush
    >
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={7} height={52} />}
      {ahead && all === 0 && <EmptyState why={say(homeWords.dueNone)} />}
      <ul className="home-due">
        {bands.overdue > 0 && (
          <li className="home-overdue">
            <span>{say(homeWords.dueOverdue, { count: count(bands.overdue) })}</span>
            <Link to="/todos" search={{ scope, band: 'overdue' }}>
              {say(homeWords.openList)}
            </Link>
          </li>
        )}
        {ahead?.rows.map((todo) => (
          <DueRow key={todo.key} todo={todo} />
        ))}
      </ul>
    </Panel>
  )
}

function DueRow({ todo: { on, band, days, kindLabel, label, basis, person, unit, link } }: { todo: TodoShape }) {
  const { say, language } = useSpeech()
  const [path = '/', query = ''] = link.split('?')
  const when =
    days === 0
      ? say(todoWords.today)
      : days < 0
        ? say(todoWords.since, { count: count(-days) })
        : say(todoWords.left, { count: count(days) })
  const about = [person?.name, unit?.name, basis && citationText(basis, language)].filter(Boolean)
  return (
    <li className={band}>
      <span className="home-due-day">
        {day(on)}
        <small>{when}</small>
      </span>
      <span className="home-due-kind">{say(kindLabel)}</span>
      <span className="home-due-what">
        <span className="cut" title={say(label)}>
          {say(label)}
        </span>
        <small className="cut">{about.join(' · ')}</small>
      </span>
      <Link to={path} search={parseSearch(query)} aria-label={`${say(homeWords.open)} ${say(label)}`}>
        {say(homeWords.open)}
      </Link>
    </li>
  )
}
