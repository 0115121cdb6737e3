import type { ElementFitShape } from '#server/contract/index.ts'
import { figure } from '../../../language/format.ts'
import { fitWords as words } from '../../../language/words/fit.ts'

export interface GapSaid {
  readonly word: (typeof words)['met' | 'above' | 'shortBy' | 'leansBelow' | 'leansAbove' | 'cannotTell']
  /** In levels, to a tenth: assessments are whole levels. */
  readonly gap: string
}

type Known = Pick<ElementFitShape, 'evidence' | 'gap' | 'state' | 'certainty'>

/** How what is known of an element stands to what is asked; undefined where nothing speaks of it. */
export function gapOf({ evidence, gap, state, certainty }: Known): GapSaid | undefined {
  const figures = figure(Math.abs(gap), 1)
  const said = (word: GapSaid['word']): GapSaid => ({ word, gap: figures })
  if (evidence.length === 0) return undefined
  if (state === 'short') return said(words.shortBy)
  if (state === 'met') return said(gap < 0 && Number(figures) > 0 ? words.above : words.met)
  if (certainty === 'inseparable') return said(words.cannotTell)
  return said(gap > 0 ? words.leansBelow : words.leansAbove)
}
