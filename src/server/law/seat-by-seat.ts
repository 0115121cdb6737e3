import { setImmediate as nextTurn } from 'node:timers/promises'
import type { VerdictPlanes } from '#policy/index.ts'

/** The planes of one seat alone, sharing what is computed. */
export const atSeat = (planes: VerdictPlanes, place: number): VerdictPlanes => ({
  ...planes,
  seats: planes.seats.slice(place, place + 1),
  column: (rule) => planes.column(rule, place),
})

/** One place after another; between two of them the server answers others. */
export async function* inTurns(length: number, step = 1): AsyncGenerator<number> {
  for (let place = 0; place < length; place += step) {
    await nextTurn()
    yield place
  }
}
