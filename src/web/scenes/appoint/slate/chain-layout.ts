import type { Text } from '#domain/text.ts'
import type { Plan, PlanMove, Seat } from './shapes.ts'

/** One arrow of a chain: who moves into the seat at its head, and the seat at its tail. */
export interface Step {
  /** Index into the moves of the plan. */
  readonly index: number
  readonly move: PlanMove
}

/** A chain as it is drawn from left to right: seat ← person ← seat ← … */
export interface DrawnChain {
  readonly kind: 'chain' | 'exchange'
  /** The seat at the far left: the vacancy, or the first seat of an exchange. */
  readonly start: Seat
  readonly steps: readonly Step[]
  readonly ends: Text
}

/** The chains of a plan with their moves in place, the longest first and exchanges last; an empty chain is left out. */
export function drawnChains(plan: Plan): DrawnChain[] {
  const chains = plan.chains.flatMap(({ kind, moves, ends }) => {
    const steps = moves.flatMap((index) => {
      const move = plan.moves[index]
      return move ? [{ index, move }] : []
    })
    const start = steps[0]?.move.to
    return start ? [{ kind, start, steps, ends }] : []
  })
  return chains.sort(
    (a, b) => Number(a.kind === 'exchange') - Number(b.kind === 'exchange') || b.steps.length - a.steps.length,
  )
}

export interface ChainGroup {
  readonly kind: DrawnChain['kind']
  readonly steps: number
  readonly chains: readonly DrawnChain[]
  /** How all of them end, where there are several and they end alike: said once for the group. */
  readonly ends: Text | undefined
}

/** Chains of one kind and length together. */
export function chainGroups(chains: readonly DrawnChain[]): ChainGroup[] {
  const groups = Map.groupBy(chains, ({ kind, steps }) => `${kind} ${steps.length}`)
  return [...groups.values()].flatMap((together) => {
    const [first] = together
    if (!first) return []
    const isAlike = together.length > 1 && together.every(({ ends }) => ends.zh === first.ends.zh)
    return [{ kind: first.kind, steps: first.steps.length, chains: together, ends: isAlike ? first.ends : undefined }]
  })
}

/** Whether a chain takes from or gives to a unit. */
export const touches = (chain: DrawnChain, unitId: string): boolean =>
  chain.steps.some(({ move }) => move.to.unitId === unitId || move.from?.unitId === unitId)

export interface UnitName {
  readonly unitId: string
  readonly unitName: string
}

/** Every unit that a plan takes from, gives to or leaves a seat empty in, once, by name. */
export function unitsOf(plan: Plan): UnitName[] {
  const seats = [
    ...plan.moves.flatMap(({ from, to }) => (from ? [to, from] : [to])),
    ...plan.unfilled.map(({ seat }) => seat),
  ]
  const names = new Map(seats.map(({ unitId, unitName }) => [unitId, unitName]))
  return [...names]
    .map(([unitId, unitName]) => ({ unitId, unitName }))
    .sort((a, b) => a.unitName.localeCompare(b.unitName, 'zh'))
}

/** The moves in the order in which they can be carried out, each with its place in the plan. */
export const inOrder = (plan: Plan): Step[] =>
  plan.moves.map((move, index) => ({ index, move })).sort((a, b) => a.move.order - b.move.order || a.index - b.index)
