import type { LinkProps } from '@tanstack/react-router'
import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Text } from '#domain/text.ts'
import { useSpeech } from '../language/language.tsx'
import './views.css'

interface PageViewsProps {
  /** What the pages have in common. */
  readonly label: Text
  readonly views: readonly { readonly to: NonNullable<LinkProps['to']>; readonly label: Text }[]
  /** Links elsewhere that stand with them. */
  readonly children?: ReactNode
}

/** Pages that belong together, beside the title of each; their order is that of the work. */
export function PageViews({ label, views, children }: PageViewsProps) {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  return (
    <nav className="views" aria-label={say(label)}>
      {views.map((view) => (
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
