import { yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import { heavyTailed } from '../draws.ts'
import type { TrialWorld } from '../world.ts'
import { classHabit, classShares, type RaterClass, spread } from './forms.ts'

/** Somebody with a ballot: where from, and how the marks lean. */
export interface Rater {
  readonly id: string
  readonly unit: Unit | undefined
  readonly raterClass: RaterClass | undefined
  /** Severity, class habit and the custom of the rater's unit. */
  readonly leaning: number
  /** How far apart the rater sets good and poor: 1 for most. */
  readonly keenness: number
  /** Gives everybody and everything the same mark: this share of the full one. */
  readonly straightLine: number | undefined
}

const poolSizes: readonly (readonly [number, number])[] = [
  [4, 15],
  [8, 20],
  [13, 35],
  [19, 30],
]
const turnover = 2

export interface Panel {
  /** Who may rate in a unit in a year. */
  roster(unit: Unit, year: number): Rater[]
  /** Leaders who rate in many units: of the area, or of the enclave among themselves. */
  superior(unit: Unit, index: number): Rater
  /** A rater of another unit of the city. */
  guest(unit: Unit, year: number, random: Random): Rater | undefined
}

export function panelOf(world: TrialWorld): Panel {
  const { seed, structure } = world
  const open = structure.units.filter((unit) => unit.team && unit.abolishedOn === undefined)
  const seatOf = (unit: Unit): Unit => {
    const near = open.filter((each) => each.closed === unit.closed && (unit.closed || each.area === unit.area))
    return near.find((each) => each.kind === 'party' && each.sector === 'general') ?? near[0] ?? unit
  }
  const rater = (id: string, unit: Unit, raterClass: RaterClass): Rater => {
    const random = new Random(seed, 'trial-rater', id)
    const habit = 0.1 * new Random(seed, 'trial-habit', unit.id, raterClass).normal()
    return {
      id,
      unit,
      raterClass,
      leaning: spread.severity * heavyTailed(random, 3) + classHabit[raterClass] + habit + world.units(unit).culture,
      keenness: Math.exp(0.2 * random.normal()),
      straightLine: random.chance(0.05) ? random.weighted(lines) : undefined,
    }
  }
  const roster = (unit: Unit, year: number): Rater[] => {
    const random = new Random(seed, 'trial-roster', unit.id)
    const size = random.weighted(poolSizes)
    const isStable = random.chance(0.75)
    return Array.from({ length: size }, (_, place) => {
      const number = String((year - yearOf(world.asOf) + 20) * turnover + place)
      const id = `${unit.id}-${isStable ? `V${number}` : `${year}-${place}`}`
      return rater(id, unit, new Random(seed, 'trial-class', id).weighted(classShares))
    })
  }
  return {
    roster,
    superior: (unit, index) => {
      const seat = seatOf(unit)
      return rater(`${seat.id}-S${index}`, seat, 'A')
    },
    guest: (unit, year, random) => {
      const others = open.filter((each) => each !== unit && each.closed === unit.closed && each.area === unit.area)
      return others.length > 0 ? random.pick(roster(random.pick(others), year)) : undefined
    },
  }
}

const lines: readonly (readonly [number, number])[] = [
  [1, 7],
  [0.8, 3],
]
