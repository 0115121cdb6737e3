import { dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'
import { holdersOn, type TrialWorld } from '../world.ts'
import { panelOf } from './raters.ts'

/** Raters of one unit who lift one colleague and press a rival, in the last survey. */
export interface Ring {
  readonly id: string
  readonly unit: Unit
  readonly year: number
  readonly raters: ReadonlySet<string>
  readonly lifted: Cadre
  readonly pressed: Cadre
}

/** One or two rings in a small city, one more for each thousand people. */
export function ringsOf(world: TrialWorld): Map<Unit, Ring> {
  const random = new Random(world.seed, 'trial-ring')
  const panel = panelOf(world)
  const year = yearOf(world.asOf) - 1
  const goal = Math.max(1, Math.round(world.cadres.length / 500))
  const rings = new Map<Unit, Ring>()
  for (const [unit, members] of random.shuffled([...holdersOn(world, dateCode(year, 12, 15))])) {
    const roster = panel.roster(unit, year).filter(({ straightLine }) => straightLine === undefined)
    const [pressed, ...others] = [...members].sort(
      (a, b) => world.traits(b.person).overall - world.traits(a.person).overall,
    )
    const lifted = others.at(-1)
    if (rings.size >= goal || members.length < 4 || roster.length < 10 || !pressed || !lifted) continue
    const raters = new Set(roster.slice(0, 5).map((rater) => rater.id))
    rings.set(unit, { id: `K${rings.size + 1}`, unit, year, raters, lifted, pressed })
  }
  return rings
}
