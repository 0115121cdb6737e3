import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { todoCountQuery } from '../client/todo-queries.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { todoWords as words } from '../language/words/todos.ts'
import './raised-dues.css'

/** For the head: what is overdue for long and was seen by none of those it lies with. */
export function RaisedDues() {
  const { say } = useSpeech()
  const raised = useQuery(todoCountQuery).data?.raised ?? 0
  if (raised === 0) return null
  return (
    <p className="raised-dues">
      <b>{say(words.raisedTitle)}</b> {say(words.raised, { count: count(raised) })}{' '}
      <Link to="/todos" search={{ raised: 'true' }}>
        {say(words.raisedOpen)}
      </Link>
    </p>
  )
}
