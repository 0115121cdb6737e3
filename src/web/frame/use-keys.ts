import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { actOf, type KeyAct, takesLetters } from './keys.ts'
import { letterKeysOn } from './letter-keys.ts'
import { searchField } from './search/quick-search.tsx'

/** Milliseconds in which the second of two keys must follow. */
const patience = 1500

/** Listens for the keys of the workbench: Ctrl K everywhere, single keys where nothing is typed and no dialog is open. */
export function useKeys(showKeys: () => void): void {
  const navigate = useNavigate()
  useEffect(() => {
    let before: { readonly key: string; readonly at: number } | undefined
    const perform = (act: KeyAct) => {
      if (act.does === 'go') void navigate({ to: act.to })
      else if (act.does === 'search') focusSearch()
      else if (act.does === 'keys') showKeys()
      else if (act.does === 'next') stepRow(1)
      else if (act.does === 'previous') stepRow(-1)
      else stepBeside(act.does)
    }
    const press = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        focusSearch()
        return
      }
      const isOurs = letterKeysOn() && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
      if (!isOurs || takesLetters(event.target) || document.querySelector('dialog[open], [role="dialog"]')) return
      const first = before && event.timeStamp - before.at < patience ? before.key : undefined
      const act = actOf(first, event.key)
      before = act === 'awaited' ? { key: event.key, at: event.timeStamp } : undefined
      if (act === undefined || act === 'awaited') return
      event.preventDefault()
      perform(act)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [navigate, showKeys])
}

function focusSearch(): void {
  const field = document.getElementById(searchField)
  if (field instanceof HTMLInputElement) field.select()
}

/** Moves the focus to the first link of the next row, or of the one before. */
function stepRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll('main :is(tbody tr, [role="row"], li):not(nav li)')].filter((row) =>
    row.querySelector('a[href], button'),
  )
  const at = rows.findLastIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? 0 : at + step]?.querySelector<HTMLElement>('a[href], button')
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Follows the link to the person before or after; without one, the tab before or after. */
function stepBeside(where: 'before' | 'after'): void {
  const related = document.querySelector<HTMLElement>(`main a[rel="${where === 'before' ? 'prev' : 'next'}"]`)
  if (related) {
    related.click()
    return
  }
  const tab = document.querySelector('main .views > [aria-current="page"], main .views > [aria-pressed="true"]')
  const beside = where === 'before' ? tab?.previousElementSibling : tab?.nextElementSibling
  if (beside instanceof HTMLElement) beside.click()
}
