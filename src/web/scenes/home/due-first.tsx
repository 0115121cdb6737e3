import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { parseSearch } from '../../client/search.ts'
import { todosQuery } from '../../client/todo-queries.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { bandWords } from '../../language/words/todos.ts'
import { Panel } from '../../parts/panel.tsx'

const shown = 5

/** What lies with whoever is signed in, the earliest first; nothing where nothing does. */
export function DueFirst() {
  const { say } = useSpeech()
  const page = useQuery(todosQuery({ scope: 'mine', limit: shown })).data
  if (!page || page.total === 0) return null
  return (
    <Panel
      title={say(homeWords.dueFirst)}
      note={count(page.total)}
      aside={
        <Link to="/todos" search={{ scope: 'mine' }}>
          {say(homeWords.openList)}
        </Link>
      }
      flush
    >
      <ul className="home-due">
        {page.rows.map(({ key, on, band, label, link }) => {
          const [path = '/', query = ''] = link.split('?')
          return (
            <li key={key} className={band}>
              <span className="home-due-day">{day(on)}</span>
              <Link to={path} search={parseSearch(query)} className="cut">
                {say(label)}
              </Link>
              <span className="second">{say(bandWords[band])}</span>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
