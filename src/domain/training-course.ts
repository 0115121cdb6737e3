/** The course of a class: what its events make of it, where it stands, and what may not be recorded. */
import type { DateCode } from './calendar.ts'
import { formatDate } from './calendar.ts'
import type { MatterHindrance, MatterWrite } from './matter.ts'
import { invariant } from './problem.ts'
import { fill, type Text } from './text.ts'
import type {
  Attendance,
  ClassAct,
  ClassEvent,
  ClassFacts,
  ClassStanding,
  Enrolment,
  EnrolmentState,
  TrainingClass,
} from './training.ts'

/** The class that the events make; the first is `opened`. */
export function replayClass(events: readonly ClassEvent[]): TrainingClass {
  const [first] = events
  invariant(first?.kind === 'opened', 'a class begins with its opening')
  let replayed: TrainingClass = {
    facts: first.facts,
    version: first.seq,
    openedOn: first.on,
    isCancelled: false,
    enrolments: new Map(),
    completions: [],
  }
  for (const event of events.slice(1)) replayed = { ...after(replayed, event), version: event.seq }
  return replayed
}

function after(one: TrainingClass, event: ClassEvent): TrainingClass {
  switch (event.kind) {
    case 'changed':
      return { ...one, facts: event.facts }
    case 'invited':
    case 'confirmed':
      return { ...one, enrolments: withStates(one, event.cadreIds, { state: event.kind, since: event.on }) }
    case 'declined':
    case 'withdrawn':
      return {
        ...one,
        enrolments: withStates(one, [event.cadreId], { state: event.kind, since: event.on, reason: event.reason }),
      }
    case 'attended': {
      const enrolments = new Map(one.enrolments)
      for (const { cadreId, hours, leave } of event.rows)
        enrolments.set(cadreId, { ...known(one, cadreId), state: 'attended', since: event.on, hours, leave })
      return { ...one, enrolments }
    }
    case 'completed':
      return {
        ...one,
        enrolments: withStates(one, event.cadreIds, { state: 'completed', since: event.on }),
        completions: event.effect ? [...one.completions, { event: event.seq, rows: event.effect }] : one.completions,
      }
    case 'completion-undone': {
      const undone = one.completions.find(({ event: seq }) => seq === event.event)
      const cadreIds = (undone?.rows ?? []).map(({ after: row }) => String(row.cadre_id))
      return {
        ...one,
        enrolments: withStates(one, cadreIds, { state: 'attended', since: event.on }),
        completions: one.completions.filter((each) => each !== undone),
      }
    }
    case 'cancelled':
      return { ...one, isCancelled: true }
    default:
      return one
  }
}

const known = (one: TrainingClass, cadreId: string): Enrolment =>
  one.enrolments.get(cadreId) ?? {
    cadreId,
    state: 'invited',
    since: one.openedOn,
    hours: undefined,
    leave: undefined,
    reason: undefined,
  }

function withStates(
  one: TrainingClass,
  cadreIds: readonly string[],
  change: { readonly state: EnrolmentState; readonly since: DateCode; readonly reason?: string },
): ReadonlyMap<string, Enrolment> {
  const enrolments = new Map(one.enrolments)
  for (const cadreId of cadreIds) enrolments.set(cadreId, { ...known(one, cadreId), reason: undefined, ...change })
  return enrolments
}

/** Those who hold a place: neither declined nor withdrawn. */
export const placesTaken = ({ enrolments }: Pick<TrainingClass, 'enrolments'>): readonly string[] =>
  [...enrolments.values()]
    .filter(({ state }) => state !== 'declined' && state !== 'withdrawn')
    .map(({ cadreId }) => cadreId)

/** Where the class stands on a day. */
export function standingOn({ facts, enrolments, isCancelled }: TrainingClass, day: DateCode): ClassStanding {
  if (isCancelled) return 'cancelled'
  const states = [...enrolments.values()].map(({ state }) => state)
  if (states.includes('completed') && !states.includes('attended')) return 'completed'
  if (day < facts.from) return 'planned'
  return day <= facts.to ? 'running' : 'over'
}

/** Leave may be at most this share of the hours: art. 15. */
export interface LeaveShare {
  readonly parts: number
  readonly of: number
}

export const isLeaveOver = ({ leave }: Pick<Attendance, 'leave'>, { hours }: ClassFacts, share: LeaveShare): boolean =>
  leave * share.of > hours * share.parts

/** What an act is held against beside the class. */
export interface ClassContext {
  readonly share: LeaveShare
  /** Other classes that have not been cancelled, by their names, with who holds a place in them. */
  readonly others: readonly { readonly facts: ClassFacts; readonly cadreIds: ReadonlySet<string> }[]
  readonly nameOf: (cadreId: string) => string
}

/** Why an act may not be recorded; undefined where it may. */
export function classRefusal(
  one: TrainingClass,
  act: ClassAct,
  on: DateCode,
  context: ClassContext,
): MatterHindrance | undefined {
  if (one.isCancelled) return refusal('training-class-cancelled', cancelled, seeOthers)
  switch (act.kind) {
    case 'changed':
      return factsRefusal(act.facts, placesTaken(one).length)
    case 'invited':
      return placesRefusal(one, act.cadreIds, context)
    case 'confirmed':
      return enrolledRefusal(one, act.cadreIds, context)
    case 'declined':
    case 'withdrawn':
      return enrolledRefusal(one, [act.cadreId], context)
    case 'attended':
      return (
        enrolledRefusal(
          one,
          act.rows.map(({ cadreId }) => cadreId),
          context,
        ) ?? attendanceRefusal(one, act.rows, on, context)
      )
    case 'completed':
      return enrolledRefusal(one, act.cadreIds, context) ?? completionRefusal(one, act.cadreIds, on, context)
    default:
      return undefined
  }
}

/** Why a class cannot be so; undefined where it can. */
export function factsRefusal(facts: ClassFacts, taken = 0): MatterHindrance | undefined {
  if (!(facts.hours > 0) || facts.hours > mostHours) return refusal('training-hours-wrong', hoursWrong, mendHours)
  if (facts.to < facts.from) return refusal('training-dates-wrong', datesWrong, mendDates)
  if (facts.places < Math.max(1, taken))
    return refusal('training-class-full', fill(tooFewPlaces, { places: facts.places, taken }), morePlaces)
  return undefined
}

/** No class has more hours than this: a slip of the pen. */
const mostHours = 5000

function placesRefusal(one: TrainingClass, cadreIds: readonly string[], context: ClassContext) {
  const taken = new Set([...placesTaken(one), ...cadreIds])
  const { places } = one.facts
  if (taken.size > places) return refusal('training-class-full', fill(full, { places, wanted: taken.size }), morePlaces)
  for (const cadreId of cadreIds) {
    const clash = context.others.find(
      ({ facts, cadreIds: there }) =>
        there.has(cadreId) && !facts.online && facts.from <= one.facts.to && one.facts.from <= facts.to,
    )
    if (clash && !one.facts.online)
      return refusal(
        'training-class-clash',
        fill(twoAtOnce, { name: context.nameOf(cadreId), other: clash.facts.name }),
        { zh: '换一期，或者先从另一个班退出。', en: 'Choose another class, or withdraw from the other one first.' },
      )
  }
  return undefined
}

function enrolledRefusal(one: TrainingClass, cadreIds: readonly string[], { nameOf }: ClassContext) {
  const taken = new Set(placesTaken(one))
  const stranger = cadreIds.find((cadreId) => !taken.has(cadreId))
  return stranger === undefined
    ? undefined
    : refusal('training-not-enrolled', fill(notEnrolled, { name: nameOf(stranger) }), {
        zh: '先列入名单，再登记。',
        en: 'Enrol the person first.',
      })
}

function attendanceRefusal(one: TrainingClass, rows: readonly Attendance[], on: DateCode, { nameOf }: ClassContext) {
  const { hours: whole, from } = one.facts
  if (on < from)
    return refusal('training-not-begun', fill(notBegun, { day: formatDate(from) }), {
      zh: '开班后登记出勤。',
      en: 'Record attendance once it has begun.',
    })
  const wrong = rows.find(({ hours, leave }) => !(hours >= 0) || !(leave >= 0) || hours + leave > whole)
  if (wrong)
    return refusal('training-hours-wrong', fill(attendedWrong, { name: nameOf(wrong.cadreId), whole }), mendHours)
  const done = rows.find(({ cadreId }) => one.enrolments.get(cadreId)?.state === 'completed')
  return done && refusal('training-completed', fill(alreadyDone, { name: nameOf(done.cadreId) }), undoFirst)
}

function completionRefusal(one: TrainingClass, cadreIds: readonly string[], on: DateCode, context: ClassContext) {
  const { share, nameOf } = context
  if (on < one.facts.to)
    return refusal('training-not-over', fill(notOver, { day: formatDate(one.facts.to) }), {
      zh: '结束以后登记结业。',
      en: 'Record completion once it has ended.',
    })
  for (const cadreId of cadreIds) {
    const enrolment = known(one, cadreId)
    const name = nameOf(cadreId)
    if (enrolment.state === 'completed') return refusal('training-completed', fill(alreadyDone, { name }), undoFirst)
    if (enrolment.state !== 'attended' || enrolment.hours === undefined)
      return refusal('training-not-attended', fill(notAttended, { name }), {
        zh: '先登记出勤学时和请假学时。',
        en: 'Record hours attended and hours of leave first.',
      })
    if (isLeaveOver({ leave: enrolment.leave ?? 0 }, one.facts, share))
      return refusal(
        'training-leave-over',
        fill(leaveOver, { name, leave: enrolment.leave ?? 0, whole: one.facts.hours, ...share }),
        {
          zh: '按条例第十五条作退学处理，或者更正请假学时。',
          en: 'Withdraw the person under art. 15, or correct the hours of leave.',
        },
      )
  }
  return undefined
}

/** What completion writes: a row of `trainings` each, with the hours attended. */
export const completionWrites = ({ facts, enrolments }: TrainingClass, cadreIds: readonly string[]): MatterWrite[] =>
  cadreIds.map((cadreId) => ({
    table: 'trainings',
    row: {
      cadre_id: cadreId,
      course: facts.name,
      topic: facts.topicName || null,
      from: formatDate(facts.from),
      to: formatDate(facts.to),
      hours: String(enrolments.get(cadreId)?.hours ?? ''),
      organiser: facts.organiser,
      recognised: String(facts.recognised),
    },
  }))

const refusal = (code: string, says: Text, mend: Text): MatterHindrance => ({ code, says, mend })

const cancelled: Text = { zh: '这个班已经取消。', en: 'The class was cancelled.' }
const seeOthers: Text = { zh: '到班次列表选其他班。', en: 'Choose another class of the list.' }
const hoursWrong: Text = { zh: '学时应当大于零。', en: 'Hours must be above zero.' }
const mendHours: Text = { zh: '核对学时，再提交。', en: 'Check the hours and send it again.' }
const datesWrong: Text = { zh: '结束日期早于开始日期。', en: 'It ends before it begins.' }
const mendDates: Text = { zh: '核对起止日期。', en: 'Check the dates.' }
const tooFewPlaces: Text = {
  zh: '名额{places}个，已列入{taken}人。',
  en: '{places} places, but {taken} people are on the list.',
}
const full: Text = {
  zh: '名额{places}个，列入后有{wanted}人。',
  en: '{places} places; {wanted} people would be on the list.',
}
const morePlaces: Text = { zh: '减少人员，或者先增加名额。', en: 'Take people off, or add places first.' }
const twoAtOnce: Text = {
  zh: '{name}同一时间已在“{other}”。',
  en: '{name} has a place in “{other}” at the same time.',
}
const notEnrolled: Text = { zh: '{name}不在这个班的名单里。', en: '{name} is not on the list of this class.' }
const notBegun: Text = { zh: '{day}才开班。', en: 'The class begins on {day}.' }
const attendedWrong: Text = {
  zh: '{name}的出勤、请假学时不能为负，合计不能超过{whole}学时。',
  en: 'Hours attended and of leave of {name} must not be negative, nor come to more than {whole}.',
}
const alreadyDone: Text = { zh: '{name}已经结业。', en: '{name} has completed the class.' }
const undoFirst: Text = { zh: '先撤销结业登记。', en: 'Take the completion back first.' }
const notOver: Text = { zh: '{day}才结束。', en: 'The class ends on {day}.' }
const notAttended: Text = { zh: '{name}没有登记出勤。', en: 'No attendance is recorded for {name}.' }
const leaveOver: Text = {
  zh: '{name}请假{leave}学时，超过总学时{whole}的{of}分之{parts}。',
  en: '{name} took {leave} hours of leave, more than {parts}/{of} of {whole}.',
}
