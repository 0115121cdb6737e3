import { addMonths, type DateCode } from '#domain/calendar.ts'
import type { Cadre } from '../world.ts'
import type { TrialWorld } from './world.ts'

/** A duty to leave a key seat after five years, told from the true career. */
export interface RotationTruth {
  readonly cadre: Cadre
  readonly position: string
  readonly dueOn: DateCode
}

const keySeatMonths = 60

export const rotationTruth = (world: TrialWorld): RotationTruth[] =>
  world.cadres.flatMap((cadre) => {
    const { seat, since, leftOn } = cadre.person
    if (leftOn !== 0 || !seat || !(seat.power || seat.fund || seat.resource)) return []
    return [{ cadre, position: seat.id, dueOn: addMonths(since, keySeatMonths) }]
  })
