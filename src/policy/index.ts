/**
 * Law as dated, cited data, and the questions it answers. Rules are YAML files by article under `instruments/` and
 * `local/`; beside them are cases an officer can read. Missing data is unknown, never a pass.
 *
 * @example
 * const book = loadRuleBook()
 * const facts = factsFor(snapshot, book)
 * const findings = explain(book.inForce('appointment', snapshot.asOf), facts, facts.cadre(0), facts.seat(0))
 */
export { dutyOf } from './evaluation/duty.ts'
export { explain, measured } from './evaluation/explain.ts'
export { pairReader } from './evaluation/pairs.ts'
export type { CadreFacts, Facts } from './facts/facts.ts'
export type { SeatFacts } from './facts/seats.ts'
export { factTables } from './facts/tables.ts'
export { moveOf } from './language/vocabulary.ts'
export { factsFor, loadRuleBook, type RuleBook } from './rulebook/rule-book.ts'
export type { SeatProfile } from './rulebook/seat-profile.ts'
