import { addDays, formatDate } from '#domain/calendar.ts'
import type { DueItem } from '#domain/due.ts'
import { fill, type Text } from '#domain/text.ts'
import type { TrainingClass } from '#domain/training.ts'
import { standingOn } from '#domain/training-course.ts'
import type { Training } from './training.ts'

const makeUp: Text = { zh: '提任后补训到期，差{gap}学时', en: 'Make-up after promotion due, {gap} hours lacking' }
const lastChance: Text = {
  zh: '最迟{start}开始培训，才能在{day}前补足{gap}学时',
  en: 'Training must begin by {start} to make up {gap} hours by {day}',
}
const begins: Text = { zh: '开班：{name}', en: 'Class begins: {name}' }
const toComplete: Text = { zh: '登记结业：{name}', en: 'Record completion: {name}' }

/** Classes to begin and to complete, make-ups due, and hours that can only just be made up. */
export function trainingDues(
  { accounts, asOf, hours }: Pick<Training, 'accounts' | 'asOf' | 'hours'>,
  classes: ReadonlyMap<string, TrainingClass>,
): readonly DueItem[] {
  const ofHours = accounts.flatMap(({ cadreId, finding, gap, deadline, startBy }): DueItem[] => {
    if (!gap || startBy === undefined) return []
    const isClose = startBy <= addDays(asOf, hours.warnDays)
    if (!deadline.isMakeUp && !isClose) return []
    const values = { gap, start: formatDate(startBy), day: formatDate(deadline.on) }
    return [
      {
        id: `training/${cadreId}/${finding.rule}`,
        kind: 'training-hours',
        label: fill(deadline.isMakeUp ? makeUp : lastChance, values),
        on: deadline.isMakeUp ? deadline.on : startBy,
        basis: finding.basis,
        cadreId,
        accounts: [],
        link: `/cadres/${cadreId}`,
      },
    ]
  })
  const ofClasses = [...classes].flatMap(([classId, one]): DueItem[] => {
    const standing = standingOn(one, asOf)
    if (standing !== 'planned' && standing !== 'over') return []
    const isPlanned = standing === 'planned'
    return [
      {
        id: `training-class/${classId}/${standing}`,
        kind: 'training-class',
        label: fill(isPlanned ? begins : toComplete, { name: one.facts.name }),
        on: isPlanned ? one.facts.from : one.facts.to,
        accounts: [],
        link: `/training/classes/${classId}`,
      },
    ]
  })
  return [...ofHours, ...ofClasses]
}
