/** What stands in a matter of care: which form was chosen, until when the cadre may reply, what was decided. */
import { addDays, addMonths, type DateCode } from '#domain/calendar.ts'
import type { Matter, MatterDeed } from '#domain/matter.ts'
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import type { WorkPeriodEnd } from '#policy/index.ts'
import type { CarePeriods } from './settings.ts'

type Course = Pick<Matter, 'deeds'>

/** talk, reminder, inquiry or admonition: what was chosen last. */
export const formOf = (matter: Course): string | undefined => textOf(lastDeed(matter, 'choose'), 'form')

export const outcomeOf = (matter: Course): string | undefined => textOf(lastDeed(matter, 'decide'), 'outcome')

const textOf = (deed: MatterDeed | undefined, name: string): string | undefined => deed && textIn(deed.facts, name)

/** The last day of the window to reply, extended where it was; undefined before the notice. */
export function replyWindow(matter: Course, periods: CarePeriods): WorkPeriodEnd | undefined {
  const notice = lastDeed(matter, 'notify')
  if (!notice) return undefined
  const extension = matter.deeds.findLast(({ act, seq }) => act === 'extend' && seq > notice.seq)
  const until = extension && dayIn(extension.facts, 'until')
  return until === undefined ? periods.replyEnds(notice.on) : { day: until, yearLacking: undefined }
}

/** The deed of this round: after the last notice. */
export const sinceNotice = (matter: Course, act: string): MatterDeed | undefined => {
  const notice = lastDeed(matter, 'notify')
  return notice && matter.deeds.findLast((deed) => deed.act === act && deed.seq > notice.seq)
}

/** The first day on which an admonition has no effect any more; undefined where there is none. */
export function effectEnds(matter: Course, { effectMonths }: CarePeriods): DateCode | undefined {
  const decided = lastDeed(matter, 'decide')
  return decided && outcomeOf(matter) === 'admonition' ? addMonths(decided.on, effectMonths) : undefined
}

/** The day from which on the cadre is to be followed up. */
export function followUpFrom(matter: Course, periods: CarePeriods): DateCode | undefined {
  const decided = lastDeed(matter, 'decide')
  if (!decided) return undefined
  const isLight = outcomeOf(matter) !== 'admonition'
  return addMonths(decided.on, isLight ? periods.lightFollowUpMonths : periods.followUpMonths)
}

/** The last day on which the cadre may ask for a review, or appeal against what a review decided. */
export function rightsUntil(matter: Course, { reviewDays, appealDays }: CarePeriods): DateCode | undefined {
  const answered = lastDeed(matter, 'answer-review')
  if (answered) return addDays(answered.on, appealDays)
  const decided = lastDeed(matter, 'decide')
  return decided && addDays(decided.on, reviewDays)
}
