import { useRouter } from '@tanstack/react-router'
import { type RefObject, useEffect, useState } from 'react'

/** After a step to another page: the focus goes to it, where it is not there already, and its title is read out. */
export function Arrival({ page }: { page: RefObject<HTMLElement | null> }) {
  const router = useRouter()
  const [title, setTitle] = useState('')
  useEffect(() => {
    let arrived = false
    const stop = router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
      if (!fromLocation || !pathChanged) return
      arrived = true
      if (!page.current?.contains(document.activeElement)) page.current?.focus({ preventScroll: true })
    })
    const watch = new MutationObserver(() => arrived && setTitle(document.title))
    const named = document.querySelector('title')
    if (named) watch.observe(named, { childList: true, characterData: true, subtree: true })
    return () => {
      stop()
      watch.disconnect()
    }
  }, [router, page])
  return (
    <p className="out-of-sight" aria-live="polite">
      {title}
    </p>
  )
}
