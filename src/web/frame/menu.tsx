import { useQuery } from '@tanstack/react-query'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { homeQuery, sessionQuery } from '../client/queries.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { homeIcon, homePage, type MenuGroup, type MenuPage, menuGroups, type Place, placeOf } from './menu-entries.tsx'
import { chooseMenuWidth, useMenuWidth } from './menu-width.ts'
import { Popout } from './popout.tsx'
import './menu.css'

/** The menu at the left: wide with all pages and their counts, or a rail whose groups open theirs. */
export function Menu() {
  const { say } = useSpeech()
  const width = useMenuWidth()
  const isWide = width === 'wide'
  return (
    <nav className={`menu menu-${width}`} aria-label={say(frameWords.menu)}>
      {isWide ? (
        <div className="menu-pages">
          <WideMenu />
        </div>
      ) : (
        <Rail />
      )}
      <button
        type="button"
        className="menu-width"
        aria-pressed={!isWide}
        title={say(isWide ? frameWords.narrowMenu : frameWords.widenMenu)}
        aria-label={say(isWide ? frameWords.narrowMenu : frameWords.widenMenu)}
        onClick={() => chooseMenuWidth(isWide ? 'rail' : 'wide')}
      >
        <Sign>{isWide ? <path d="m10 3-5 5 5 5" /> : <path d="m6 3 5 5-5 5" />}</Sign>
      </button>
    </nav>
  )
}

export const Sign = ({ children }: { children: ReactNode }) => (
  <svg className="frame-sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
    {children}
  </svg>
)

/** All pages under the names of their groups; the tabs of the current page stand under it. */
export function WideMenu() {
  const { say } = useSpeech()
  const here = usePlace()
  return (
    <>
      <ul>
        <PageLine page={homePage} here={here} />
      </ul>
      {menuGroups.map((group) => (
        <section key={group.id} aria-label={say(group.label)}>
          <p className="menu-title">{say(group.label)}</p>
          <PageLines group={group} here={here} />
        </section>
      ))}
    </>
  )
}

function Rail() {
  const { say } = useSpeech()
  const here = usePlace()
  const isHome = here?.page === homePage
  return (
    <>
      <Link to="/" className={isHome ? 'rail-entry current' : 'rail-entry'} aria-current={isHome ? 'page' : undefined}>
        <Sign>{homeIcon}</Sign>
        <span>{say(frameWords.home)}</span>
      </Link>
      {menuGroups.map((group) => (
        <Popout
          key={group.id}
          className="rail-group"
          label={say(group.label)}
          isCurrent={here?.group === group}
          button={
            <span className="rail-entry">
              <Sign>{group.icon}</Sign>
              <span>{say(group.label)}</span>
            </span>
          }
        >
          {() => (
            <>
              <p className="menu-title">{say(group.label)}</p>
              <PageLines group={group} here={here} />
            </>
          )}
        </Popout>
      ))}
    </>
  )
}

const usePlace = (): Place | undefined => placeOf(useLocation().pathname)

function PageLines({ group, here }: { group: MenuGroup; here: Place | undefined }) {
  const isHead = useQuery(sessionQuery).data?.role === 'head'
  return (
    <ul>
      {group.pages
        .filter(({ isAside, isForHead }) => !isAside && (isHead || !isForHead))
        .map((page) => (
          <PageLine key={page.to} page={page} here={here} />
        ))}
    </ul>
  )
}

function PageLine({ page, here }: { page: MenuPage; here: Place | undefined }) {
  const isHere = here?.page === page
  return (
    <li>
      <PageLink
        page={page}
        isCurrent={isHere}
        isExact={isHere && (here.view === undefined || here.view.to === page.to)}
      />
      {isHere && page.views && (
        <ul className="menu-views">
          {page.views.map((view) => (
            <li key={view.to}>
              <PageLink page={view} isCurrent={view === here.view} isExact={false} />
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function PageLink({ page, isCurrent, isExact }: { page: MenuPage; isCurrent: boolean; isExact: boolean }) {
  const { say } = useSpeech()
  const home = useQuery(homeQuery).data
  const link = useRef<HTMLAnchorElement>(null)
  // The menu is longer than many windows: its current page is kept in sight.
  useEffect(() => {
    if (isExact) link.current?.scrollIntoView({ block: 'nearest' })
  }, [isExact])
  return (
    <Link
      ref={link}
      to={page.to}
      activeOptions={{ exact: true, includeSearch: false }}
      className={isCurrent ? 'current' : ''}
      aria-current={isExact ? 'page' : isCurrent ? 'true' : undefined}
    >
      <span>{say(page.label)}</span>
      {home && page.records && <span className="menu-count">{count(page.records(home))}</span>}
    </Link>
  )
}
