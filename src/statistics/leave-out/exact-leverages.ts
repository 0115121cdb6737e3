import { type Kernels, workLength } from '../kernels/kernels.ts'
import type { Leverages } from './leverages.ts'
import type { Matches } from './matches.ts'

/**
 * Exact leverages by the inverse Z of the Laplacian of the units, one unit at zero, and T = Z N Z, where N holds the
 * observations of the units. With x = e_unit - (the person's shares of units), an observation has leverage 1/n + x'Zx.
 */
export function exactLeverages(matches: Matches, kernels: Kernels): Leverages {
  const { persons, starts, unit, count, personCount, observations, unitCount } = matches
  const size = matches.units - 1
  const { z, t } = invertLaplacian(matches, kernels)
  const zn = Float64Array.from({ length: size }, (_, row) => {
    let sum = 0
    for (let column = 0; column < size; column += 1) sum += z(row, column) * (unitCount[column] as number)
    return sum
  })
  const length = unit.length
  const ones = new Float64Array(length).fill(1)
  const found = {
    path: 'exact' as const,
    leverage: new Float64Array(length),
    debiasing: { observation: ones, match: ones },
    person: new Float64Array(length),
    unit: new Float64Array(length),
    covariance: new Float64Array(length),
  }
  for (let p = 0; p < persons; p += 1) {
    const n = personCount[p] as number
    const start = starts[p] as number
    const end = starts[p + 1] as number
    const places = Array.from({ length: end - start }, (_, own) => start + own).filter((match) => unit[match] !== size)
    const shares = places.map((match) => (count[match] as number) / n)
    const units = places.map((match) => unit[match] as number)
    for (let match = start; match < end; match += 1) {
      const x = places.map((place, at) => (place === match ? 1 : 0) - (shares[at] as number))
      const form = (entry: Entry, left: readonly number[]): number =>
        left.reduce(
          (sum, a, i) => sum + a * x.reduce((row, b, j) => row + b * entry(units[i] as number, units[j] as number), 0),
          0,
        )
      const own = form(z, x)
      const seen = form(z, shares)
      const square = form(t, x)
      const total = x.reduce((sum, a, i) => sum + a * (zn[units[i] as number] as number), 0)
      found.leverage[match] = 1 / n + own
      found.unit[match] = (square - (total * total) / observations) / observations
      found.person[match] = (1 / n - 2 * seen + square - own - (1 - total) ** 2 / observations) / observations
      found.covariance[match] = (seen - square + own - ((1 - total) * total) / observations) / observations
    }
  }
  return found
}

type Entry = (row: number, column: number) => number

function invertLaplacian(matches: Matches, kernels: Kernels): { z: Entry; t: Entry } {
  const { persons, starts, unit, count, personCount, unitCount } = matches
  const n = matches.units - 1
  const first = workLength
  const second = first + n * n
  const third = second + n * n
  const memory = kernels.reserve(third + n * n)
  memory.fill(0, first, third + n * n)
  const add = (row: number, column: number, value: number): void => {
    const place = first + column * n + row
    memory[place] = (memory[place] as number) + value
  }
  for (let j = 0; j < n; j += 1) add(j, j, unitCount[j] as number)
  for (let p = 0; p < persons; p += 1) {
    const end = starts[p + 1] as number
    for (let a = starts[p] as number; a < end; a += 1)
      for (let b = starts[p] as number; b < end; b += 1)
        if ((unit[a] as number) < n && (unit[b] as number) < n)
          add(
            unit[a] as number,
            unit[b] as number,
            (-(count[a] as number) * (count[b] as number)) / (personCount[p] as number),
          )
  }
  if (kernels.factor(n, first, n) >= 0) throw new Error('units that are not connected have no leverages')
  kernels.invertTriangle(n, first, n, second)
  memory.fill(0, first, first + n * n)
  kernels.multiply(true, false, n, n, n, 1, second, n, second, n, first, n)
  for (let column = 0; column < n; column += 1)
    for (let row = 0; row < n; row += 1)
      memory[second + column * n + row] = (unitCount[row] as number) * (memory[first + column * n + row] as number)
  kernels.multiply(false, false, n, n, n, 1, first, n, second, n, third, n)
  return {
    z: (row, column) => memory[first + column * n + row] as number,
    t: (row, column) => memory[third + column * n + row] as number,
  }
}
