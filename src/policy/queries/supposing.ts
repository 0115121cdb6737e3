/** What the rules would say of one pair if the record held other rows. */
import { type AmendedRow, amended } from '#domain/amended-snapshot.ts'
import type { DateCode } from '#domain/calendar.ts'
import { type Finding, overall, type Verdict } from '#domain/finding.ts'
import { explain } from '../evaluation/explain.ts'
import { type Facts, readFacts } from '../facts/facts.ts'
import type { Purpose } from '../rulebook/rule.ts'
import type { RuleBook } from '../rulebook/rule-book.ts'
import type { RuleChange } from './what-changes.ts'

export interface Supposition {
  /** Rows of cadres and positions in the facts. */
  readonly cadre: number
  readonly seat: number
  /** Rows more, or rows in place of recorded ones with the same key. */
  readonly rows: readonly AmendedRow[]
  /** Judge the supposed record as on this day, not before that of the facts; the law of that day counts. */
  readonly asOf?: DateCode
  /** `appointment` where left out. */
  readonly purpose?: Purpose
}

export interface Side {
  readonly asOf: DateCode
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
}

export interface Supposed {
  readonly before: Side
  readonly after: Side
  /** Rules that say something else. */
  readonly changes: readonly RuleChange[]
}

/**
 * The findings about a pair as recorded, and as they would be with other rows. Nothing is stored.
 * @example supposing(book, facts, { cadre: 7, seat: 0, rows: [['tenures', { tenure_id: 'supposed', cadre_id: 'C7', kind: 'appointed', from: '2024-11-01', grassroots: 'true' }]] }).after.verdict
 */
export function supposing(book: RuleBook, facts: Facts, supposition: Supposition): Supposed {
  const { snapshot } = facts
  const { cadre, seat, rows, asOf = snapshot.asOf, purpose = 'appointment' } = supposition
  const supposed = amended(snapshot, rows, asOf)
  const before = sideOf(book, facts, cadre, seat, purpose)
  const after = sideOf(book, readFacts(supposed, book.gradeLevels(asOf), book.frontLine(asOf)), cadre, seat, purpose)
  const said = (side: Side) => new Map(side.findings.map((finding) => [finding.rule, finding.verdict]))
  const [was, is] = [said(before), said(after)]
  const ids = [...new Set([...was.keys(), ...is.keys()])]
  const changes = ids.map((rule) => ({ rule, from: was.get(rule), to: is.get(rule) }))
  return { before, after, changes: changes.filter(({ from, to }) => from !== to) }
}

function sideOf(book: RuleBook, facts: Facts, cadre: number, seat: number, purpose: Purpose): Side {
  const { asOf } = facts.snapshot
  const findings = explain(book.inForce(purpose, asOf), facts, facts.cadre(cadre), facts.seat(seat))
  return { asOf, verdict: overall(findings), findings }
}
