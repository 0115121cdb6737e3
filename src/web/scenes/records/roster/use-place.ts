import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { StoodPlace } from './grid/column.ts'

const placesKey = ['roster-places']

/** Where the reader stood in the list at each entry of the history: back again, the list is as it was left. */
export function usePlace() {
  const kept = useQueryClient()
  const entry = useRouterState({ select: ({ location }) => location.state.__TSR_key ?? '' })
  const read = kept.getQueryData<Map<string, StoodPlace>>(placesKey)
  // Written at every row that is scrolled by, which nobody need be told of.
  const places = read ?? new Map<string, StoodPlace>()
  if (!read) kept.setQueryData(placesKey, places)
  const stand = useCallback((place: StoodPlace) => void places.set(entry, place), [places, entry])
  return { begin: places.get(entry), stand }
}
