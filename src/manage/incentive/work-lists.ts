/** The result tables of both ways: grades, rewards, and whom people are asked to look at. */
import { formatDate } from '#domain/calendar.ts'
import type { WorkList } from '#domain/results.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { gradeQueue } from './grade-queue.ts'
import { rewardsDue } from './merit.ts'
import { type Asked, fitnessQuestions, toleranceQuestions } from './questions.ts'

/** `grades.csv`, `rewards.csv`, `fitness.csv`, `tolerance.csv`. */
export function incentiveLists(facts: Facts, book: RuleBook): WorkList[] {
  return [
    {
      name: 'grades',
      columns: ['cadre_id', 'unit_id', 'from', 'to', 'state', 'from_day', 'free', 'place', 'unmet'],
      rows: gradeQueue(facts, book).map((step) => [
        step.cadreId,
        step.unitId,
        step.from ?? null,
        step.to,
        step.state,
        step.fromDay === undefined ? null : formatDate(step.fromDay),
        step.free ?? null,
        step.place ?? null,
        step.findings.flatMap(({ rule, verdict }) => (verdict === 'unmet' ? [rule] : [])).join(';'),
      ]),
    },
    {
      name: 'rewards',
      columns: ['cadre_id', 'kind', 'year', 'instrument', 'article', 'evidence'],
      rows: rewardsDue(facts, book).map(({ cadreId, kind, year, basis, evidence }) => [
        cadreId,
        kind,
        year,
        basis.instrument,
        basis.article,
        evidence.join(';'),
      ]),
    },
    asked('fitness', fitnessQuestions(facts, book)),
    asked('tolerance', toleranceQuestions(facts, book)),
  ]
}

const asked = (name: string, people: readonly Asked[]): WorkList => ({
  name,
  columns: ['cadre_id', 'rule', 'verdict', 'reasons', 'questions', 'evidence'],
  rows: people.flatMap(({ cadreId, findings }) =>
    findings.map(({ rule, verdict, reasons, questions, evidence }) => [
      cadreId,
      rule,
      verdict,
      reasons.map(({ zh }) => zh).join('；'),
      (questions ?? []).map(({ zh }) => zh).join('；'),
      evidence.join(';'),
    ]),
  ),
})
