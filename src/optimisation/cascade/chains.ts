/** A set of moves as chains and exchanges. */
import type { Choice } from './choices.ts'
import type { Network } from './network.ts'

/** The choices that a set of arcs is made of, or nothing where it is no set of chains and exchanges that are allowed. */
export const chainsOf = (network: Network, chosen: Iterable<number>): Choice[] | undefined => {
  const { problem, holder, depth } = network
  const { person, seat } = problem.arcs
  const move = new Map<number, number>()
  const entered = new Map<number, number>()
  for (const arc of chosen) {
    const who = person[arc] ?? -1
    const where = seat[arc] ?? -1
    if (who < 0 || where < 0 || move.has(who) || entered.has(where) || problem.home[who] === where) return
    move.set(who, arc)
    entered.set(where, arc)
  }
  const choices: Choice[] = []
  const left = new Set(move.values())
  for (const first of move.values()) {
    if (!problem.empty[seat[first] ?? 0]) continue
    for (let step = 1, arc: number | undefined = first; arc !== undefined; step++) {
      if (step > depth) return
      choices.push({ step, arcs: [arc] })
      left.delete(arc)
      const who: number = person[arc] ?? -1
      const home: number = problem.home[who] ?? -1
      arc = holder[home] === who ? entered.get(home) : undefined
    }
  }
  for (const first of left) {
    if (!left.has(first)) continue
    const arcs: number[] = []
    for (let arc: number | undefined = first; arc !== undefined && left.delete(arc); ) {
      arcs.push(arc)
      arc = move.get(holder[seat[arc] ?? 0] ?? -1)
    }
    const last = arcs.at(-1) ?? -1
    const closes = holder[seat[last] ?? 0] === person[first]
    if (!closes || arcs.length < 2 || arcs.length > problem.exchangeMost) return
    choices.push({ step: 0, arcs })
  }
  return choices
}
