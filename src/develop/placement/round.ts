/** The best placement round: an assignment in which no unit gives too many people in one round. */
import type { Text } from '#domain/text.ts'
import type { PlacementArc, PlacementGround, PlacementProblem } from './problem.ts'
import { placementProblem } from './problem.ts'
import { type PlacementCheck, verifyPlacement } from './verify.ts'
import { type Bounded, solveWithinLimits } from './within-limits.ts'

export interface PlacementState {
  readonly step: Text
  /** 0 … 1 */
  readonly fraction: number
  readonly objective: number | undefined
  readonly bound: number | undefined
}

export interface PlacementRound {
  readonly problem: PlacementProblem
  readonly chosen: readonly PlacementArc[]
  /** Needs met, in the weights of the place; no round can have more than `bound`. */
  readonly objective: number
  readonly bound: number
  readonly gap: number
  /** Replayed by code that shares nothing with the search. */
  readonly check: PlacementCheck
}

export interface PlacementOptions {
  /** Told how far it is; return false to stop with the best so far. */
  readonly onState?: (state: PlacementState) => boolean | undefined
}

/** @example placementRound({ facts, book, needs, duties }).gap // 0 */
export function placementRound(ground: PlacementGround, { onState }: PlacementOptions = {}): PlacementRound {
  onState?.({ step: comparing, fraction: 0, objective: undefined, bound: undefined })
  const problem = placementProblem(ground)
  const { chosen, objective, bound } = solved(ground, problem, onState)
  const check = verifyPlacement(ground, problem, chosen)
  return { problem, chosen, objective, bound, gap: gapBetween(objective, bound), check }
}

const gapBetween = (objective: number, bound: number): number =>
  bound <= objective ? 0 : (bound - objective) / Math.max(objective, 1e-9)

interface Solved extends Omit<Bounded, 'ways'> {
  readonly chosen: readonly PlacementArc[]
}

/** Turns of raising prices; a few seconds for five hundred people. */
const turns = 60

/** Rows are people; a place that takes several is several columns; a way is a round, a group a unit in a round. */
function solved(ground: PlacementGround, problem: PlacementProblem, onState: PlacementOptions['onState']): Solved {
  const { people, places, arcs, settings } = problem
  const ofPerson = Map.groupBy(arcs, ({ cadre }) => cadre)
  const columnsOf = Map.groupBy(
    places.flatMap((place) => Array.from({ length: place.places }, () => place)).entries(),
    ([, place]) => place,
  )
  const groupOf = groupReader(ground)
  const [rowStarts, columns, wayStarts]: [number[], number[], number[]] = [[0], [], [0]]
  const ways: PlacementArc[] = []
  for (const cadre of people) {
    for (const [place, own] of Map.groupBy(ofPerson.get(cadre) ?? [], (arc) => arc.place)) {
      for (const [column] of columnsOf.get(place) ?? []) {
        columns.push(column)
        ways.push(...own)
        wayStarts.push(ways.length)
      }
    }
    rowStarts.push(columns.length)
  }
  const groups = Int32Array.from(ways, groupOf.of)
  const { ways: chosen, ...found } = solveWithinLimits(
    {
      columnCount: places.reduce((sum, place) => sum + place.places, 0),
      rowStarts: Int32Array.from(rowStarts),
      columns: Int32Array.from(columns),
      wayStarts: Int32Array.from(wayStarts),
      gains: Float64Array.from(ways, ({ gain }) => gain),
      groups,
      most: new Int32Array(groupOf.count()).fill(settings.leavingMost),
    },
    {
      rounds: turns,
      onRound: ({ objective, bound }, fraction) => onState?.({ step: searching, fraction, objective, bound }),
    },
  )
  return { ...found, chosen: chosen.flatMap((way) => ways[way] ?? []) }
}

/** Numbers the unit that gives somebody, round by round; −1 where the unit is not known. */
function groupReader({ facts }: PlacementGround) {
  const known = new Map<string, number>()
  return {
    count: () => known.size,
    of({ cadre, round }: PlacementArc): number {
      const unit = facts.cadre(cadre).post?.seat?.unit
      if (unit === undefined) return -1
      const key = `${unit} ${round}`
      const group = known.get(key) ?? known.size
      known.set(key, group)
      return group
    },
  }
}

const comparing: Text = { zh: '比对后备干部和历练岗位', en: 'Comparing the reserve with open seats' }
const searching: Text = { zh: '按各单位派出人数的限制搜索', en: 'Searching within the limits of each unit' }
