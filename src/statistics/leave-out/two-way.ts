import { type Block, emptyBlock, fitting, type Operator, solveBlock } from '../mixed-model/large/conjugate-gradients.ts'
import type { Matches } from './matches.ts'

/** Person and unit effects, or sums over the observations of each; several vectors side by side. */
export interface Effects {
  readonly person: Block
  readonly unit: Block
}

const tolerance = 1e-10

/**
 * The least squares solution for given sums of a response by person and by unit. Persons are eliminated; what is left is
 * the Laplacian of the units. Effects are fixed but for one constant that goes between persons and units.
 */
export function solveTwoWay(matches: Matches, { person, unit }: Effects): Effects {
  const { width } = person
  const means = perPerson(matches, person)
  const right: Block = { width, values: Float64Array.from(unit.values) }
  spread(matches, means, right, -1)
  const effect = solveBlock(laplacianOf(matches), right, tolerance).solution
  const explained = perPerson(matches, gathered(matches, effect))
  return { person: { width, values: means.values.map((v, at) => v - (explained.values[at] as number)) }, unit: effect }
}

function laplacianOf(matches: Matches): Operator {
  const { person, unit, count, personCount, unitCount } = matches
  const diagonal = Float64Array.from(unitCount)
  count.forEach((own, match) => {
    const j = unit[match] as number
    diagonal[j] = (diagonal[j] as number) - (own * own) / (personCount[person[match] as number] as number)
  })
  return {
    size: matches.units,
    together: fitting(matches.units),
    // A unit whose persons have all been nowhere else is a component of its own; its effect is then nothing.
    diagonal: diagonal.map((value) => (value > 0 ? value : 1)),
    apply: (from, to) => {
      unitCount.forEach((own, j) => {
        for (let at = j * from.width; at < (j + 1) * from.width; at += 1)
          to.values[at] = own * (from.values[at] as number)
      })
      spread(matches, perPerson(matches, gathered(matches, from)), to, -1)
    },
  }
}

/** Σ of the units' values over the observations of each person. */
function gathered({ persons, person, unit, count }: Matches, { width, values }: Block): Block {
  const sums = emptyBlock(persons, width)
  for (let match = 0; match < count.length; match += 1) {
    const own = count[match] as number
    const from = (unit[match] as number) * width
    const to = (person[match] as number) * width
    for (let r = 0; r < width; r += 1)
      sums.values[to + r] = (sums.values[to + r] as number) + own * (values[from + r] as number)
  }
  return sums
}

/** Adds sign · Σ of the persons' values over the observations of each unit. */
function spread({ person, unit, count }: Matches, { width, values }: Block, to: Block, sign: 1 | -1): void {
  for (let match = 0; match < count.length; match += 1) {
    const own = sign * (count[match] as number)
    const source = (person[match] as number) * width
    const target = (unit[match] as number) * width
    for (let r = 0; r < width; r += 1)
      to.values[target + r] = (to.values[target + r] as number) + own * (values[source + r] as number)
  }
}

function perPerson({ personCount }: Matches, { width, values }: Block): Block {
  return { width, values: values.map((value, at) => value / (personCount[Math.floor(at / width)] as number)) }
}

/** Sums of match values over persons and units: `values` holds what a match adds. */
export function sumsOf({ persons, units, person, unit }: Matches, { width, values }: Block): Effects {
  const sums: Effects = { person: emptyBlock(persons, width), unit: emptyBlock(units, width) }
  person.forEach((p, match) => {
    const j = unit[match] as number
    for (let r = 0; r < width; r += 1) {
      const value = values[match * width + r] as number
      sums.person.values[p * width + r] = (sums.person.values[p * width + r] as number) + value
      sums.unit.values[j * width + r] = (sums.unit.values[j * width + r] as number) + value
    }
  })
  return sums
}

/** Person plus unit effect of every match. */
export function fitted({ person, unit }: Matches, effects: Effects): Block {
  const { width } = effects.person
  const block = emptyBlock(person.length, width)
  person.forEach((p, match) => {
    const j = unit[match] as number
    for (let r = 0; r < width; r += 1)
      block.values[match * width + r] =
        (effects.person.values[p * width + r] as number) + (effects.unit.values[j * width + r] as number)
  })
  return block
}

/** Mean, variance of persons, variance of units and their covariance, over observations. */
export function momentsOf(
  matches: Matches,
  { person, unit }: Effects,
): { person: number; unit: number; covariance: number } {
  const { observations, personCount, unitCount } = matches
  const centred = (values: Float64Array, counts: Float64Array): Float64Array => {
    const mean = values.reduce((sum, value, at) => sum + value * (counts[at] as number), 0) / observations
    return values.map((value) => value - mean)
  }
  const p = centred(person.values, personCount)
  const u = centred(unit.values, unitCount)
  const square = (values: Float64Array, counts: Float64Array): number =>
    values.reduce((sum, value, at) => sum + value * value * (counts[at] as number), 0) / observations
  const product = matches.count.reduce(
    (sum, own, match) =>
      sum + own * (p[matches.person[match] as number] as number) * (u[matches.unit[match] as number] as number),
    0,
  )
  return { person: square(p, personCount), unit: square(u, unitCount), covariance: product / observations }
}
