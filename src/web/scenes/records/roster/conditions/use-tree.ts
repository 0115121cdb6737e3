import { useState } from 'react'
import { type Search, valueOf } from '../../../../client/search.ts'
import { type Group, readTree, whereOf } from './tree.ts'

/**
 * The tree of the address with the lines that are not finished yet: those stay here until they can be sent, and go where the
 * address is led elsewhere.
 */
export function useTree(search: Search, onChange: (search: Search) => void) {
  const where = valueOf(search, 'where') ?? ''
  const [draft, setDraft] = useState(() => ({ tree: readTree(where), from: where }))
  const isSent = whereOf(draft.tree) === where
  if (isSent && draft.from !== where) setDraft({ ...draft, from: where })
  const tree = isSent || draft.from === where ? draft.tree : readTree(where)
  const set = (next: Group) => {
    setDraft({ tree: next, from: where })
    const sent = whereOf(next)
    if (sent !== where) onChange(withWhere(search, sent))
  }
  return { tree, set }
}

/** The address with another tree of conditions; without any where the text is empty. */
export function withWhere(search: Search, where: string): Search {
  const { where: _, ...others } = search
  return where === '' ? others : { ...others, where }
}
