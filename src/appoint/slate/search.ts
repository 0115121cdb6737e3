/** Searches a slate: the board, the plan with the greatest objective that is found, and others that really differ. */
import type { RotationDuty } from '#domain/results.ts'
import type { Slate, SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Text } from '#domain/text.ts'
import type { CascadeProblem, CascadeSolution, SearchOptions } from '#optimisation/index.ts'
import type { Ground } from '../ground.ts'
import { boardOf } from './board.ts'
import { clashWords, unfillable, unmetLocks } from './clash.ts'
import { gapBetween, type SlateWork } from './plan.ts'
import { priced } from './prices.ts'
import { slateProblem } from './problem.ts'
import { type ReplayedPlan, replayedSearch } from './replayed.ts'
import { slateSettings } from './settings.ts'

export interface SlateState {
  readonly step: Text
  /** 0 … 1 over all steps. */
  readonly fraction: number
  readonly objective: number | undefined
  readonly bound: number | undefined
  readonly moves: number | undefined
}

export interface SlateSearchOptions {
  /** Rotation and term duties as `manage` worked them out. */
  readonly duties: readonly RotationDuty[]
  /** As `SearchOptions.work` of the search for the first plan; the others get a share of it. */
  readonly work?: number
  /** How many plans at most. */
  readonly plansMost?: number
  /** Work out what missed goals would cost. */
  readonly prices?: boolean
  /** Told of every improvement; false = stop with the best so far. */
  readonly onState?: (state: SlateState) => boolean | undefined
}

const usualWork = 60
/** Of the moves of another plan, at most this share may be those of an earlier one. */
const sharedMost = 2 / 3

/**
 * A function of its arguments: the same ground, request and work give the same slate.
 * @example (await searchSlate(ground, request, { duties: [] })).feasible // true
 */
export async function searchSlate(ground: Ground, request: SlateRequest, options: SlateSearchOptions): Promise<Slate> {
  const { duties, onState, work: effort = usualWork, plansMost = 3 } = options
  const stopped = new Stop(onState)
  stopped.tell(steps.board, 0)
  const work = slateWork(ground, request, duties)
  stopped.idle = work.posed.idle
  const { board, posed } = work
  const size = { people: posed.cadres.length, seats: posed.seats.length, pairs: board.moves.length }
  const unmet = [...unmetLocks(work), ...unfillable(work)]
  if (unmet.length > 0) return { feasible: false, clash: unmet }
  const search = replayedSearch(work)
  const wanted = { difference: differenceByVacancy * board.vacancies.length }
  const first = await search(posed.problem, { ...wanted, work: effort, ...stopped.within(steps.first, 0.05, 0.6) })
  if ('clash' in first) return { feasible: false, clash: clashWords(work, first.clash) }
  const found = [first]
  while (found.length < plansMost && first.plan.moves.length > 0 && !stopped.isAsked) {
    const from = 0.6 + 0.1 * found.length
    const other = await search(withDistance(posed.problem, found), {
      ...wanted,
      work: effort / 2,
      ...stopped.within(steps.others, from, from + 0.1),
    })
    if ('clash' in other || other.plan.moves.length === 0) break
    found.push(other)
  }
  const bound = Math.max(first.plan.bound, ...found.map(({ plan }) => plan.objective))
  const [best, ...others] = found.map(({ plan }) => withBound(plan, bound))
  if (!best) return { feasible: true, plans: [], size }
  if (!options.prices || stopped.isAsked) return { feasible: true, plans: [best, ...others], size }
  stopped.tell(steps.prices, 0.9)
  const withPrices = await priced(work, best, first.solution, effort / 20)
  return { feasible: true, plans: [withPrices, ...others], size }
}

/** No plan under the request can have more than the first one's bound. */
const withBound = (plan: SlatePlan, bound: number): SlatePlan => ({
  ...plan,
  bound,
  gap: gapBetween(plan.objective, bound),
})

export function slateWork(ground: Ground, request: SlateRequest, duties: readonly RotationDuty[]): SlateWork {
  const settings = slateSettings(ground.book, ground.snapshot.asOf)
  const board = boardOf(ground, request, settings, duties)
  const posed = slateProblem(ground, board, request, { settings, duties })
  return { ground, request, settings, duties, board, posed }
}

/** Of what a vacancy is worth, far below what the fits can tell apart. */
const differenceByVacancy = 0.001

/** The same problem, at most a share of whose moves may be those of each plan before. */
function withDistance(problem: CascadeProblem, before: readonly ReplayedPlan[]): CascadeProblem {
  const limits = before.map(({ solution: { chosen } }) => ({
    arcs: chosen,
    coefficients: new Float64Array(chosen.length).fill(1),
    least: Number.NEGATIVE_INFINITY,
    most: Math.floor(chosen.length * sharedMost),
  }))
  return { ...problem, limits: [...problem.limits, ...limits] }
}

/** Passes states on and remembers whether somebody asked to stop. */
class Stop {
  isAsked = false
  /** The objective while nobody moves; states are told against it. */
  idle = 0
  private readonly onState: SlateSearchOptions['onState']

  constructor(onState: SlateSearchOptions['onState']) {
    this.onState = onState
  }

  tell(step: Text, fraction: number, solution?: CascadeSolution): boolean {
    const state = {
      step,
      fraction,
      objective: solution && solution.objective - this.idle,
      bound: solution && solution.bound - this.idle,
      moves: solution?.chosen.length,
    }
    if (this.onState?.(state) === false) this.isAsked = true
    return !this.isAsked
  }

  within(step: Text, from: number, to: number): Required<Pick<SearchOptions, 'onImprovement'>> {
    return {
      onImprovement: ({ solution, fraction }) => this.tell(step, from + (to - from) * fraction, solution),
    }
  }
}

const steps = {
  board: { zh: '逐人逐岗比对资格和适岗度', en: 'Comparing everybody with every seat' },
  first: { zh: '搜索方案', en: 'Searching for a plan' },
  others: { zh: '搜索不同的方案', en: 'Searching for plans that differ' },
  prices: { zh: '计算每个目标的代价', en: 'Working out what each goal costs' },
} satisfies Record<string, Text>
