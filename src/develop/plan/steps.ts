/** The steps of a plan as they stand: the last draft or revision, with the progress that was recorded of each. */
import { type DateCode, parseDate } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { Matter, MatterDeed } from '#domain/matter.ts'
import { rowsIn } from '#domain/matter-course.ts'
import type { PlanCarrier, PlanGoal } from './settings.ts'

export type PlanStepState = Identifier<'planStepState'>

export interface PlanStep {
  /** From 1; it stays through revisions. */
  readonly number: number
  readonly goal: PlanGoal | undefined
  readonly carrier: PlanCarrier | undefined
  readonly what: string
  readonly from: DateCode | undefined
  readonly to: DateCode | undefined
  /** Account that answers for it. */
  readonly by: string | undefined
  readonly judged: string | undefined
  readonly state: PlanStepState
  /** Records of progress, in order. */
  readonly progress: readonly MatterDeed[]
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
const day = (value: unknown): DateCode | undefined => (typeof value === 'string' ? parseDate(value) : undefined)
const one = <T extends string>(known: readonly T[], value: unknown): T | undefined => known.find((id) => id === value)

/** @example planSteps(matter).filter(({ state }) => state === 'done').length */
export function planSteps({ facts, deeds }: Pick<Matter, 'facts' | 'deeds'>): readonly PlanStep[] {
  const progress = deeds.filter(({ act }) => act === 'progress')
  return rowsIn(facts, 'steps').map((row, at): PlanStep => {
    const number = at + 1
    const told = progress.filter((deed) => deed.facts['step'] === number)
    return {
      number,
      goal: one(identifiersOf('planGoal'), row['goal']),
      carrier: one(identifiersOf('planCarrier'), row['carrier']),
      what: text(row['what']) ?? '',
      from: day(row['from']),
      to: day(row['to']),
      by: text(row['by']),
      judged: text(row['judged']),
      state: one(identifiersOf('planStepState'), told.at(-1)?.facts['state']) ?? 'ahead',
      progress: told,
    }
  })
}

/** Steps that are still to be done. */
export const openSteps = (matter: Pick<Matter, 'facts' | 'deeds'>): readonly PlanStep[] =>
  planSteps(matter).filter(({ state }) => state === 'ahead' || state === 'begun')
