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
export { mergeRuns, type Run, type TimeSpent, timeIn } from './evaluation/accumulated.ts'
export { type BoundRule, parameterOn, parametersOn } from './evaluation/bound-rule.ts'
export type { ConditionTree } from './evaluation/condition-tree.ts'
export { dueDayOf, dutyOf } from './evaluation/duty.ts'
export { bearsOn, concerns, explain, measured } from './evaluation/explain.ts'
export { judge } from './evaluation/finding.ts'
export { decisionFindings, gateFindings } from './evaluation/gates.ts'
export { citationOf, listOf, localReader } from './evaluation/local-values.ts'
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
export { bareSeat, gradeSeat } from './facts/bare-seat.ts'
export type { Stretch } from './facts/career.ts'
export type { CadreFacts, Facts } from './facts/facts.ts'
export { gradeLadder, gradeRank, gradeSteps } from './facts/grades.ts'
export { heldSince } from './facts/held.ts'
export type { FrontLine, Place, Surroundings } from './facts/places.ts'
export type { Relative } from './facts/relatives.ts'
export { reserveOf } from './facts/reserve.ts'
export type { SeatFacts } from './facts/seats.ts'
export type { SupervisionEvent } from './facts/supervision.ts'
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
export { type NextTurn, never, nextTurnOf } from './queries/next-turn.ts'
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
