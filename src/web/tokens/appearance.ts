import { useSyncExternalStore } from 'react'
import { type Palette, palettes, type Surface } from './palette.ts'
import { rootChoice, useRootChoice } from './root-choice.ts'
import { densities } from './scale.ts'

export const appearance = rootChoice('appearance', ['light', 'dark', 'system'], 'system')
export type Appearance = (typeof appearance.choices)[number]

/** How much room rows have in the tables of this browser; a table may wear `data-density` of its own. */
export const density = rootChoice('density', densities, 'dense')

let isPrinting = false
const systemDark = () => matchMedia('(prefers-color-scheme: dark)')

function surface(): Surface {
  if (isPrinting) return 'print'
  const chosen = appearance.read()
  return chosen === 'system' ? (systemDark().matches ? 'dark' : 'light') : chosen
}

/** While the page is printed, what draws with colours of its own (canvas, Ant Design) draws for paper. */
function subscribe(changed: () => void): () => void {
  const before = () => {
    isPrinting = true
    changed()
  }
  const after = () => {
    isPrinting = false
    changed()
  }
  const system = systemDark()
  const leave = appearance.subscribe(changed)
  system.addEventListener('change', changed)
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    leave()
    system.removeEventListener('change', changed)
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}

interface ShownAppearance {
  readonly appearance: Appearance
  choose(appearance: Appearance): void
  /** What the page is drawn for now: the choice, the system's where that was chosen, paper while printing. */
  readonly surface: Surface
  /** For what cannot read CSS variables. */
  readonly palette: Palette
}

export function useAppearance(): ShownAppearance {
  const [chosen, choose] = useRootChoice(appearance)
  const shown = useSyncExternalStore(subscribe, surface)
  return { appearance: chosen, choose, surface: shown, palette: palettes[shown] }
}
