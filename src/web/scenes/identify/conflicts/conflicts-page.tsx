import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { conflictsQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
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
  const all = useQuery(conflictsQuery({ limit: 1 })).data?.counts.all
  const Part = parts.find(({ id }) => id === shown)?.Part ?? ConflictList
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={all !== undefined && say(words.count, { total: count(all) })}
        views={
          <ListViews
            label={words.parts}
            views={parts.map(({ id, label }) => ({
              label,
              search: id === 'conflicts' ? {} : { part: id },
              isHere: id === shown,
            }))}
          />
        }
      />
      <Part search={search} />
    </>
  )
}
