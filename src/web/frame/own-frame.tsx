import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sessionQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { Account } from './account.tsx'
import { Connection } from './connection.tsx'
import { firstPages } from './first-pages.ts'
import { keeperPages } from './keeper-pages.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { Page } from './page.tsx'
import './frame.css'
import './own-frame.css'

/** The frame for accounts outside the department: one page, no menu, no search. */
export function OwnFrame() {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  const pages = session && keeperPages[session.role]
  return (
    <div className={pages ? 'own-frame wide' : 'own-frame'}>
      <a className="skip" href="#page">
        {say(frameWords.skip)}
      </a>
      <header className="top">
        <Link to={session ? firstPages[session.role] : '/'} className="product">
          知人
        </Link>
        {pages && (
          <nav className="own-pages" aria-label={say(frameWords.menu)}>
            {pages.map(({ to, label }) => (
              <Link key={to} to={to}>
                {say(label)}
              </Link>
            ))}
          </nav>
        )}
        <div className="top-right">
          <LanguageSwitch />
          {session && <Account session={session} />}
        </div>
      </header>
      <main id="page" className="page" tabIndex={-1}>
        <Connection />
        <Page />
      </main>
    </div>
  )
}
