import { addMonths } from '#domain/calendar.ts'
import type { EarlySign, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { careSteps } from './first-step.ts'
import { signLedger } from './ledger.ts'

/** `sign-ledger.csv` and `care-steps.csv`: how often each kind is raised, and what each sign allows as the first step. */
export function careWorkLists(snapshot: Snapshot, book: RuleBook, signals: readonly EarlySign[]): readonly WorkList[] {
  const facts = factsFor(snapshot, book)
  let serving = 0
  for (let cadre = 0; cadre < facts.cadreCount; cadre += 1) if (!facts.cadre(cadre).hasLeft) serving += 1
  const { asOf } = snapshot
  return [signLedger(signals, serving, addMonths(asOf, -12)), careSteps(signals, book, asOf)]
}
