/** The places of the first tour, in order: where each is, and what there is pointed at. */
import type { tourStepWords } from '../language/words/help.ts'

export interface TourStep {
  readonly words: keyof typeof tourStepWords
  /** The page it is on; undefined where any page has it; `vacancy` is the one longest open. */
  readonly on?: '/cadres' | 'vacancy'
  /** The first that is there and can be seen is pointed at. */
  readonly at: readonly string[]
}

export const tourSteps: readonly TourStep[] = [
  { words: 'search', at: ['.quick-search'] },
  { words: 'menu', at: ['nav.menu'] },
  { words: 'clocks', at: ['.clocks'] },
  { words: 'roster', on: '/cadres', at: ['.sentence'] },
  { words: 'finding', on: 'vacancy', at: ['main .verdict', 'main .verdict-shape'] },
  { words: 'interval', on: 'vacancy', at: ['main .interval'] },
  { words: 'todos', at: ['.todo-bell'] },
  { words: 'help', at: ['.help-button'] },
]

/** The step that was stopped at, kept inside the tour. */
export const stepAt = (step: number): number => Math.max(0, Math.min(tourSteps.length - 1, step))
