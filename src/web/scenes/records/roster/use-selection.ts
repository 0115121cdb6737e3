import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RosterLine } from '#server/contract/index.ts'
import {
  everybodyOf,
  forList,
  isSelected,
  nobodySelected,
  type Person,
  type Selection,
  selectedCount,
  withPeople,
} from './selection.ts'

const selectionKey = ['roster-selection']

const personOf = ({ cadreId, name, unitId }: RosterLine): Person => ({ cadreId, name, unitId: unitId ?? null })

/**
 * The selection lasts over pages, sorts and filters, and while its reader looks at another page and comes back; everybody
 * is meant of one list only. It goes with all that was read when the reader signs out.
 */
export function useSelection(list: string, total: number, rowAt: (place: number) => RosterLine | undefined) {
  const kept = useQueryClient()
  const [last, setLast] = useState(() => kept.getQueryData<Selection>(selectionKey) ?? nobodySelected)
  const selection = forList(last, list)
  const keep = (next: Selection) => {
    kept.setQueryData(selectionKey, next)
    setLast(next)
  }
  const selected = selectedCount(selection, total)
  return {
    selection,
    all: selection.kind === 'all' && selection.except.size === 0 ? 'all' : selected > 0 ? 'some' : 'none',
    isChosen: (row: RosterLine) => isSelected(selection, row.cadreId),
    choose(from: number, to: number, isChosen: boolean) {
      const people: Person[] = []
      for (let place = Math.min(from, to); place <= Math.max(from, to); place++) {
        const row = rowAt(place)
        if (row) people.push(personOf(row))
      }
      keep(withPeople(selection, people, isChosen))
    },
    chooseAll: (isChosen: boolean) => keep(isChosen ? everybodyOf(list) : nobodySelected),
    clear: () => keep(nobodySelected),
  } as const
}
