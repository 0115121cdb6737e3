import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { TodoPage, TodoShape } from '#server/contract/index.ts'
import { parseSearch } from '../../client/search.ts'
import { markSeen } from '../../client/todo-queries.ts'
import { citationText } from '../../language/citation.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { bandWords, todoWords as words } from '../../language/words/todos.ts'
import '../../parts/buttons.css'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel } from '../../parts/states.tsx'

const bands = ['overdue', 'week', 'month', 'later'] as const

/** What is due by time: what is overdue first, then this week, this month, later. */
export function TodoList({ rows, bands: sums }: Pick<TodoPage, 'rows' | 'bands'>) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const marking = useMutation({
    mutationFn: markSeen,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['todos'] }),
  })
  const unseen = rows.filter(({ isSeen, band }) => !isSeen && band === 'overdue')
  return (
    <div className="todos">
      {marking.isError && <ErrorPanel error={marking.error} what={say(words.notMarked)} />}
      {bands.map((band) => {
        const here = rows.filter((row) => row.band === band)
        if (here.length === 0) return null
        return (
          <Panel
            key={band}
            title={say(bandWords[band])}
            note={count(sums[band])}
            aside={
              band === 'overdue' &&
              unseen.length > 0 && (
                <button
                  type="button"
                  className="plain-button"
                  disabled={marking.isPending}
                  onClick={() => marking.mutate(unseen.map(({ key }) => key))}
                >
                  {say(words.markShown, { count: count(unseen.length) })}
                </button>
              )
            }
            flush
          >
            <ul className="todo-rows">
              {here.map((row) => (
                <TodoRow key={row.key} row={row} onSeen={() => marking.mutate([row.key])} />
              ))}
            </ul>
          </Panel>
        )
      })}
    </div>
  )
}

interface TodoRowProps {
  readonly row: TodoShape
  onSeen(): void
}

function TodoRow({ row, onSeen }: TodoRowProps) {
  const { say, language } = useSpeech()
  const { label, kindLabel, on, band, days, basis, person, unit, officers, isPrivate, link, seen, isSeen } = row
  const [path = '/', query = ''] = link.split('?')
  return (
    <li className={band === 'overdue' ? 'todo overdue' : 'todo'}>
      <span className="todo-day">
        {day(on)}
        <small>
          {days === 0 ? say(words.today) : say(days > 0 ? words.left : words.since, { count: count(Math.abs(days)) })}
        </small>
      </span>
      <div className="todo-what">
        <Link to={path} search={parseSearch(query)}>
          {say(label)}
        </Link>
        <p className="second">
          {say(kindLabel)}
          {basis && ` · ${citationText(basis, language)}`}
          {isPrivate && ` · ${say(words.private)}`}
        </p>
      </div>
      <div className="todo-whom">
        {person?.name}
        {unit && <small>{unit.name}</small>}
      </div>
      <div className="todo-seen">
        <span className="second">{officers.map(({ name }) => say(name)).join(say(frameWords.comma))}</span>
        {seen.map(({ name, at }) => (
          <small key={at}>{say(words.seenBy, { name, at: day(at) })}</small>
        ))}
        {!isSeen && (
          <button type="button" className="plain-button" onClick={onSeen}>
            {say(words.markSeen)}
            <span className="out-of-sight"> {say(label)}</span>
          </button>
        )}
      </div>
    </li>
  )
}
