import { formatDate } from '#domain/calendar.ts'
import type { DevelopmentNeed } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import type { HoursAccount } from './account.ts'

const toMakeUp: Text = {
  zh: '{day}前安排认可的培训，补足{gap}学时。',
  en: 'Arrange recognised training by {day} to make up {gap} hours.',
}
const afterPromotion: Text = {
  zh: '提任后一年内补训：{day}前安排认可的培训，补足{gap}学时。',
  en: 'Make-up within a year of promotion: arrange recognised training by {day}, {gap} hours.',
}
const overdue: Text = {
  zh: '补训期限{day}已过：尽快安排认可的培训，补足{gap}学时。',
  en: 'The make-up was due on {day}: arrange recognised training soon, {gap} hours.',
}

/** Who surely lacks hours, with the gap and the day by which it is made up. What cannot be told is no need: see the accounts. */
export const hoursNeeds = (accounts: readonly HoursAccount[], asOf: number): DevelopmentNeed[] =>
  accounts.flatMap(({ cadreId, finding, verdict, gap, deadline }) => {
    if (verdict === 'met' || verdict === 'unknown' || gap === undefined) return []
    const says = deadline.on < asOf ? overdue : deadline.isMakeUp ? afterPromotion : toMakeUp
    return [
      {
        cadreId,
        kind: 'training',
        need: 'hours',
        rule: finding.rule,
        basis: finding.basis,
        finding,
        proposal: fill(says, { day: formatDate(deadline.on, '.'), gap }),
      },
    ]
  })
