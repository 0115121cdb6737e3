/** Betterment of a whole set of choices: parts of it are chosen anew by branch and cut, and then its core as a whole. */
import { type Choice, keyOf } from './choices.ts'
import { coreOf } from './core.ts'
import { loose, related, relationsOf, seeded } from './neighbourhood.ts'
import { type Part, type PartOptions, solvePart } from './part.ts'
import type { Relaxation } from './relaxation.ts'
import type { Incumbent, Search } from './standing.ts'

/** Moves that are chosen anew together at first, and their share of all at most; more where easy, fewer where hard. */
const PART_SIZE = 150
const PART_SHARE = 0.75
/** Parts of several sizes in turn find what those of one size miss. */
const SHARES = [1, 0.65, 0.8, 0.5]
/** Work for one part. */
const PART_WORK = 2.5
/** Each move is chosen anew about so often in vain before the core is tried. */
const FRUITLESS_TIMES = 8
/** The core of more moves is tried only when parts are in vain. */
const PROVEN_MOST = 250
/** For parts: choices that lose more than this share of the bound are seldom among the best, and at most so many. */
const PART_LOSS = 0.006
const PART_CORE_MOST = 8000
/** The core as a whole is cut to so many choices that lose least. */
const CORE_MOST = 6000

export const improveParts = (search: Search, relaxation: Relaxation, incumbent: Incumbent): void => {
  const reconsider = reconsiderer(search, relaxation, incumbent)
  while (!incumbent.done()) {
    const { left } = search.effort
    const before = incumbent.now()
    reconsider(before.choices.length > PROVEN_MOST ? left() : left() / 3)
    if (incumbent.done()) return
    const ended = prove(search, relaxation, incumbent, left() / 2)
    // The same core again would have the same answer.
    if (ended && incumbent.now() === before) return
  }
}

const solve = (
  { network, solver, effort, told }: Search,
  incumbent: Incumbent,
  part: Part,
  { outside, ...options }: Pick<PartOptions, 'relativeGap' | 'workMost'> & { readonly outside?: number },
): number => {
  const answer = solvePart(network, solver, part, {
    ...options,
    onIncumbent: incumbent.offer,
    stop: (bound) => {
      if (outside !== undefined && Number.isFinite(bound)) incumbent.lower(Math.max(bound, outside))
      return incumbent.done()
    },
  })
  effort.spend(answer.work)
  if (answer.choices) incumbent.offer(answer.choices)
  if (outside !== undefined && Number.isFinite(answer.bound)) incumbent.lower(Math.max(answer.bound, outside))
  told(incumbent.now())
  return answer.state === 'optimal' ? answer.work : Number.POSITIVE_INFINITY
}

const reconsiderer = (search: Search, { bound, choices, values }: Relaxation, incumbent: Incumbent) => {
  const { network, effort } = search
  const random = seeded(1)
  const fractions = new Map(choices.map((choice, index) => [keyOf(choice), values[index] ?? 0]))
  let size = Math.max(20, Math.min(PART_SIZE, PART_SHARE * incumbent.now().choices.length))
  const core = (): readonly Choice[] => {
    const most = Math.min(bound.value - incumbent.now().objective, PART_LOSS * Math.abs(bound.value))
    const graded = coreOf(network, bound, most).sort((a, b) => a.loss - b.loss)
    return graded.slice(0, PART_CORE_MOST).map(({ choice }) => choice)
  }
  return (work: number): void => {
    const until = effort.left() - work
    const candidates = core()
    const relations = relationsOf(network, candidates, fractions)
    for (let round = 0, fruitless = 0; !incumbent.done() && effort.left() > until; round++, fruitless++) {
      const { choices: best, objective } = incumbent.now()
      const count = Math.round(size * (SHARES[round % SHARES.length] ?? 1))
      if (best.length <= count || fruitless * count > FRUITLESS_TIMES * best.length) return
      const free =
        round % 3 === 2
          ? related(network, best, relations, count, random)
          : loose(best, relations, count, round % 3 ? 0.5 : 0.75, random)
      const pinned = best.filter((choice) => !free.has(choice))
      const spent = solve(
        search,
        incumbent,
        { candidates, pinned, start: best },
        { relativeGap: 1e-5, workMost: PART_WORK },
      )
      if (incumbent.now().objective > objective) fruitless = -1
      size *= spent < PART_WORK / 3 ? 1.08 : spent > PART_WORK / 2 ? 0.85 : 1
    }
  }
}

/** Chooses anew among all choices that a better set can contain, or the likelier ones, and lowers the bound; whether it came to an end. */
const prove = (search: Search, { bound }: Relaxation, incumbent: Incumbent, work: number): boolean => {
  const { choices: start, objective } = incumbent.now()
  const graded = coreOf(search.network, bound, bound.value - objective + 1e-7).sort((a, b) => a.loss - b.loss)
  const candidates = graded.slice(0, CORE_MOST).map(({ choice }) => choice)
  // No set with a choice outside the core exceeds this.
  const outside = bound.value - (graded[CORE_MOST]?.loss ?? Number.POSITIVE_INFINITY)
  const options = { relativeGap: search.gap, workMost: work, outside: Math.max(outside, objective) }
  return Number.isFinite(solve(search, incumbent, { candidates, pinned: [], start }, options))
}
