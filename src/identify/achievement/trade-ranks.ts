import { textAt } from '#domain/columns.ts'
import { byCadre, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { type JointDraws, rankIntervals } from '#statistics/index.ts'
import type { AchievementFit } from './model.ts'
import type { TradeRank } from './paper.ts'

/** A contribution that is to be ranked. */
export interface Ranked {
  /** Row of the cadres table. */
  readonly cadre: number
  readonly group: string
  readonly value: number
  readonly sd: number
  /** Others stand in the ranking of their peers, but get no rank themselves. */
  readonly isTold: boolean
}

/** A person effect and its weight in the contribution. */
export interface Weighted {
  readonly fitted: AchievementFit
  readonly weight: number
}

const drawCount = 500
const seed = 20
/** A rank among fewer says nothing. */
const fewestPeers = 5

/**
 * Rank intervals inside the same comparable group, trade and post level, by row of the cadres table: of people who hold a seat
 * now, from joint draws, so that people who served together are compared with what the data know of their difference.
 */
export function tradeRanks(
  snapshot: Snapshot,
  ranked: readonly Ranked[],
  effects: readonly Weighted[],
): ReadonlyMap<number, TradeRank> {
  const placeOf = presentPlaces(snapshot)
  const deviationOf = jointDeviations(effects)
  const peers = Map.groupBy(
    ranked.filter(({ cadre }) => placeOf(cadre) !== undefined),
    ({ cadre, group }) => `${group} ${placeOf(cadre)?.sector} ${placeOf(cadre)?.level}`,
  )
  const found = new Map<number, TradeRank>()
  for (const members of peers.values()) {
    if (members.length < fewestPeers) continue
    const draws: JointDraws = {
      count: drawCount,
      size: members.length,
      values: new Float64Array(drawCount * members.length),
    }
    members.forEach(({ cadre, value, sd }, index) => {
      const deviations = deviationOf(cadre)
      for (let draw = 0; draw < drawCount; draw += 1)
        draws.values[draw * members.length + index] = value + sd * (deviations[draw] as number)
    })
    rankIntervals(draws).forEach(({ from, to }, index) => {
      const own = members[index]
      const place = own?.isTold ? placeOf(own.cadre) : undefined
      if (own && place) found.set(own.cadre, { ...place, of: members.length, from, to })
    })
  }
  return found
}

/** Draws of the error of a contribution in its standard deviations, joint over all people. */
function jointDeviations(effects: readonly Weighted[]): (cadre: number) => Float64Array {
  const drawn = effects.map(({ fitted, weight }) => {
    const levels = fitted.cadres.length
    const all = Array.from({ length: levels }, (_, level) => ({ factor: 0, level }))
    return {
      weight,
      levels,
      levelOf: new Map(Array.from(fitted.cadres, (cadre, level) => [cadre, level])),
      modes: fitted.fit.random[0]?.modes,
      sd: fitted.fit.random[0]?.predictionSd,
      values: fitted.fit.posterior.draws(drawCount, seed, all).values,
    }
  })
  return (cadre) => {
    const sums = new Float64Array(drawCount)
    let variance = 0
    for (const { weight, levels, levelOf, modes, sd, values } of drawn) {
      const level = levelOf.get(cadre)
      if (level === undefined) continue
      variance += (weight * (sd?.[level] ?? 0)) ** 2
      const mode = modes?.[level] ?? 0
      for (let draw = 0; draw < drawCount; draw += 1)
        sums[draw] = (sums[draw] as number) + weight * ((values[draw * levels + level] as number) - mode)
    }
    const scale = variance > 0 ? 1 / Math.sqrt(variance) : 0
    return sums.map((sum) => sum * scale)
  }
}

interface Place {
  readonly sector: string | undefined
  readonly level: string
}

/** The trade and the post level of the seat that a cadre holds now. */
function presentPlaces(snapshot: Snapshot): (cadre: number) => Place | undefined {
  const { tenures, positions, units } = snapshot.tables
  const byOwner = byCadre(snapshot, 'tenures')
  const seatOf = resolve(tenures.columns.position_id, positions.columns.position_id)
  const unitOf = resolve(positions.columns.unit_id, units.columns.unit_id)
  const placeOf = (cadre: number): Place | undefined => {
    let latest = -1
    for (const row of rowsOf(byOwner, cadre)) {
      const isHeld = tenures.columns.to.codes[row] === 0 && (seatOf[row] as number) >= 0
      if (
        isHeld &&
        (latest < 0 || (tenures.columns.from.codes[row] as number) > (tenures.columns.from.codes[latest] as number))
      )
        latest = row
    }
    if (latest < 0) return undefined
    const seat = seatOf[latest] as number
    const level = textAt(tenures.columns.post_level, latest) ?? textAt(positions.columns.post_level, seat)
    const unit = unitOf[seat] as number
    return level === undefined
      ? undefined
      : { sector: unit < 0 ? undefined : textAt(units.columns.sector, unit), level }
  }
  const known = new Map<number, Place | undefined>()
  return (cadre) => {
    if (!known.has(cadre)) known.set(cadre, placeOf(cadre))
    return known.get(cadre)
  }
}
