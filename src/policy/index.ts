/**
 * Law as dated, cited data, and the questions it answers. Rules are YAML files by article under `instruments/` and
 * `local/`; beside them are cases an officer can read. Missing data is unknown, never a pass.
 *
 * @example
 * const book = loadRuleBook()
 * const facts = factsFor(snapshot, book)
 * const findings = explain(book.inForce('appointment', snapshot.asOf), facts, facts.cadre(0), facts.seat(0))
 */
export { answerOf, type Case, differences, readCaseFile, readCases } from './cases/case.ts'
export { type BoundRule, parameterOn, parametersOn } from './evaluation/bound-rule.ts'
export type { ConditionTree } from './evaluation/condition-tree.ts'
export { dutyOf } from './evaluation/duty.ts'
export { concerns, explain, measured } from './evaluation/explain.ts'
export { gateFindings } from './evaluation/gates.ts'
export { type RequirementTree, type RuleTree, ruleTree } from './evaluation/rule-tree.ts'
export {
  calendarRule,
  endOfWorkdays,
  readYear,
  type WorkCalendar,
  type WorkPeriodEnd,
  workCalendar,
  writeYear,
  type YearOfWork,
} from './evaluation/workdays.ts'
export type { CadreFacts, Facts } from './facts/facts.ts'
export type { Relative } from './facts/relatives.ts'
export type { SeatFacts } from './facts/seats.ts'
export { factTables } from './facts/tables.ts'
export type { Condition, ParameterValue } from './language/types.ts'
export { moveOf } from './language/vocabulary.ts'
export { processFactsIn } from './language/walk.ts'
export { conditionText, type Outline, outlineOf } from './language/wording.ts'
export { eachBit } from './planes/bits.ts'
export { comparePlanes, type Field } from './planes/compare.ts'
export { mayBeConsidered, overallAt, overallVerdict, type SeatOverall } from './planes/overall.ts'
export { pairsIn, type SeatVerdicts } from './planes/pairs.ts'
export { type VerdictColumn, type VerdictPlanes, verdictAt, verdictCodes } from './planes/verdict-planes.ts'
export {
  type Candidacy,
  eligibleFor,
  type NearMiss,
  nearMisses,
  placeOfCadre,
  placeOfSeat,
  seatsFor,
} from './queries/eligible.ts'
export { type Exclusion, exclusions, type Tally } from './queries/exclusions.ts'
export { expectingResults } from './queries/expected-results.ts'
export { type HorizonQuestion, horizon, type Turn } from './queries/horizon.ts'
export { recusalOf } from './queries/recusal.ts'
export { type Side, type Supposed, type Supposition, supposing } from './queries/supposing.ts'
export {
  type PairChange,
  type RuleChange,
  type SeatChange,
  type Transition,
  type WhatChanges,
  whatChanges,
} from './queries/what-changes.ts'
export type { OverlayOptions } from './rulebook/overlay.ts'
export { parseOverlay, readOverlayFile } from './rulebook/overlay-file.ts'
export { standardFolders } from './rulebook/read-instruments.ts'
export { type Retiree, type RetirementMonth, retirementCalendar } from './rulebook/retirement.ts'
export { type Confirmation, type Instrument, inForce, isBinding, type Rule } from './rulebook/rule.ts'
export { factsFor, loadRuleBook, type RuleBook } from './rulebook/rule-book.ts'
export { type AskedElement, type SeatProfile, seatProfileRule } from './rulebook/seat-profile.ts'
