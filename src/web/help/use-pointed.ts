import { useEffect, useState } from 'react'

const seen = (element: Element): boolean => element.getClientRects().length > 0

const find = (selectors: readonly string[]): Element | undefined =>
  selectors.flatMap((selector) => [...document.querySelectorAll(selector)]).find(seen)

/** Where the thing pointed at stands now; undefined until the page has it. It is scrolled to once, and followed. */
export function usePointed(selectors: readonly string[]): DOMRect | undefined {
  const [place, setPlace] = useState<DOMRect>()
  useEffect(() => {
    let pointed: Element | undefined
    const look = () => {
      if (!pointed?.isConnected) {
        pointed = find(selectors)
        pointed?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      }
      const now = pointed?.getBoundingClientRect()
      setPlace((before) => (before && now && sameRect(before, now) ? before : now))
    }
    look()
    const watch = new MutationObserver(look)
    watch.observe(document.body, { childList: true, subtree: true })
    window.addEventListener('resize', look)
    window.addEventListener('scroll', look, true)
    return () => {
      watch.disconnect()
      window.removeEventListener('resize', look)
      window.removeEventListener('scroll', look, true)
    }
  }, [selectors])
  return place
}

const sameRect = (a: DOMRect, b: DOMRect): boolean =>
  a.top === b.top && a.left === b.left && a.width === b.width && a.height === b.height
