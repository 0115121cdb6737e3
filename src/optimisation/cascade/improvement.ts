/**
 * Betterment of a whole set of choices by branch and cut: small boards first among the likeliest choices at once, then parts
 * of the set anew, and then its core as a whole.
 */

import type { Bound } from './bound.ts'
import { type Choice, keyOf } from './choices.ts'
import { coreOf, type Graded } from './core.ts'
import { loose, related, relationsOf, seeded } from './neighbourhood.ts'
import type { Network } from './network.ts'
import { type Part, type PartOptions, solvePart } from './part.ts'
import type { Relaxation } from './relaxation.ts'
import type { Incumbent, Search } from './standing.ts'

/** Moves that are chosen anew together at first, and their share of all at most; more where easy, fewer where hard. */
const PART_SIZE = 150
const PART_SHARE = 0.75
/** Parts of several sizes in turn find what those of one size miss. */
const SHARES = [1, 0.65, 0.8, 0.5]
/** Work for one part. */
const PART_WORK = 3.75
/** Each move is chosen anew about so often in vain before the core is tried. */
const FRUITLESS_TIMES = 8
/** The core of more moves is tried only when parts are in vain. */
const PROVEN_MOST = 250
/**
 * The best moves are nearly always among the choices that lose least: this share of the bound, and so many for each move, but
 * not fewer than some.
 */
const PART_LOSS = 0.006
const PART_CORE = { each: 6, least: 1500 }
const FIRST_CORE = { each: 8, least: 1000 }
/** The first core is not solved more exactly than this: what it lacks is more. */
const FIRST_GAP = 1e-3
/** The core as a whole is cut to so many choices that lose least. */
const CORE_MOST = 6000

export const improveParts = (search: Search, relaxation: Relaxation, incumbent: Incumbent): void => {
  const reconsider = reconsiderer(search, relaxation, incumbent)
  const moves = incumbent.now().choices.length
  if (moves <= PROVEN_MOST && !incumbent.done()) {
    const most = sizeOf(FIRST_CORE, moves)
    const relativeGap = Math.max(search.gap, FIRST_GAP)
    prove(search, relaxation, incumbent, { most, relativeGap, workMost: search.effort.left() / 2 })
  }
  while (!incumbent.done()) {
    const { left } = search.effort
    const before = incumbent.now()
    reconsider(before.choices.length > PROVEN_MOST ? left() : left() / 3)
    if (incumbent.done()) return
    const ended = prove(search, relaxation, incumbent, {
      most: CORE_MOST,
      relativeGap: search.gap,
      workMost: left() / 2,
    })
    // The same core again would have the same answer.
    if (ended && incumbent.now() === before) return
  }
}

const sizeOf = ({ each, least }: { readonly each: number; readonly least: number }, moves: number): number =>
  Math.max(least, each * moves)

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

const reconsiderer = (search: Search, relaxation: Relaxation, incumbent: Incumbent) => {
  const { bound, choices, values } = relaxation
  const { network, effort } = search
  const random = seeded(1)
  const fractions = new Map(choices.map((choice, index) => [keyOf(choice), values[index] ?? 0]))
  let size = Math.max(20, Math.min(PART_SIZE, PART_SHARE * incumbent.now().choices.length))
  const core = (): readonly Choice[] => {
    const { choices: best, objective } = incumbent.now()
    const most = Math.min(bound.value - objective, PART_LOSS * Math.abs(bound.value))
    return likeliest(leastLosing(network, bound, most), sizeOf(PART_CORE, best.length), relaxation)
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

const leastLosing = (network: Network, bound: Bound, most: number): Graded[] =>
  coreOf(network, bound, most).sort((a, b) => a.loss - b.loss)

/** The first `most`, and what the relaxation takes, which many that lose nothing could crowd out. */
const likeliest = (graded: readonly Graded[], most: number, { choices, values }: Relaxation): readonly Choice[] => [
  ...graded.slice(0, most).map(({ choice }) => choice),
  ...(graded.length > most ? choices.filter((_, index) => (values[index] ?? 0) > 1e-6) : []),
]

/** Chooses anew among the `most` likeliest choices that a better set can contain, and lowers the bound; whether it came to an end. */
const prove = (
  search: Search,
  relaxation: Relaxation,
  incumbent: Incumbent,
  { most, ...options }: Pick<PartOptions, 'relativeGap' | 'workMost'> & { readonly most: number },
): boolean => {
  const { choices: start, objective } = incumbent.now()
  const { bound } = relaxation
  const graded = leastLosing(search.network, bound, bound.value - objective + 1e-7)
  const candidates = likeliest(graded, most, relaxation)
  // No set with a choice outside the core exceeds this.
  const outside = Math.max(bound.value - (graded[most]?.loss ?? Number.POSITIVE_INFINITY), objective)
  return Number.isFinite(solve(search, incumbent, { candidates, pinned: [], start }, { ...options, outside }))
}
