import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo } from 'react'
import type { RosterPage, SavedRosterView } from '#server/contract/index.ts'
import { pageSize } from '../../../client/paged-rows.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import { rosterViewsQuery } from '../../../client/roster-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { filterOf } from './clauses.ts'
import { fieldsFor } from './row-values.ts'
import { addressOf, isBare, isViewAlone, lookOf, sortIn, withSort } from './view.ts'

/** Leads the address on; `replace` where the way back should not stop here. */
export function useShow() {
  const navigate = useNavigate()
  return useCallback(
    (next: Search, replace = false) => void navigate({ to: '/cadres', search: next, replace, resetScroll: false }),
    [navigate],
  )
}

/** The view that the address names; one that is named alone is filled in, and a bare address opens the default. */
export function useOpenView(search: Search) {
  const show = useShow()
  const asked = useQuery(rosterViewsQuery)
  const views = asked.data?.views ?? []
  const named = valueOf(search, 'view')
  const wanted = isBare(search) ? asked.data?.defaultViewId : isViewAlone(search) ? named : undefined
  const filling = views.find(({ viewId, view }) => viewId === wanted && view !== null)
  const isFilling = filling !== undefined && (isBare(search) || Object.keys(filling.view?.query ?? {}).length > 0)
  useEffect(() => {
    if (isFilling) show(addressOf(filling), true)
  }, [isFilling, filling, show])
  const open = views.find(({ viewId, view }) => viewId === named && view !== null)
  const isNamed = named !== undefined && named !== 'all'
  const isAwaited = asked.isPending && (isBare(search) || isNamed)
  return { open, isSettled: !isFilling && !isAwaited, isLost: asked.isSuccess && isNamed && !open }
}

/** What the address and the open view ask for, and the first page of it. */
export function useShown(search: Search, open: SavedRosterView | undefined) {
  const filter = useMemo(() => filterOf(search), [search])
  const look = useMemo(() => lookOf(search, open), [search, open])
  const sort = useMemo(() => sortIn(search), [search])
  const query = useMemo(
    () => ({
      ...filter,
      fields: fieldsFor(look.columns.map(({ field }) => field)),
      sort: valueOf(withSort({}, sort), 'sort') ?? 'manual',
    }),
    [filter, look.columns, sort],
  )
  const page = useQuery<RosterPage>({ ...rosterPageQuery(query, 0, pageSize), placeholderData: keepPreviousData })
  return { filter, look, sort, query, page }
}

export type Shown = ReturnType<typeof useShown>
