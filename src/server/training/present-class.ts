/** A class for screens: in a list, and in full. */
import { leaveShareOn, type Training } from '#develop/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { fill, type Text } from '#domain/text.ts'
import type { ClassEvent, ClassFacts } from '#domain/training.ts'
import { isLeaveOver, placesTaken, standingOn } from '#domain/training-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import type { ClassFactsShape, TrainingClassDetail, TrainingClassSummary } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { presentPerson } from '../presenters/named.ts'
import type { OpenedClass } from './training-desk.ts'

export const presentFacts = ({ topic, from, to, ...facts }: ClassFacts): ClassFactsShape => ({
  ...facts,
  topic: topic ?? null,
  from: formatDate(from),
  to: formatDate(to),
})

export const presentClass = ({ classId, one }: OpenedClass, today: DateCode): TrainingClassSummary => ({
  ...presentFacts(one.facts),
  classId,
  standing: standingOn(one, today),
  taken: placesTaken(one).length,
  completed: [...one.enrolments.values()].filter(({ state }) => state === 'completed').length,
})

const waitingMost = 200

export function presentClassDetail(
  opened: OpenedClass,
  training: Training,
  book: RuleBook,
  today: DateCode,
): TrainingClassDetail {
  const { one, events } = opened
  const { facts } = training
  const share = leaveShareOn(book, today)
  const lacking = training.states.find(({ topic }) => topic.id === one.facts.topic)?.lacking ?? []
  return {
    ...presentClass(opened, today),
    version: one.version,
    today: formatDate(today),
    enrolments: [...one.enrolments.values()].map(({ cadreId, state, since, hours, leave, reason }) => ({
      ...presentPerson({ facts }, cadreId),
      state,
      since: formatDate(since),
      hours: hours ?? null,
      leave: leave ?? null,
      isLeaveOver: isLeaveOver({ leave: leave ?? 0 }, one.facts, share),
      reason: reason ?? null,
    })),
    waiting: lacking
      .filter(({ cadre }) => !one.enrolments.has(cadre.id))
      .slice(0, waitingMost)
      .map(({ cadre }) => presentPerson({ facts }, cadre.id)),
    leaveMost: Math.floor((one.facts.hours * share.parts * 10) / share.of) / 10,
    leaveBasis: presentBasis(citationOf(book, 'TRAIN-15-LEAVE')),
    completions: one.completions.map(({ event, rows }) => ({ event, people: rows.length })),
    timeline: events.map((event) => ({
      seq: event.seq,
      on: formatDate(event.on),
      recordedAt: event.recordedAt,
      byName: event.byName,
      kind: event.kind,
      says: saysOf(event, (cadreId) => presentPerson({ facts }, cadreId).name),
    })),
  }
}

function saysOf(event: ClassEvent, nameOf: (cadreId: string) => string): Text {
  switch (event.kind) {
    case 'invited':
    case 'confirmed':
    case 'completed':
      return fill(said[event.kind], { count: event.cadreIds.length, ...named(event.cadreIds.map(nameOf)) })
    case 'attended':
      return fill(said.attended, {
        count: event.rows.length,
        ...named(event.rows.map(({ cadreId }) => nameOf(cadreId))),
      })
    case 'declined':
    case 'withdrawn':
      return fill(said[event.kind], { name: nameOf(event.cadreId), reason: event.reason })
    case 'changed':
    case 'cancelled':
    case 'completion-undone':
      return fill(said[event.kind], { reason: event.reason })
    default:
      return said.opened
  }
}

const shownNames = 3

const named = (names: readonly string[]): { readonly who: Text } => {
  const more = names.length > shownNames
  const first = names.slice(0, shownNames)
  return { who: { zh: `${first.join('、')}${more ? '等' : ''}`, en: `${first.join(', ')}${more ? ' …' : ''}` } }
}

const said = {
  opened: { zh: '建班', en: 'Set up' },
  changed: { zh: '更改：{reason}', en: 'Changed: {reason}' },
  invited: { zh: '通知{count}人：{who}', en: 'Invited {count}: {who}' },
  confirmed: { zh: '确认参加{count}人：{who}', en: 'Confirmed {count}: {who}' },
  declined: { zh: '{name}不能参加：{reason}', en: '{name} declined: {reason}' },
  withdrawn: { zh: '{name}退学：{reason}', en: '{name} withdrawn: {reason}' },
  attended: { zh: '登记出勤{count}人：{who}', en: 'Attendance of {count}: {who}' },
  completed: { zh: '登记结业{count}人：{who}', en: 'Completed by {count}: {who}' },
  'completion-undone': { zh: '撤销结业登记：{reason}', en: 'Completion taken back: {reason}' },
  cancelled: { zh: '取消：{reason}', en: 'Cancelled: {reason}' },
} as const satisfies Record<ClassEvent['kind'], Text>
