/** The tree of units as rows of a list: which are seen, and where keys lead (WAI-ARIA tree view pattern). */
import type { UnitNode } from '#server/contract/index.ts'

export interface TreeRow extends UnitNode {
  readonly hasBelow: boolean
  readonly isOpen: boolean
  /** The place among those of one parent, from 1, and how many they are. */
  readonly place: number
  readonly of: number
}

/** `nodes` stand from the top, each before those below it; what is below a closed one is not seen. */
export function treeRows(nodes: readonly UnitNode[], isOpen: (unitId: string) => boolean): TreeRow[] {
  const families = Map.groupBy(nodes, ({ parentId }) => parentId)
  const rows: TreeRow[] = []
  let closed = Number.POSITIVE_INFINITY
  const places = new Map<string | null, number>()
  for (const node of nodes) {
    const place = (places.get(node.parentId) ?? 0) + 1
    places.set(node.parentId, place)
    if (node.depth > closed) continue
    const hasBelow = families.has(node.unitId)
    const open = hasBelow && isOpen(node.unitId)
    closed = open ? Number.POSITIVE_INFINITY : node.depth
    rows.push({ ...node, hasBelow, isOpen: open, place, of: families.get(node.parentId)?.length ?? 1 })
  }
  return rows
}

export interface TreeStep {
  /** The row to stand on. */
  readonly to?: number
  readonly open?: string
  readonly close?: string
}

const page = 15

/** What a key does on a row; undefined where it does nothing here. */
export function treeStep(rows: readonly TreeRow[], at: number, key: string): TreeStep | undefined {
  const row = rows[at]
  if (!row) return undefined
  const within = (to: number): TreeStep => ({ to: Math.min(rows.length - 1, Math.max(0, to)) })
  switch (key) {
    case 'ArrowDown':
      return within(at + 1)
    case 'ArrowUp':
      return within(at - 1)
    case 'PageDown':
      return within(at + page)
    case 'PageUp':
      return within(at - page)
    case 'Home':
      return within(0)
    case 'End':
      return within(rows.length - 1)
    case 'ArrowRight':
      if (!row.hasBelow) return undefined
      return row.isOpen ? within(at + 1) : { open: row.unitId }
    case 'ArrowLeft': {
      if (row.isOpen) return { close: row.unitId }
      const parent = rows.findIndex(({ unitId }) => unitId === row.parentId)
      return parent < 0 ? undefined : within(parent)
    }
    default:
      return undefined
  }
}

/** The units above one, the nearest last. */
export function unitsAbove(nodes: readonly UnitNode[], unitId: string): string[] {
  const parents = new Map(nodes.map((node) => [node.unitId, node.parentId]))
  const above: string[] = []
  for (let one = parents.get(unitId); one && !above.includes(one); one = parents.get(one)) above.unshift(one)
  return above
}
