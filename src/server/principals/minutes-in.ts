/** Minutes as they are sent, and as they are kept. */
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { MeetingItem, MeetingMember, MemberStand, TeamMeeting } from '#domain/meeting.ts'
import { fill } from '#domain/text.ts'
import { minutesFaults } from '#manage/index.ts'
import type { Facts } from '#policy/index.ts'
import type { TeamMinutes } from '../contract/index.ts'
import { Refusal } from '../http/refusal.ts'

/** @throws Refusal 422 where they contradict themselves, tell of days to come, or name a unit or a presider not on record */
export function readMinutes(sent: TeamMinutes, facts: Facts, today: DateCode): TeamMeeting {
  const meeting = meetingFrom(sent)
  if (meeting.heldOn > today) throw meetingToCome()
  if (facts.unitIndex(meeting.unitId) === undefined) throw noSuchUnit()
  if (facts.cadreIndex(meeting.presiderId) === undefined) throw noSuchPresider()
  const [fault] = minutesFaults(meeting)
  if (fault) {
    const where = fault.item === undefined ? { zh: '', en: '' } : fill(itemOf, { item: fault.item })
    throw new Refusal(
      422,
      fault.code,
      fill({ zh: '{where}{says}', en: '{where}{says}' }, { where, says: fault.says }),
      fault.mend,
    )
  }
  return meeting
}

const itemOf = { zh: '第{item}项议题：', en: 'Item {item}: ' }

/** What was left out stays left out: undefined and absent are the same to a reader, and not to the store. */
function meetingFrom({
  unitId,
  name,
  heldOn,
  presiderId,
  papersOn,
  minutesKept,
  members,
  items,
}: TeamMinutes): TeamMeeting {
  return {
    unitId,
    name,
    heldOn: parseDate(heldOn) ?? 0,
    presiderId,
    ...(papersOn === undefined ? {} : { papersOn: parseDate(papersOn) ?? 0 }),
    ...(minutesKept === undefined ? {} : { minutesKept }),
    members: members.map((member) => told<MeetingMember>(member)),
    items: items.map(({ stands, ...item }) =>
      told<MeetingItem>({ ...item, stands: stands.map((stand) => told<MemberStand>(stand)) }),
    ),
  }
}

/** Without what is undefined. */
const told = <T extends object>(value: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T

export const minutesOf = ({
  heldOn,
  papersOn,
  members,
  items,
  unitId,
  name,
  presiderId,
  minutesKept,
}: TeamMeeting): TeamMinutes => ({
  unitId,
  name,
  presiderId,
  heldOn: formatDate(heldOn),
  ...(papersOn === undefined ? {} : { papersOn: formatDate(papersOn) }),
  ...(minutesKept === undefined ? {} : { minutesKept }),
  members: members.map((member) => ({ ...member })),
  items: items.map((item) => ({ ...item, stands: item.stands.map((stand) => ({ ...stand })) })),
})

const meetingToCome = (): Refusal =>
  new Refusal(
    422,
    'meeting-to-come',
    { zh: '会议日期晚于今天。', en: 'The day of the meeting lies in the future.' },
    { zh: '开过会以后再登记。', en: 'Record the meeting after it was held.' },
    'heldOn',
  )

const noSuchUnit = (): Refusal =>
  new Refusal(
    422,
    'meeting-unit',
    { zh: '库里没有这个单位。', en: 'The unit is not on record.' },
    { zh: '从列表里选一个单位。', en: 'Choose a unit from the list.' },
    'unitId',
  )

const noSuchPresider = (): Refusal =>
  new Refusal(
    422,
    'meeting-presider',
    { zh: '主持人不在干部库里。', en: 'Whoever presided is not on record.' },
    { zh: '从应到成员里选主持人。', en: 'Choose one of the members due.' },
    'presiderId',
  )

export const meetingTwice = (): Refusal =>
  new Refusal(
    422,
    'meeting-twice',
    { zh: '这个单位同一天、同名的会议已经登记。', en: 'A meeting of this unit, day and name is on record already.' },
    { zh: '内容有变的，在原记录上更正。', en: 'Correct that record where it is wrong.' },
    'name',
  )

export const noSuchMeeting = (): Refusal =>
  new Refusal(
    404,
    'meeting-unknown',
    { zh: '没有这次会议的记录，或者已经撤回。', en: 'There is no record of this meeting, or it was withdrawn.' },
    { zh: '回到列表，从那里选。', en: 'Go back to the list and choose one.' },
  )

export const noSuchPrincipal = (): Refusal =>
  new Refusal(
    404,
    'principal-unknown',
    { zh: '这名干部现在不任正职。', en: 'This cadre holds no principal post now.' },
    { zh: '从一把手登记册里选，或者看这名干部的全貌。', en: 'Choose from the register, or see the dossier.' },
  )
