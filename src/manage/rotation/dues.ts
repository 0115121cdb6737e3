import type { DueItem } from '#domain/due.ts'
import type { RotationDuty } from '#domain/results.ts'
import { fill } from '#domain/text.ts'
import type { Facts } from '#policy/index.ts'

/** Rotation and term duties as things that are due; the whole department's. */
export function rotationDues(duties: readonly RotationDuty[], facts: Facts): readonly DueItem[] {
  return duties.map(({ cadreId, positionId, rule, basis, dueOn }) => {
    const row = facts.seatIndex(positionId)
    const seat = row === undefined ? undefined : facts.seat(row)
    const values = { rule: basis.title, seat: seat ? `${seat.unitName}${seat.title}` : positionId }
    return {
      id: `rotation/${cadreId}/${positionId}/${rule}`,
      kind: 'rotation',
      label: fill({ zh: '{rule}：{seat}', en: '{rule}: {seat}' }, values),
      on: dueOn,
      basis,
      cadreId,
      ...(seat ? { unitId: seat.unit } : {}),
      accounts: [],
      link: `/cadres/${encodeURIComponent(cadreId)}`,
    }
  })
}
