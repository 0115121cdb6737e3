import { type Block, emptyBlock } from '../mixed-model/large/conjugate-gradients.ts'
import { randomSigns } from '../mixed-model/large/random-signs.ts'
import type { Leverages } from './leverages.ts'
import type { Matches } from './matches.ts'
import { fitted, solveTwoWay, sumsOf } from './two-way.ts'

const batch = 16

/**
 * Leverages by random projections (Johnson and Lindenstrauss), as in the computational appendix of Kline, Saggio and
 * Sølvsten 2020: a leverage is the mean square of a random combination of the rows of the hat matrix, put in proportion
 * with the same for the residual maker. One sign for each match, because all its observations are alike.
 */
export function projectedLeverages(matches: Matches, draws: number): Leverages {
  const length = matches.unit.length
  const signs = randomSigns(20261122)
  const sums = Array.from({ length: 8 }, () => new Float64Array(length))
  const [hat, hat2, rest, rest2, both, person, unit, covariance] = sums as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const rounds = Math.ceil(draws / batch)
  const total = rounds * batch
  for (let round = 0; round < rounds; round += 1) {
    const noise = emptyBlock(length, batch)
    matches.count.forEach((own, match) => {
      const word = signs()
      for (let r = 0; r < batch; r += 1)
        noise.values[match * batch + r] = (word >>> r) & 1 ? Math.sqrt(own) : -Math.sqrt(own)
    })
    const image = fitted(matches, solveTwoWay(matches, sumsOf(matches, noise)))
    const { person: byPerson, unit: byUnit } = sumsOf(matches, centred(matches, noise))
    const persons = fitted(matches, solveTwoWay(matches, { person: byPerson, unit: zeros(byUnit) }))
    const units = fitted(matches, solveTwoWay(matches, { person: zeros(byPerson), unit: byUnit }))
    for (let match = 0, at = 0; match < length; match += 1) {
      const root = Math.sqrt(matches.count[match] as number)
      for (let r = 0; r < batch; r += 1, at += 1) {
        const inside = root * (image.values[at] as number)
        const outside = (noise.values[at] as number) / root - inside
        add(hat, match, inside ** 2)
        add(hat2, match, inside ** 4)
        add(rest, match, outside ** 2)
        add(rest2, match, outside ** 4)
        add(both, match, inside ** 2 * outside ** 2)
        add(person, match, (persons.values[at] as number) ** 2)
        add(unit, match, (units.values[at] as number) ** 2)
        add(covariance, match, (persons.values[at] as number) * (units.values[at] as number))
      }
    }
  }
  const scale = 1 / (total * matches.observations)
  const [leverage, observation, match] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)]
  matches.count.forEach((own, at) => {
    const mean = (values: Float64Array): number => (values[at] as number) / total
    const whole = mean(hat) + mean(rest)
    const inside = mean(hat) / whole
    const outside = mean(rest) / whole
    const hatSpread = (mean(hat2) - mean(hat) ** 2) / whole ** 2 / total
    const restSpread = (mean(rest2) - mean(rest) ** 2) / whole ** 2 / total
    const shared = (mean(both) - mean(hat) * mean(rest)) / whole ** 2 / total
    const spread = outside ** 2 * hatSpread + inside ** 2 * restSpread - 2 * outside * inside * shared
    const bias = outside * hatSpread - inside * restSpread + 2 * (outside - inside) * shared
    const debiased = (parts: number): number => {
      const left = 1 - inside / parts
      return 1 - spread / (parts * left) ** 2 + bias / (parts * left)
    }
    leverage[at] = inside / own
    observation[at] = debiased(own)
    match[at] = debiased(1)
  })
  return {
    path: 'projected',
    leverage,
    debiasing: { observation, match },
    person: person.map((value) => value * scale),
    unit: unit.map((value) => value * scale),
    covariance: covariance.map((value) => value * scale),
  }
}

function add(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value
}

const zeros = ({ width, values }: Block): Block => ({ width, values: new Float64Array(values.length) })

/** Takes the mean over observations away from what each match adds. */
function centred({ count, observations }: Matches, { width, values }: Block): Block {
  const mean = new Float64Array(width)
  values.forEach((value, at) => add(mean, at % width, value / observations))
  return {
    width,
    values: values.map((value, at) => value - (mean[at % width] as number) * (count[Math.floor(at / width)] as number)),
  }
}
