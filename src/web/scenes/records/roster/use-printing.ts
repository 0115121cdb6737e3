import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { flushSync } from 'react-dom'
import type { RosterPage } from '#server/contract/index.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import type { Query } from '../../../client/request.ts'

/** A longer list leaves as a file. */
const mostPrinted = 500

/**
 * The rows of the list for paper: all of them up to a number, not those in sight. Ctrl P reads them too; a print that the
 * browser's own menu begins has the rows that are held.
 */
export function usePrinting(query: Query, held: RosterPage | undefined) {
  const client = useQueryClient()
  const [page, setPage] = useState<RosterPage>()
  const print = async () => {
    const read = await client.fetchQuery(rosterPageQuery(query, 0, mostPrinted)).catch(() => held)
    flushSync(() => setPage(read))
    window.print()
  }
  const begin = useEffectEvent(() => flushSync(() => setPage((chosen) => chosen ?? held)))
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'p') return
    event.preventDefault()
    void print()
  })
  useEffect(() => {
    const end = () => setPage(undefined)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    addEventListener('keydown', press)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      removeEventListener('keydown', press)
    }
  }, [])
  return { page, print: () => void print() }
}
