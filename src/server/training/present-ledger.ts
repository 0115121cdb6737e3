/** The hours of one person: by rule with what is lacking, by year, topics and classes. For the dossier and for the person. */
import { type Training, topicDueOn, yearsOfHours } from '#develop/index.ts'
import { type DateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { CadreFacts } from '#policy/index.ts'
import type { TrainingLedger } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { classesOf, type OpenedClass } from './training-desk.ts'

export function presentLedger(
  training: Training,
  cadre: CadreFacts,
  classes: readonly OpenedClass[],
  today: DateCode,
): TrainingLedger {
  const courses = training.courses(cadre)
  const years = yearsOfHours(courses)
  const year = yearOf(today)
  return {
    today: formatDate(today),
    cadreId: cadre.id,
    accounts: training
      .accountsOf(cadre)
      .map(({ finding, verdict, windowFrom, required, recognised, gap, deadline, startBy }) => ({
        rule: finding.rule,
        title: finding.basis.title,
        basis: presentBasis(finding.basis),
        verdict,
        windowFrom: formatDate(windowFrom),
        requiredHours: required.hours,
        requiredDays: required.days,
        recognisedHours: recognised.hours,
        recognisedDays: recognised.days,
        gap: gap ?? null,
        mendBy: gap ? formatDate(deadline.on) : null,
        startBy: startBy === undefined ? null : formatDate(startBy),
        isMakeUp: deadline.isMakeUp,
        reasons: [...finding.reasons],
      })),
    online: {
      year,
      hours: years.find((one) => one.year === year)?.online ?? 0,
      asked: training.hours.onlineHours,
    },
    years: [...years],
    topics: training.topicsOf(cadre).map(({ topic, state, member }) => {
      const due = topicDueOn(member, training.allotting.joinedMonths)
      return { topic: topic.id, title: topic.title, state, due: due === undefined ? null : formatDate(due) }
    }),
    classes: classesOf(classes, cadre.id).map(({ classId, one }) => ({
      classId,
      name: one.facts.name,
      from: formatDate(one.facts.from),
      to: formatDate(one.facts.to),
      state: one.enrolments.get(cadre.id)?.state ?? 'invited',
    })),
  }
}
