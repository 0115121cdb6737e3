/** What is typed into the form before it is saved, and how one set of requirements differs from another. */
import type { AskedElementShape, EditRequirements, Facet } from '#server/contract/index.ts'

export interface DraftRow {
  /** Stays with the row while its element is typed. */
  readonly id: string
  readonly facet: Facet
  readonly element: string
  readonly level: number
  /** As typed; empty counts as 1. */
  readonly weight: string
}

export interface Draft {
  /** Nothing of its own is recorded, so that later changes of the library reach the seat. */
  readonly followsLibrary: boolean
  readonly rows: readonly DraftRow[]
}

const newLevel = 3

const rowOf = ({ facet, element, level, weight }: AskedElementShape): DraftRow => ({
  id: `${facet}/${element}`,
  facet,
  element,
  level,
  weight: weight === null ? '' : String(weight),
})

export const draftOf = (elements: readonly AskedElementShape[], followsLibrary = false): Draft => ({
  followsLibrary,
  rows: elements.map(rowOf),
})

/** Whoever changes an element of the library makes it the seat's own. */
const own = (rows: readonly DraftRow[]): Draft => ({ followsLibrary: false, rows })

export const withRow = ({ rows }: Draft, facet: Facet): Draft => {
  const taken = new Set(rows.map(({ id }) => id))
  let number = rows.length
  while (taken.has(`new-${number}`)) number += 1
  return own([...rows, { id: `new-${number}`, facet, element: '', level: newLevel, weight: '' }])
}

export const withoutRow = ({ rows }: Draft, id: string): Draft => own(rows.filter((row) => row.id !== id))

export const withChange = ({ rows }: Draft, id: string, change: Partial<Omit<DraftRow, 'id' | 'facet'>>): Draft =>
  own(rows.map((row) => (row.id === id ? { ...row, ...change } : row)))

/** What a draft asks for, as it is sent. */
export const elementsOf = ({ rows }: Draft): AskedElementShape[] =>
  rows.map(({ facet, element, level, weight }) => ({
    facet,
    element: element.trim(),
    level,
    weight: weight.trim() === '' ? null : Number(weight),
  }))

export const editOf = (draft: Draft, basedOn: string, reason: string): EditRequirements => ({
  basedOn,
  reason,
  elements: draft.followsLibrary ? [] : elementsOf(draft),
})

/** Part of all weights, of what is measured; undefined where nothing is. */
export function shareOf(row: DraftRow, { rows }: Draft): number | undefined {
  const weightOf = ({ facet, weight }: DraftRow): number =>
    facet === 'party-spirit' ? 0 : weight.trim() === '' ? 1 : Math.max(0, Number(weight) || 0)
  const total = rows.reduce((sum, one) => sum + weightOf(one), 0)
  return total === 0 ? undefined : weightOf(row) / total
}

export interface Difference {
  readonly facet: Facet
  readonly element: string
  readonly kind: 'added' | 'removed' | 'level' | 'weight'
  readonly from: number | null
  readonly to: number | null
}

const keyOf = ({ facet, element }: AskedElementShape): string => `${facet}/${element}`

/** What was added, taken away or changed between two sets; the levels and weights of Party spirit say nothing. */
export function differencesOf(
  before: readonly AskedElementShape[],
  after: readonly AskedElementShape[],
): readonly Difference[] {
  const earlier = new Map(before.map((one) => [keyOf(one), one]))
  const later = new Set(after.map(keyOf))
  const found: Difference[] = []
  for (const one of after) {
    const { facet, element } = one
    const was = earlier.get(keyOf(one))
    if (!was) found.push({ facet, element, kind: 'added', from: null, to: one.level })
    else if (facet !== 'party-spirit') {
      if (was.level !== one.level) found.push({ facet, element, kind: 'level', from: was.level, to: one.level })
      const [from, to] = [was.weight ?? 1, one.weight ?? 1]
      if (from !== to) found.push({ facet, element, kind: 'weight', from, to })
    }
  }
  for (const { facet, element, ...one } of before) {
    if (!later.has(`${facet}/${element}`)) found.push({ facet, element, kind: 'removed', from: one.level, to: null })
  }
  return found
}
