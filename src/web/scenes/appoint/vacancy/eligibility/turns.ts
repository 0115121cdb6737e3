import type { Turn, Verdict } from '#server/contract/index.ts'

/**
 * Who becomes eligible; whom no rule excludes any more, though a fact will be missing on that day (the yearly result of a
 * year that has just ended, mostly); who ceases to be eligible; and who turns without any of these.
 */
export const turnKinds = ['gain', 'released', 'loss', 'other'] as const
export type TurnKind = (typeof turnKinds)[number]

const isEligible = (verdict: Verdict): boolean => verdict === 'met' || verdict === 'discretion'

export function kindOf({ from, to }: Pick<Turn, 'from' | 'to'>): TurnKind {
  if (from === 'unmet' && to === 'unknown') return 'released'
  if (isEligible(from) === isEligible(to)) return 'other'
  return isEligible(to) ? 'gain' : 'loss'
}

export const turnsOf = (turns: readonly Turn[], kind: TurnKind): readonly Turn[] =>
  turns.filter((turn) => kindOf(turn) === kind)
