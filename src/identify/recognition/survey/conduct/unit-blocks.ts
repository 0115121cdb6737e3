import { falseDiscoveryRates, normalCdf } from '#statistics/index.ts'
import type { Ballots } from '../../ballots.ts'
import { homeUnits } from '../../rating-design.ts'
import type { RatingFit } from '../../rating-model.ts'
import { type BlockFlag, falseShareOfFlags } from './flags.ts'
import { standardResiduals } from './standard-residuals.ts'

/** Smaller blocks are no block, and showing them would show ballots. */
const leastBlock = 5

interface Cell {
  readonly unit: number
  readonly home: number
  readonly cadre: number
  readonly raters: Set<number>
  sum: number
  n: number
}

/**
 * Raters of one unit, asked about another, who together lift one of its people and press another: the mean residual of the
 * block on each person, against a normal null. Both must be beyond chance.
 */
export function unitBlocks(ballots: Ballots, model: RatingFit): BlockFlag[] {
  const cells = cellsOf(ballots, standardResiduals(model))
  const tested = cells.map((cell) => ({ cell, z: cell.sum / Math.sqrt(cell.n) }))
  const chances = tested.map(({ z }) => 2 * normalCdf(-Math.abs(z)))
  const rates = falseDiscoveryRates(chances)
  const beyond = tested.flatMap(({ cell, z }, index) =>
    (rates[index] as number) <= falseShareOfFlags
      ? [{ cell, z, probability: chances[index] as number, falseShare: rates[index] as number }]
      : [],
  )
  return [...Map.groupBy(beyond, ({ cell }) => `${cell.unit} ${cell.home}`).values()].flatMap((block): BlockFlag[] => {
    const lift = block.reduce((best, each) => (each.z > best.z ? each : best))
    const press = block.reduce((best, each) => (each.z < best.z ? each : best))
    if (lift.z <= 0 || press.z >= 0) return []
    return [
      {
        kind: 'unit-block',
        survey: undefined,
        raters: [...lift.cell.raters.intersection(press.cell.raters)].sort((a, b) => a - b),
        lifted: lift.cell.cadre,
        pressed: press.cell.cadre,
        lift: lift.cell.sum / lift.cell.n,
        press: press.cell.sum / press.cell.n,
        probability: Math.max(lift.probability, press.probability),
        falseShare: Math.max(lift.falseShare, press.falseShare),
      },
    ]
  })
}

function cellsOf(ballots: Ballots, residuals: Float64Array): Cell[] {
  const home = homeUnits(ballots)
  const cells = new Map<string, Cell>()
  ballots.raterUnit.forEach((unit, ballot) => {
    if (unit < 0 || unit === home[ballot]) return
    const cadre = ballots.cadre[ballot] as number
    const key = `${unit} ${cadre}`
    const cell = cells.get(key) ?? {
      unit,
      home: home[ballot] as number,
      cadre,
      raters: new Set<number>(),
      sum: 0,
      n: 0,
    }
    cells.set(key, cell)
    cell.raters.add(ballots.rater[ballot] as number)
    cell.sum += residuals[ballot] as number
    cell.n += 1
  })
  return [...cells.values()].filter(({ raters }) => raters.size >= leastBlock)
}
