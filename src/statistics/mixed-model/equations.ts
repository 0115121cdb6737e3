import { cliquesOf, meetingsOf, renumbered } from './coupling.ts'
import { crossTable, type SparseRows, type Transpose, transpose } from './cross-table.ts'
import { type Design, dot, isMembership, type RandomTerm } from './design.ts'
import type { FactorLimits } from './elimination-order.ts'
import { type EliminationPlan, planElimination } from './elimination-plan.ts'
import { type PlacedTerm, placeTerm, type Standing, sharedRows } from './placement.ts'

/**
 * The cross-products of a design, arranged for elimination. The levels of the factor with most levels are eliminated first
 * (their block is diagonal); they are called leaves. All other random effects are nodes, in the order of the plan: those of
 * memberships, whose block is not diagonal, too, and levels of the largest factor that meet very many nodes. The columns of
 * X come last.
 */
export interface Equations {
  readonly design: Design
  readonly plan: EliminationPlan
  readonly terms: readonly PlacedTerm[]
  /** For each term and level: its node, or -1 - leaf. */
  readonly standing: readonly Standing[]
  /** The factor whose levels are leaves; 0 where there are only memberships, and no leaves. */
  readonly leafFactor: number
  readonly leafWeight: Float64Array
  readonly leafFixed: Float64Array
  readonly nodeFactor: Int32Array
  readonly nodeWeight: Float64Array
  readonly nodeFixed: Float64Array
  readonly fixedFixed: Float64Array
  /** Leaf × node, and its transpose. */
  readonly coupling: SparseRows
  readonly couplingByNode: Transpose
  /** Node × later node, from observations that share both. */
  readonly links: SparseRows
}

/** A leaf that meets more nodes than this would tie them all together, and becomes a node itself. */
const widestLeaf = 48

export function arrangeEquations(design: Design): Equations {
  const equations = arrangeWithin(design, undefined)
  if (!equations) throw new Error('without limits every design can be arranged')
  return equations
}

/** Undefined where their factor would go beyond the limits. */
export function arrangeWithin(design: Design, limits: FactorLimits | undefined): Equations | undefined {
  const leafFactor = largestFactor(design)
  const { standing: draft, leaves, nodes } = assignLevels(design, leafFactor)
  const drafts = design.random.map((term, index) => placeTerm(term, draft[index] as Standing))
  const meetings = meetingsOf(drafts, design.weights, leaves, nodes)
  const plan = planElimination(nodes, design.fixed.length, cliquesOf(meetings), limits)
  if (!plan) return undefined
  const { coupling, links } = renumbered(meetings, plan.positionOf)
  const ordered = (table: Int32Array): Int32Array =>
    table.map((place) => (place < 0 ? place : (plan.positionOf[place] as number)))
  const standing = draft.map(ordered)
  const terms = drafts.map((term) => ({ ...term, places: ordered(term.places) }))
  return {
    design,
    plan,
    terms,
    standing,
    leafFactor: Math.max(0, leafFactor),
    ...sumsOf(design, terms, leaves, nodes),
    nodeFactor: factorOfNodes(standing, nodes),
    fixedFixed: crossProducts(design),
    coupling,
    couplingByNode: transpose(coupling, nodes),
    links,
  }
}

/** The factor with most levels; of equals the first. -1 where all terms are memberships. */
function largestFactor({ random }: Design): number {
  let best = -1
  random.forEach((term, index) => {
    if (!isMembership(term) && term.levels > (random[best]?.levels ?? 0)) best = index
  })
  return best
}

function assignLevels(design: Design, leafFactor: number) {
  const wide = wideLevels(design, leafFactor)
  let nodes = 0
  let leaves = 0
  const standing = design.random.map(
    (term, index): Standing =>
      Int32Array.from({ length: term.levels }, (_, level) => {
        if (index !== leafFactor || wide.has(level)) return nodes++
        leaves += 1
        return -leaves
      }),
  )
  return { standing, leaves, nodes }
}

/** Levels of the largest factor that meet more than `widestLeaf` levels of another term. */
function wideLevels({ random }: Design, leafFactor: number): Set<number> {
  const wide = new Set<number>()
  const own = random[leafFactor]
  if (!own) return wide
  for (const term of random) {
    if (term === own || term.levels <= widestLeaf) continue
    const { a, b } = sharedRows(asIs(own), asIs(term), undefined)
    const table = crossTable(a, b, undefined, own.levels, term.levels)
    for (let level = 0; level < own.levels; level += 1)
      if ((table.starts[level + 1] as number) - (table.starts[level] as number) > widestLeaf) wide.add(level)
  }
  return wide
}

const asIs = (term: RandomTerm): PlacedTerm =>
  placeTerm(
    term,
    Int32Array.from({ length: term.levels }, (_, level) => level),
  )

function factorOfNodes(standing: readonly Standing[], nodes: number): Int32Array {
  const nodeFactor = new Int32Array(nodes)
  standing.forEach((table, index) => {
    for (const place of table) if (place >= 0) nodeFactor[place] = index
  })
  return nodeFactor
}

/** By leaf and node: Σ w z², and Σ w z x for every column of X. */
function sumsOf(design: Design, terms: readonly PlacedTerm[], leaves: number, nodes: number) {
  const columns = design.fixed.length
  const sums = {
    leafWeight: new Float64Array(leaves),
    leafFixed: new Float64Array(leaves * columns),
    nodeWeight: new Float64Array(nodes),
    nodeFixed: new Float64Array(nodes * columns),
  }
  for (const { places, membership } of terms) {
    for (let entry = 0; entry < places.length; entry += 1) {
      const place = places[entry] as number
      const row = membership ? (membership.rowOf[entry] as number) : entry
      const share = membership ? (membership.shares[entry] as number) : 1
      const own = share * (design.weights ? (design.weights[row] as number) : 1)
      const [weight, fixed, at] =
        place < 0
          ? ([sums.leafWeight, sums.leafFixed, -1 - place] as const)
          : ([sums.nodeWeight, sums.nodeFixed, place] as const)
      weight[at] = (weight[at] as number) + share * own
      for (let x = 0; x < columns; x += 1) {
        const target = at * columns + x
        fixed[target] = (fixed[target] as number) + own * (design.fixed[x]?.values[row] as number)
      }
    }
  }
  return sums
}

function crossProducts({ fixed, weights }: Design): Float64Array {
  const products = new Float64Array(fixed.length * fixed.length)
  fixed.forEach((a, x) => {
    const weighted = weights ? a.values.map((value, row) => value * (weights[row] as number)) : a.values
    fixed.forEach((b, y) => {
      products[x * fixed.length + y] = dot(weighted, b.values)
    })
  })
  return products
}
