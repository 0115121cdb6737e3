import type { MatterEvent, MatterHindrance } from '#domain/matter.ts'
import { Refusal } from '../http/refusal.ts'

/** The same answer whether there is none or it is not for this account: what is private does not show that it exists. */
export const noSuchMatter = (): Refusal =>
  new Refusal(
    404,
    'matter-unknown',
    { zh: '没有这个事项，或者不由这个账号经办。', en: 'There is no such matter, or this account does not handle it.' },
    { zh: '回到列表，从那里选。', en: 'Go back to the list and choose one.' },
  )

export const recusedFromMatter = (): Refusal =>
  new Refusal(
    403,
    'matter-recused',
    {
      zh: '账号与事项所涉干部是同一人或者有亲属关系，应当回避。',
      en: 'The account belongs to the cadre concerned, or to kin, and must recuse.',
    },
    { zh: '由其他经办人办理。', en: 'Another officer acts.' },
  )

const forbidden: ReadonlySet<string> = new Set(['matter-act-not-yours'])

export const hinderedMatter = ({ code, says, mend, field }: MatterHindrance): Refusal =>
  new Refusal(forbidden.has(code) ? 403 : 422, code, says, mend, field)

export const matterChangedSince = (events: readonly MatterEvent[]): Refusal => {
  const names = [...new Set(events.map(({ byName }) => byName))]
  return new Refusal(
    409,
    'matter-changed',
    {
      zh: `打开本页以后，这个事项又记了${events.length}笔（${names.join('、')}），这次没有写入。`,
      en: `Since the page was opened, ${events.length} events were recorded (${names.join(', ')}). Nothing was written.`,
    },
    { zh: '看过新的记录，再办理。', en: 'Look at what is new, then go on.' },
  )
}

export const wrongSubject = (): Refusal =>
  new Refusal(
    422,
    'matter-subject',
    { zh: '没有写明所涉干部或者单位，或者库里没有。', en: 'The cadre or unit concerned is missing, or not on record.' },
    { zh: '从列表里选一名干部或者一个单位。', en: 'Choose a cadre or a unit from the list.' },
  )

export const matterDayToCome = (): Refusal =>
  new Refusal(
    422,
    'matter-day-to-come',
    { zh: '发生日期晚于今天。', en: 'The day lies in the future.' },
    { zh: '写事情实际发生的那一天。', en: 'Give the day on which it happened.' },
  )

export const matterDayBefore = (): Refusal =>
  new Refusal(
    422,
    'matter-day-before',
    { zh: '发生日期早于立项日期。', en: 'The day lies before the matter was opened.' },
    { zh: '写事情实际发生的那一天。', en: 'Give the day on which it happened.' },
  )

export const notYoursToTakeBack = (): Refusal =>
  new Refusal(
    403,
    'matter-not-yours-to-take-back',
    {
      zh: '部领导办理过、本人提出或者说过话的，不由经办人撤回、撤销。',
      en: 'Where the head has decided, or the cadre has asked or spoken, a handler does not take it back.',
    },
    { zh: '由部领导办理。', en: 'The head does it.' },
  )

export const nothingToUndo = (): Refusal =>
  new Refusal(
    422,
    'matter-nothing-to-undo',
    { zh: '这一笔没有写入记录，或者已经撤销。', en: 'That event wrote nothing, or it was undone already.' },
    { zh: '看时间线上哪一笔写入了记录。', en: 'See in the course which event wrote something.' },
  )

export const notYoursToHandle = (): Refusal =>
  new Refusal(
    403,
    'matter-not-handler',
    { zh: '这个账号不是经办人。', en: 'This account is no handler of the matter.' },
    { zh: '由经办人或者部领导办理。', en: 'A handler or the head acts.' },
  )

export const noLetter = (): Refusal =>
  new Refusal(
    404,
    'matter-no-letter',
    { zh: '这一笔没有函件。', en: 'That event has no letter.' },
    { zh: '在时间线上选有函件的一笔。', en: 'Choose an event of the course that has one.' },
  )

export const noSuchEvent = (): Refusal =>
  new Refusal(
    422,
    'matter-event-unknown',
    { zh: '没有这一笔，或者不能更正。', en: 'There is no such event, or it cannot be corrected.' },
    { zh: '在时间线上选要更正的一笔。', en: 'Choose the event in the course.' },
  )
