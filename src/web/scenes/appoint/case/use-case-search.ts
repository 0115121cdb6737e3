import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Search } from '../../../client/search.ts'

/** The view of the page, which lives in its address; a change leaves the rest as it is. */
export function useCaseSearch(): readonly [Search, (changed: Search) => void] {
  const search = useSearch({ from: '/office/cases/$caseId' })
  const navigate = useNavigate({ from: '/cases/$caseId' })
  const change = (changed: Search): void =>
    void navigate({ search: { ...search, ...changed }, replace: true, resetScroll: false })
  return [search, change]
}
