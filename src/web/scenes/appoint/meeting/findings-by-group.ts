import type { FindingShape } from '#server/contract/index.ts'

export interface FindingGroups {
  readonly met: readonly FindingShape[]
  readonly unknown: readonly FindingShape[]
  /** What the meeting has to weigh: what is not met but only warns, then what is left to its judgement. */
  readonly discretion: readonly FindingShape[]
}

const weightOrder: readonly FindingShape['weight'][] = ['decides', 'warns', 'asks']

/** Three groups; inside each, what decides comes before what warns, and that before what is only asked of people. */
export function findingsByGroup(findings: readonly FindingShape[]): FindingGroups {
  const ordered = findings.toSorted((a, b) => weightOrder.indexOf(a.weight) - weightOrder.indexOf(b.weight))
  const of = (verdict: FindingShape['verdict']) => ordered.filter((finding) => finding.verdict === verdict)
  return { met: of('met'), unknown: of('unknown'), discretion: [...of('unmet'), ...of('discretion')] }
}
