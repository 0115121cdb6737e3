import { trainingDues, trainingOn } from '#develop/index.ts'
import { addMonths, formatDate, latest } from '#domain/calendar.ts'
import type { DueItem } from '#domain/due.ts'
import type { DueState, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { principalDues } from '#manage/index.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { duesOfFacts } from '../todos/fact-dues.ts'

const noClasses: Parameters<typeof trainingDues>[1] = new Map()

/** Everything that is due as far as a package tells, by day: `due.csv`. */
export function dueList(snapshot: Snapshot, book: RuleBook): WorkList {
  const facts = factsFor(snapshot, book)
  const { asOf } = snapshot
  const ground = { facts, book, today: asOf }
  const items: readonly DueItem[] = [
    ...duesOfFacts(ground),
    ...principalDues({ ...ground, inHand: new Set() }),
    ...trainingDues(trainingOn(facts, book), noClasses),
  ]
  const withinYear = addMonths(asOf, 12)
  const stateOf = ({ on }: DueItem): DueState =>
    latest(on) < asOf ? 'overdue' : latest(on) <= withinYear ? 'due-within-year' : 'later'
  const sorted = items.toSorted((a, b) => latest(a.on) - latest(b.on) || (a.id < b.id ? -1 : 1))
  return {
    name: 'due',
    columns: ['kind', 'due_on', 'cadre_id', 'unit_id', 'label', 'state'],
    rows: sorted.map((item) => [
      item.kind,
      formatDate(item.on),
      item.cadreId ?? null,
      item.unitId ?? null,
      item.label.zh,
      stateOf(item),
    ]),
  }
}
