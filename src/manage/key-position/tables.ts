import { formatDate } from '#domain/calendar.ts'
import type { WorkList } from '#domain/results.ts'
import type { KeySeat } from './register.ts'

const columns = [
  'position_id',
  'power',
  'fund',
  'resource',
  'touchpoints',
  'cadre_id',
  'since',
  'rotation_due',
  'state',
  'norms',
  'last_check',
  'checks_due',
]

/** `key-seats.csv`: a row for each holder; `state` is that of the rotation, or that the seat is still to be judged. */
export const keySeatTable = (seats: readonly KeySeat[]): WorkList => ({
  name: 'key-seats',
  columns,
  rows: seats.flatMap((seat) =>
    (seat.holders.length > 0 ? seat.holders : [undefined]).map((holder) => {
      const duty = seat.duties.find(({ cadreId }) => cadreId === holder?.cadreId)
      return [
        seat.positionId,
        seat.kinds.power ?? null,
        seat.kinds.fund ?? null,
        seat.kinds.resource ?? null,
        seat.touchpoints?.join(';') ?? null,
        holder?.cadreId ?? null,
        holder ? formatDate(holder.since) : null,
        duty ? formatDate(duty.dueOn) : null,
        seat.isKey === undefined ? 'not-judged' : (duty?.state ?? null),
        seat.steps.map(({ step }) => step.id).join(';'),
        seat.lastCheck === undefined ? null : formatDate(seat.lastCheck),
        seat.checksDue,
      ]
    }),
  ),
})
