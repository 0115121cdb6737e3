/** Copied and empty texts, held against what was planted. Pure. */
import { type Fact, type Facts, type Found, foundByKind, type Raised } from './planted.ts'

export interface SamenessRecovery {
  /** `boilerplate`, and `copied` by the manner of copying where the truth says it. */
  readonly kinds: Readonly<Record<string, Found>>
  readonly copied: Raised
  readonly boilerplate: Raised
  readonly lookAlikes: { readonly planted: number; readonly raised: number }
}

export function judgeSameness(sameness: Facts, truth: Facts): SamenessRecovery {
  const planted = truth.filter((row) => row.look_alike !== 'true')
  const honest = truth.filter((row) => row.look_alike === 'true')
  const familyOfText = families(planted.filter((row) => row.kind === 'copied'))
  const empty = new Set(planted.filter((row) => row.kind === 'boilerplate').map((row) => row.statement_id))
  const pairs = sameness.filter((row) => row.kind === 'copied')
  const isSame = (row: Fact): boolean => {
    const family = familyOfText.get(row.statement_id ?? '')
    return family !== undefined && family === familyOfText.get(row.other_id ?? '')
  }
  const marked = new Set(pairs.filter(isSame).flatMap((row) => [row.statement_id, row.other_id]))
  const called = sameness.filter((row) => row.kind === 'boilerplate').map((row) => row.statement_id)
  const kindOf = (row: Fact): string =>
    row.kind === 'boilerplate'
      ? 'boilerplate'
      : `copied ${row.declared === 'true' ? 'declared' : (row.manner ?? '') || 'undeclared'}`
  const isFound = (row: Fact): boolean =>
    row.kind === 'boilerplate' ? called.includes(row.statement_id) : marked.has(row.statement_id)
  const pairKey = (row: Fact): string => [row.statement_id, row.other_id].sort().join(' ')
  const raisedPairs = new Set(pairs.map(pairKey))
  const judgedPairs = pairs.filter((row) => !(empty.has(row.statement_id) && empty.has(row.other_id)))
  return {
    kinds: foundByKind(planted, kindOf, isFound),
    copied: { raised: judgedPairs.length, right: judgedPairs.filter(isSame).length },
    boilerplate: { raised: called.length, right: called.filter((id) => empty.has(id)).length },
    lookAlikes: { planted: honest.length, raised: honest.filter((row) => raisedPairs.has(pairKey(row))).length },
  }
}

/** Texts that come from one original, over several steps of copying. */
function families(pairs: Facts): Map<string, string> {
  const parents = new Map<string, string>()
  const root = (id: string): string => {
    const up = parents.get(id)
    return up === undefined || up === id ? id : root(up)
  }
  for (const { statement_id = '', other_id = '' } of pairs) parents.set(root(statement_id), root(other_id))
  return new Map(
    pairs.flatMap(({ statement_id = '', other_id = '' }) => [statement_id, other_id].map((id) => [id, root(id)])),
  )
}
