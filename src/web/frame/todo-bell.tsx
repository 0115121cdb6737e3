import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { todoCountQuery } from '../client/todo-queries.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { todoWords as words } from '../language/words/todos.ts'

/** What is due to whoever is signed in, on every page; what is overdue and unseen stands out by weight. */
export function TodoBell() {
  const { say } = useSpeech()
  const due = useQuery(todoCountQuery).data
  return (
    <Link to="/todos" className="todo-bell">
      <span>{due ? say(words.bell, { mine: count(due.mine) }) : say(words.menu)}</span>
      {due && due.overdue > 0 && <b>{say(words.bellOverdue, { count: count(due.overdue) })}</b>}
    </Link>
  )
}
