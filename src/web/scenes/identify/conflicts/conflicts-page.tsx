import { Link, useSearch } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/tabs.css'
import { ConflictList } from './conflict-list.tsx'
import { Reliability } from './reliability.tsx'
import { SuspectedDuplicates } from './suspected-duplicates.tsx'
import { ThinlyKnown } from './thinly-known.tsx'
import './conflicts.css'

const parts = [
  { id: 'conflicts', label: words.partConflicts, Part: ConflictList },
  { id: 'thin', label: words.partThin, Part: ThinlyKnown },
  { id: 'duplicates', label: words.partDuplicates, Part: SuspectedDuplicates },
  { id: 'sources', label: words.partSources, Part: Reliability },
] as const

export interface PartProps {
  readonly search: Search
}

/** Where sources disagree, who is little known, who may be on record twice, and how far each source can be relied on. */
export function ConflictsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/conflicts' })
  const shown = valueOf(search, 'part') ?? 'conflicts'
  const Part = parts.find(({ id }) => id === shown)?.Part ?? ConflictList
  return (
    <>
      <PageTitle title={say(words.title)} />
      <nav className="tabs" aria-label={say(words.parts)}>
        {parts.map(({ id, label }) => (
          <Link
            key={id}
            to="/conflicts"
            search={id === 'conflicts' ? {} : { part: id }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={id === shown ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        ))}
      </nav>
      <Part search={search} />
    </>
  )
}
