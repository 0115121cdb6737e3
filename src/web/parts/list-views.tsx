import { Link } from '@tanstack/react-router'
import type { Text } from '#domain/text.ts'
import type { Search } from '../client/search.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import './tabs.css'
import './views.css'

export interface ListView {
  readonly label: Text
  /** How many it lists. */
  readonly count?: number
  readonly search: Search
  readonly isHere: boolean
}

interface ListViewsProps {
  readonly label: Text
  readonly views: readonly ListView[]
  /** In a line above the list, where the tabs under the title are those of other pages. */
  readonly isLine?: boolean
}

/** Views of the list that a page shows, each with its count; the address says which. */
export function ListViews({ label, views, isLine = false }: ListViewsProps) {
  const { say } = useSpeech()
  return (
    <nav className={isLine ? 'views views-line' : 'tabs'} aria-label={say(label)}>
      {views.map((view) => (
        <Link
          key={view.label.en}
          to="."
          search={view.search}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={view.isHere ? 'page' : undefined}
        >
          {say(view.label)} {view.count !== undefined && <span className="quiet">{count(view.count)}</span>}
        </Link>
      ))}
    </nav>
  )
}
