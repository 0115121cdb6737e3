/** Training as it stands today: what is needed, worked out of the facts as recorded now, and the classes. */
import type { Training } from '#develop/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { ClassEvent, TrainingClass } from '#domain/training.ts'
import { placesTaken, replayClass } from '#domain/training-course.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { readClasses } from '#records/queries/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { trainingInTurns } from './training-in-turns.ts'

export interface OpenedClass {
  readonly classId: string
  readonly events: readonly ClassEvent[]
  readonly one: TrainingClass
}

export interface TrainingDesk {
  today(): DateCode
  book(): Promise<RuleBook>
  facts(): Promise<Facts>
  /** Some seconds for a large city the first time after the facts or the rules have changed; others are answered meanwhile. */
  training(): Promise<Training>
  /** The newest first. */
  classes(): Promise<readonly OpenedClass[]>
  oneClass(classId: string): Promise<OpenedClass | undefined>
}

export function openTrainingDesk(records: Records, matters: MatterDesk): TrainingDesk {
  const replayed = ([classId, events]: readonly [string, readonly ClassEvent[]]): OpenedClass => ({
    classId,
    events,
    one: replayClass(events),
  })
  return {
    today: matters.today,
    book: matters.book,
    facts: matters.facts,
    async training() {
      const [facts, book] = await Promise.all([matters.facts(), matters.book()])
      return trainingInTurns(facts, book)
    },
    classes: async () => [...(await readClasses(records.database))].map(replayed),
    async oneClass(classId) {
      const [found] = await readClasses(records.database, classId)
      return found && replayed(found)
    },
  }
}

export const nameIn =
  ({ cadreIndex, snapshot }: Facts) =>
  (cadreId: string): string => {
    const row = cadreIndex(cadreId)
    return row === undefined ? cadreId : (textAt(snapshot.tables.cadres.columns.name, row) ?? cadreId)
  }

/** The classes that somebody holds a place in. */
export const classesOf = (classes: readonly OpenedClass[], cadreId: string): readonly OpenedClass[] =>
  classes.filter(({ one }) => !one.isCancelled && one.enrolments.has(cadreId))

/** What an act in a class is held against beside it. */
export const othersThan = (classes: readonly OpenedClass[], classId: string) =>
  classes
    .filter((other) => other.classId !== classId && !other.one.isCancelled)
    .map(({ one }) => ({ facts: one.facts, cadreIds: new Set(placesTaken(one)) }))
