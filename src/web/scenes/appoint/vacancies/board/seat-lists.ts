import type { Text } from '#domain/text.ts'
import type { BoardCounts, BoardList } from '#server/contract/index.ts'
import type { Search } from '../../../../client/search.ts'
import { seatsWords } from '../../../../language/words/seats.ts'

export const listTitles: Record<BoardList, Text> = {
  'to-fill': seatsWords.toFill,
  'to-adjust': seatsWords.toAdjust,
  'over-quota': seatsWords.overQuota,
  concurrent: seatsWords.concurrent,
  opening: seatsWords.opening,
}

/** A column of counts and the list that each count opens. */
export const countColumns: readonly {
  readonly count: keyof BoardCounts
  readonly label: Text
  readonly opens: Search
}[] = [
  { count: 'toFill', label: seatsWords.toFill, opens: { list: 'to-fill' } },
  { count: 'withoutList', label: seatsWords.withoutList, opens: { list: 'to-fill', withoutList: 'true' } },
  { count: 'overdue', label: seatsWords.overdue, opens: { list: 'to-adjust', state: 'overdue' } },
  { count: 'dueWithinYear', label: seatsWords.dueWithinYear, opens: { list: 'to-adjust', state: 'due-within-year' } },
  { count: 'overQuota', label: seatsWords.overQuota, opens: { list: 'over-quota' } },
  { count: 'concurrent', label: seatsWords.concurrent, opens: { list: 'concurrent' } },
  { count: 'opening', label: seatsWords.opening, opens: { list: 'opening' } },
]

/** What is asked beside the list: kept when another count is opened. */
export function filtersOf(search: Search): Search {
  const set = ['sector', 'unit', 'theme'].filter((name) => (search[name] ?? '') !== '')
  return { view: 'board', ...Object.fromEntries(set.map((name) => [name, search[name] ?? ''])) }
}
