/**
 * Law as dated, cited data, and the questions it answers. Rules are YAML files by article under `instruments/` and
 * `local/`; each has test cases an officer can read.
 *
 * @example
 * const book = loadRuleBook()
 * const facts = factsFor(snapshot, book)
 * const findings = explain(book.inForce('appointment', snapshot.asOf), facts, cadre, seat)
 */
export { type Duty, dutyOf } from './evaluation/duty.ts'
export { explain, measured } from './evaluation/explain.ts'
export { columnReader, notApplicable, type VerdictColumn, verdictCodes } from './evaluation/planes.ts'
export type { CadreFacts, Facts } from './facts/facts.ts'
export type { SeatFacts } from './facts/seats.ts'
export { type Move, moveOf } from './language/vocabulary.ts'
export { factsFor, loadRuleBook, type RuleBook } from './rulebook/rule-book.ts'
export { factTables } from './facts/tables.ts'
