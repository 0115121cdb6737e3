import { useSyncExternalStore } from 'react'

const asked = new Map<string, MediaQueryList>()

/** One list for each query: asked anew at every drawing, the browser would make another. */
function mediaOf(query: string): MediaQueryList {
  const media = asked.get(query) ?? window.matchMedia(query)
  asked.set(query, media)
  return media
}

/** Whether the window is as a media query says, now and after every change. */
export function useWindow(query: string): boolean {
  return useSyncExternalStore(
    (listen) => {
      const media = mediaOf(query)
      media.addEventListener('change', listen)
      return () => media.removeEventListener('change', listen)
    },
    () => mediaOf(query).matches,
  )
}
