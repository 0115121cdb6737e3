/** The result tables of training: hours with what is lacking, and the plan of the year. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { WorkList } from '#domain/results.ts'
import type { TrainingYearPlan } from '#domain/training.ts'
import type { Training } from './training.ts'

export const trainingHoursList = ({ accounts }: Training): WorkList => ({
  name: 'training-hours',
  columns: [
    'cadre_id',
    'rule',
    'window_from',
    'required',
    'recognised_hours',
    'days',
    'gap',
    'mend_by',
    'start_by',
    'verdict',
  ],
  rows: accounts.map(({ cadreId, finding, windowFrom, required, recognised, gap, deadline, startBy, verdict }) => [
    cadreId,
    finding.rule,
    formatDate(windowFrom),
    required.hours,
    recognised.hours,
    recognised.days,
    gap ?? null,
    gap ? formatDate(deadline.on) : null,
    startBy === undefined ? null : formatDate(startBy),
    verdict,
  ]),
})

/** A row for each place, then what no place meets: its class is empty and its reasons say why. */
export const trainingPlanList = ({ states }: Training, plan: TrainingYearPlan): WorkList => {
  const titles = new Map(states.map(({ topic }) => [topic.id, topic.title.zh]))
  const classes = new Map(plan.classes.map((planned) => [planned.key, planned]))
  return {
    name: 'training-plan',
    columns: ['class', 'topic', 'from', 'to', 'cadre_id', 'reasons'],
    rows: [
      ...plan.places.map(({ key, cadreId, reasons }) => {
        const planned = classes.get(key)
        return [
          planned?.name ?? key,
          planned?.topicName ?? '',
          planned ? formatDate(planned.from) : null,
          planned ? formatDate(planned.to) : null,
          cadreId,
          reasons.map(({ zh }) => zh).join('；'),
        ]
      }),
      ...plan.uncovered.map(({ cadreId, want, hours, why }) => [
        null,
        titles.get(want) ?? (hours === undefined ? want : `${hours}学时`),
        null,
        null,
        cadreId,
        labelOf('uncoveredReason', why).zh,
      ]),
    ],
  }
}
