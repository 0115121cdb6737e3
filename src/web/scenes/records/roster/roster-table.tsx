import { useQuery } from '@tanstack/react-query'
import type { RosterChoices } from '#server/contract/index.ts'
import { homeQuery } from '../../../client/queries.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { withWhere } from './conditions/use-tree.ts'
import { Nobody } from './nobody.tsx'
import { RosterList, type RosterListProps } from './roster-list.tsx'
import type { Shown } from './use-shown.ts'
import { rowHeights } from './view.ts'

interface RosterTableProps extends Omit<RosterListProps, 'query' | 'filter' | 'look' | 'sort'> {
  readonly shown: Shown
  readonly search: Search
  readonly offered: RosterChoices | undefined
  /** Which view is shown is known. */
  readonly isSettled: boolean
  onShow(search: Search): void
}

/** The rows; or why there are none, and how to go on. */
export function RosterTable({ shown, search, offered, isSettled, onShow, ...list }: RosterTableProps) {
  const { page, query, filter, look, sort } = shown
  const { say } = useSpeech()
  const serving = useQuery(homeQuery).data?.counts.serving
  if (page.isError && !page.data)
    return (
      <ErrorPanel
        error={page.error}
        onRetry={() => void page.refetch()}
        onward={<Clearing search={search} onShow={onShow} />}
      />
    )
  if (!page.data || !isSettled)
    return (
      <SkeletonRows
        rows={20}
        height={rowHeights[look.density]}
        what={
          serving === undefined ? say(frameWords.reading) : say(frameWords.readingPeople, { count: count(serving) })
        }
      />
    )
  if (page.data.total === 0) return <Nobody search={search} whole={page.data.whole} offered={offered} onShow={onShow} />
  return <RosterList query={query} filter={filter} look={look} sort={sort} {...list} />
}

/** A list that cannot be read as it was asked for is read with less. */
function Clearing({ search, onShow }: { search: Search; onShow(search: Search): void }) {
  const { say } = useSpeech()
  return (
    <>
      {search['where'] !== undefined && (
        <button type="button" className="plain-button" onClick={() => onShow(withWhere(search, ''))}>
          {say(rosterWords.clearWhere)}
        </button>
      )}
      <button type="button" className="plain-button" onClick={() => onShow({ view: 'all' })}>
        {say(rosterWords.wholeRoster)}
      </button>
    </>
  )
}
