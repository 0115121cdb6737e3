import { Link, useSearch } from '@tanstack/react-router'
import { useId, useRef } from 'react'
import { type Search, valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords as words } from '../../../language/words/dossier.ts'
import { dossierTabWords as tabWords } from '../../../language/words/dossier-parts.ts'
import '../../../parts/tabs.css'
import '../../../parts/views.css'
import { ClockState } from './clocks/clock-state.tsx'
import './dossier-tabs.css'
import { furtherTabs, mainTabs, type Tab, type View } from './parts.ts'

interface DossierTabsProps {
  readonly cadreId: string
  readonly tab: Tab
  readonly view: View
}

/** What of the address goes along from one part to another: the clocks and the seat compared with. */
const carried = ['asOf', 'known', 'seat'] as const

function useCarried(): Record<string, string> {
  const search: Search = useSearch({ from: '/office/cadres/$cadreId' })
  return Object.fromEntries(
    carried.flatMap((name) => {
      const value = valueOf(search, name)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Eight parts and the rest under 更多; the views of a part beneath it. */
export function DossierTabs({ cadreId, tab, view }: DossierTabsProps) {
  const { say } = useSpeech()
  return (
    <>
      <div className="dossier-tabs">
        <nav className="tabs" aria-label={say(words.tabs)}>
          {mainTabs.map((one) => (
            <TabLink key={one.views[0].id} cadreId={cadreId} tab={one} isShown={one === tab} />
          ))}
        </nav>
        <Further cadreId={cadreId} shown={tab} />
        <ClockState />
      </div>
      {tab.views.length > 1 && (
        <nav className="views dossier-views" aria-label={say(tabWords.views)}>
          {tab.views.map((one) => (
            <ViewLink key={one.id} cadreId={cadreId} view={one} isShown={one === view} />
          ))}
        </nav>
      )}
    </>
  )
}

function TabLink({ cadreId, tab, isShown }: { cadreId: string; tab: Tab; isShown: boolean }) {
  const { say } = useSpeech()
  return (
    <Link
      to="/cadres/$cadreId"
      params={{ cadreId }}
      search={{ part: tab.views[0].id, ...useCarried() }}
      {...(isShown && { 'aria-current': 'page' })}
    >
      {say(tab.label)}
    </Link>
  )
}

function ViewLink({ cadreId, view, isShown }: { cadreId: string; view: View; isShown: boolean }) {
  const { say } = useSpeech()
  return (
    <Link
      to="/cadres/$cadreId"
      params={{ cadreId }}
      search={{ part: view.id, ...useCarried() }}
      {...(isShown && { 'aria-current': 'page' })}
    >
      {say(view.label)}
    </Link>
  )
}

/** A menu that the browser itself opens and closes. */
function Further({ cadreId, shown }: { cadreId: string; shown: Tab }) {
  const { say } = useSpeech()
  const menu = useRef<HTMLDivElement>(null)
  const id = useId()
  const current = furtherTabs.find((one) => one === shown)
  return (
    <div className="further">
      <button
        type="button"
        className={current ? 'further-key shown' : 'further-key'}
        popoverTarget={id}
        aria-haspopup="true"
      >
        {current ? say(tabWords.moreNow, { tab: current.label }) : say(tabWords.more)}
      </button>
      <div ref={menu} id={id} popover="auto" className="further-menu">
        <nav aria-label={say(tabWords.more)} onClick={() => menu.current?.hidePopover()}>
          {furtherTabs.map((one) => (
            <TabLink key={one.views[0].id} cadreId={cadreId} tab={one} isShown={one === shown} />
          ))}
        </nav>
      </div>
    </div>
  )
}
