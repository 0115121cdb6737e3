import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { sessionQuery } from '../client/queries.ts'
import { HelpButton, HelpDesk, TourOffer } from '../help/help-desk.tsx'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { Account } from './account.tsx'
import { Arrival } from './arrival.tsx'
import { Clocks } from './clocks.tsx'
import { Connection } from './connection.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Menu } from './menu.tsx'
import { MenuDrawer } from './menu-drawer.tsx'
import { Notices } from './notices.tsx'
import { Page } from './page.tsx'
import { QuickSearch } from './search/quick-search.tsx'
import { TodoBell } from './todo-bell.tsx'
import { useKeys } from './use-keys.ts'
import './frame.css'

/** The frame of every page of the office: who and where we are, the search, the two clocks, what is due and new, the menu. */
export function Frame() {
  const { say } = useSpeech()
  const session = useQuery(sessionQuery).data
  const page = useRef<HTMLElement>(null)
  const keys = useRef<{ open(): void }>(null)
  const [showKeys] = useState(() => () => keys.current?.open())
  useKeys(showKeys)
  return (
    <div className="frame">
      <a className="skip" href="#page">
        {say(frameWords.skip)}
      </a>
      <header className="top">
        <MenuDrawer />
        <Link to="/" className="product">
          知人
        </Link>
        <span className="office cut">{session && say(session.office)}</span>
        <QuickSearch />
        <div className="top-right">
          <Clocks />
          <TodoBell />
          <Notices />
          <HelpButton />
          <LanguageSwitch />
          {session && <Account session={session} onKeys={showKeys} />}
        </div>
      </header>
      <Menu />
      <main ref={page} id="page" className="page" tabIndex={-1}>
        <Connection />
        {session && <TourOffer account={session.account} />}
        <Page />
      </main>
      <Arrival page={page} />
      <HelpDesk />
      <KeysDialog ref={keys} />
    </div>
  )
}
