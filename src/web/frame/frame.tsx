import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { sessionQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { Account } from './account.tsx'
import { Clocks } from './clocks.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Menu } from './menu.tsx'
import { QuickSearch } from './quick-search.tsx'
import { TodoBell } from './todo-bell.tsx'
import './frame.css'

/** The frame of every page behind the login: who and where we are, the search, the two clocks, the menu. */
export function Frame() {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  return (
    <div className="frame">
      <a className="skip" href="#page">
        {say(frameWords.skip)}
      </a>
      <header className="top">
        <Link to="/" className="product">
          知人
        </Link>
        <span className="office cut">{session && say(session.office)}</span>
        <QuickSearch />
        {session && session.role !== 'cadre' && <TodoBell />}
        <div className="top-right">
          <Clocks />
          <LanguageSwitch />
          {session && <Account session={session} />}
        </div>
      </header>
      <Menu />
      <main id="page" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
