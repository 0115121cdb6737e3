import type { Ground } from './ground.ts'

/** Nobody holds the seat; false for a seat that is not there on the day. */
export function isVacant({ facts }: Pick<Ground, 'facts'>, positionId: string): boolean {
  const seat = facts.seatIndex(positionId)
  return seat !== undefined && facts.seat(seat).holders().length === 0
}
