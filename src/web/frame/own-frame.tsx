import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { sessionQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { Account } from './account.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import './frame.css'
import './own-frame.css'

/** The frame for the account of a cadre: one page, no menu, no search. */
export function OwnFrame() {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  return (
    <div className="own-frame">
      <a className="skip" href="#page">
        {say(frameWords.skip)}
      </a>
      <header className="top">
        <Link to="/me" className="product">
          知人
        </Link>
        <div className="top-right">
          <LanguageSwitch />
          {session && <Account session={session} />}
        </div>
      </header>
      <main id="page" className="page" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  )
}
