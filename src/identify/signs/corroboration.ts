/** Signs of one person that come from sources independent of each other speak for each other. */
import type { Text } from '#domain/text.ts'
import { type Gravity, graver, type SignKind, type Standing } from './watch.ts'

/** Who noticed: signs of one source are not independent of each other. */
const sourceOf: Readonly<Record<SignKind, string>> = {
  rating: 'colleagues',
  observation: 'colleagues',
  evaluation: 'colleagues',
  results: 'results',
  petition: 'public',
  declaration: 'checks',
  audit: 'inspection',
  inspection: 'inspection',
  'triple-audit': 'inspection',
  rectification: 'inspection',
  'decision-rule': 'rules',
  'work-norm': 'rules',
}

export interface Raised {
  readonly kind: SignKind
  readonly standing: Standing
}

export interface Weight {
  readonly gravity: Gravity
  /** The kinds of sign that raised it one step. */
  readonly beside: readonly SignKind[]
}

/**
 * The gravest proven sign of a subject, and of equals the one that stood up first, goes one step up where a proven sign of
 * another source, resting on other records, stands beside it.
 */
export function weigh<Sign extends Raised>(signs: readonly Sign[]): (Sign & Weight)[] {
  const proven = signs.filter(({ standing }) => !standing.seen.unproven)
  const [gravest] = proven.toSorted(
    (a, b) =>
      b.standing.seen.gravity - a.standing.seen.gravity ||
      a.standing.since - b.standing.since ||
      (a.kind < b.kind ? -1 : 1),
  )
  const others = gravest ? proven.filter((sign) => areIndependent(sign, gravest)) : []
  return signs.map((sign) => {
    const { gravity } = sign.standing.seen
    if (sign !== gravest || others.length === 0) return { ...sign, gravity, beside: [] }
    return { ...sign, gravity: graver(gravity), beside: [...new Set(others.map(({ kind }) => kind))].sort() }
  })
}

const areIndependent = (a: Raised, b: Raised): boolean =>
  sourceOf[a.kind] !== sourceOf[b.kind] &&
  !a.standing.seen.evidence.some((record) => b.standing.seen.evidence.includes(record))

/** The reason of a sign with what stands beside it. */
export function reasonWith(reason: Text, beside: readonly Text[]): Text {
  if (beside.length === 0) return reason
  return {
    zh: `${reason.zh}。另有来源不同的提示相互印证：${beside.map(({ zh }) => zh).join('、')}`,
    en: `${reason.en}. Signs of other sources beside it: ${beside.map(({ en }) => en.toLowerCase()).join(', ')}`,
  }
}
