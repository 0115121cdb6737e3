import type { DueItem } from '#domain/due.ts'
import { fill } from '#domain/text.ts'
import type { KeySeat } from './register.ts'

/** Checks of work norms with a day: one for each step that was checked before and is checked at an interval. */
export const keySeatDues = (seats: readonly KeySeat[]): readonly DueItem[] =>
  seats.flatMap(({ positionId, unitId, unitName, title, steps }) =>
    steps.flatMap(({ step, dueOn }) =>
      dueOn === undefined
        ? []
        : [
            {
              id: `key-seat/${positionId}/${step.id}`,
              kind: 'work-norm',
              label: fill(
                { zh: '检查操作规范“{step}”：{seat}', en: 'Check of the work norm "{step}": {seat}' },
                { step: step.name, seat: `${unitName}${title}` },
              ),
              on: dueOn,
              unitId,
              accounts: [],
              link: `/key-seats/${encodeURIComponent(positionId)}`,
            },
          ],
    ),
  )
