import type { DateCode } from '#domain/calendar.ts'
import {
  endOfWorkdays,
  localReader,
  parametersOn,
  type RuleBook,
  type WorkPeriodEnd,
  workCalendar,
} from '#policy/index.ts'

/** The periods of a matter of care, each from its rule as it is on the day on which the period begins. */
export interface CarePeriods {
  readonly checkDays: number
  /** The last day on which the cadre may reply to a notice of that day. */
  replyEnds(from: DateCode): WorkPeriodEnd
  readonly effectMonths: number
  readonly followUpMonths: number
  /** After a talk or a reminder, which have no effect period. */
  readonly lightFollowUpMonths: number
  readonly reviewDays: number
  readonly appealDays: number
}

export function carePeriods(book: RuleBook, on: DateCode): CarePeriods {
  const figure = (rule: string, name: string): number => Number(localReader(book, rule, on)(name))
  return {
    checkDays: figure('LOCAL-CARE', 'check_days'),
    replyEnds: (from) =>
      endOfWorkdays(
        from,
        figure('REMIND-INQUIRY-REPLY', 'reply_working_days'),
        // The day of receipt does not count, whatever the place holds of notices that are posted.
        { ...workCalendar(parametersOn(book.rules, on)), firstDayCounts: false },
      ),
    effectMonths: figure('REMIND-ADMON-EFFECT', 'months'),
    followUpMonths: figure('REMIND-ADMON-FOLLOWUP', 'months'),
    lightFollowUpMonths: figure('LOCAL-CARE', 'light_follow_up_months'),
    reviewDays: figure('CSL-95-APPEAL', 'review_days'),
    appealDays: figure('CSL-95-APPEAL', 'appeal_days'),
  }
}
