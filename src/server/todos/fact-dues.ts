/** What is due from the facts alone: it makes `due.csv` too. Worked out once for the same facts. */
import { addMonths, type DateCode, earliest } from '#domain/calendar.ts'
import type { DueItem } from '#domain/due.ts'
import { rotationDues, standingDues, todoRule } from '#manage/index.ts'
import { type Facts, localReader, type RuleBook } from '#policy/index.ts'
import { dutiesOf } from '../board/rotation-duties.ts'

/** People, seats and units as known, with the day that is asked about. */
export interface DueGround {
  readonly facts: Facts
  readonly book: RuleBook
  readonly today: DateCode
}

export const duesOfFacts = oncePerFacts(({ facts, book, today }): readonly DueItem[] => {
  const until = addMonths(today, Number(localReader(book, todoRule, today)('rotation_months')))
  const duties = dutiesOf(facts, book).filter(({ dueOn }) => earliest(dueOn) <= until)
  return [...standingDues(facts, book, today), ...rotationDues(duties, facts)]
})

function oncePerFacts<T>(make: (ground: DueGround) => T): (ground: DueGround) => T {
  const known = new WeakMap<Facts, { readonly today: DateCode; readonly book: RuleBook; readonly value: T }>()
  return (ground) => {
    const { facts, today, book } = ground
    const before = known.get(facts)
    const isStill = before?.today === today && before.book === book
    const found = isStill ? before : { today, book, value: make(ground) }
    known.set(facts, found)
    return found.value
  }
}
