import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Address, menuPageOf } from '../frame/menu-entries.tsx'
import { useSpeech } from '../language/language.tsx'
import './tabs.css'

interface PageViewsProps {
  /** The page of the menu whose tabs these are. */
  readonly of: Address
  /** Links elsewhere that stand with them. */
  readonly children?: ReactNode
}

/** Pages that belong together, as tabs under the title of each, as the menu has them; their order is that of the work. */
export function PageViews({ of, children }: PageViewsProps) {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  const page = menuPageOf(of)
  return (
    <nav className="tabs" aria-label={page && say(page.label)}>
      {page?.views?.map((view) => (
        <Link
          key={view.to}
          to={view.to}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={pathname === view.to ? 'page' : undefined}
        >
          {say(view.label)}
        </Link>
      ))}
      {children}
    </nav>
  )
}
