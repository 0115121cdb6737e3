/** Whether the menu is wide or a rail: as the reader chose in this browser, else as the window has room. */
import { useSyncExternalStore } from 'react'

export type MenuWidth = 'wide' | 'rail'

const memory = 'zhiren.menu'
const roomy = '(width >= 1440px)'
const told = new Set<() => void>()
let chosen: MenuWidth | undefined = remembered()

function remembered(): MenuWidth | undefined {
  try {
    const kept = localStorage.getItem(memory)
    return kept === 'wide' || kept === 'rail' ? kept : undefined
  } catch {
    return undefined
  }
}

export function chooseMenuWidth(width: MenuWidth): void {
  chosen = width
  try {
    localStorage.setItem(memory, width)
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
  for (const tell of told) tell()
}

export const useMenuWidth = (): MenuWidth =>
  useSyncExternalStore(
    (changed) => {
      const window = matchMedia(roomy)
      window.addEventListener('change', changed)
      told.add(changed)
      return () => {
        window.removeEventListener('change', changed)
        told.delete(changed)
      }
    },
    () => chosen ?? (matchMedia(roomy).matches ? 'wide' : 'rail'),
  )
