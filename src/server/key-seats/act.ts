/** Somebody records something about a key seat: checked, then written. */
import { parseDate } from '#domain/calendar.ts'
import { keySeat } from '#manage/index.ts'
import { type Records, recordKeySeatEvent } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import type { NewKeySeatEvent } from '../contract/index.ts'
import { noSuchSeat, Refusal } from '../http/refusal.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { matterDayToCome } from '../matters/refusals.ts'
import { keySeatGround } from './ground.ts'

/** @throws Refusal 404 for no seat, 422 for a day to come or a step that it has not, 403 for the holder and kin */
export async function actOnKeySeat(
  records: Records,
  matters: MatterDesk,
  positionId: string,
  { version, on, act }: NewKeySeatEvent,
  account: Account,
): Promise<void> {
  const seat = keySeat(await keySeatGround(records, matters), positionId)
  if (!seat) throw noSuchSeat(positionId)
  const day = parseDate(on) ?? 0
  if (day > matters.today()) throw matterDayToCome()
  if (act.kind === 'checked' && !seat.steps.some(({ step }) => step.id === act.step)) throw noSuchStep()
  for (const { cadreId } of seat.holders) await matters.keepKinOut(cadreId, [account.account])
  const recorder = { by: account.account, byName: account.name.zh, on: day }
  await recordKeySeatEvent(records, { positionId, version, act }, recorder)
}

const noSuchStep = (): Refusal =>
  new Refusal(
    422,
    'key-seat-no-such-step',
    { zh: '这个岗位没有这一步操作规范。', en: 'The work of this seat has no such step.' },
    {
      zh: '从岗位的操作规范里选一步；先核定岗位的环节，才有对应的规范。',
      en: 'Choose one of its steps; judge its touchpoints first.',
    },
    'step',
  )
