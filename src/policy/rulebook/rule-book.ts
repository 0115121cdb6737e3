/**
 * The rule book: every instrument under `instruments/` and the local settings under `local/`, read, checked and bound to a
 * day on demand.
 */
import { createHash } from 'node:crypto'
import type { DateCode } from '#domain/calendar.ts'
import type { Overlay } from '#domain/overlay.ts'
import type { Problem } from '#domain/problem.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type BoundRule, bindRule, parameterOn } from '../evaluation/bound-rule.ts'
import { listOf } from '../evaluation/local-values.ts'
import { type Facts, readFacts } from '../facts/facts.ts'
import type { GradeLevels } from '../facts/grades.ts'
import type { FrontLine } from '../facts/places.ts'
import { checkRule } from '../language/check.ts'
import { type Overlaid, type OverlayOptions, overlaid } from './overlay.ts'
import { readInstruments, readRules, standardFolders } from './read-instruments.ts'
import { changeDays, type Instrument, inForce, type Purpose, type Rule } from './rule.ts'
import { readSeatProfile, type SeatProfile, seatProfileRule } from './seat-profile.ts'
import { rulesById, type Shelf } from './shelf.ts'

export interface RuleBook {
  readonly instruments: readonly Instrument[]
  readonly rules: ReadonlyMap<string, Rule>
  /** Rules of a purpose in force on a day, in the order of instruments and articles. */
  inForce(purpose: Purpose, asOf: DateCode): readonly BoundRule[]
  /** The post level that each grade is equivalent to, on a day. */
  gradeLevels(asOf: DateCode): GradeLevels
  /** Which units are the grassroots front line, on a day. */
  frontLine(asOf: DateCode): FrontLine
  /** What seats without requirements on record ask for; undefined where the local settings do not say. */
  seatProfile(asOf: DateCode): SeatProfile | undefined
  /** Names what the rules say: two books with the same hash answer alike. */
  readonly hash: string
  /**
   * A new book: this one with what a place adds; this one stays as it is. Facts are to be read again with the new book.
   * @throws ProblemError with every item that may not be adopted; with `study` only the kind of a value is checked, and
   * what is `settled` is set aside instead of refused
   */
  with(overlay: Overlay, options?: OverlayOptions): RuleBook
  /** What was adopted once and no longer fits the national rules, with why. */
  readonly setAside: readonly Problem[]
}

/**
 * Reads and checks the rule files.
 * @throws ProblemError with file, line, column, what is wrong and how to mend it.
 * @example loadRuleBook().inForce('appointment', 20261122).length
 */
export function loadRuleBook(options: { readonly folders?: readonly string[] } = {}): RuleBook {
  const found = readInstruments(options.folders ?? standardFolders)
  const read = readRules(found.flatMap(({ written }) => written))
  const rules = rulesById(read)
  for (const { rule, written, places } of read) checkRule(rule, { source: written.source, places, rules })
  return bookOf({ instruments: found.map(({ instrument }) => instrument), rules: read, setAside: [] })
}

/** The book over checked rules. */
function bookOf(shelf: Overlaid): RuleBook {
  const rules = rulesById(shelf.rules)
  const bound = new Map<string, readonly BoundRule[]>()
  const changes = changeDays(rules.values())
  let hash: string | undefined
  return {
    instruments: shelf.instruments,
    rules,
    setAside: shelf.setAside,
    get hash() {
      hash ??= hashOf(shelf)
      return hash
    },
    inForce(purpose, asOf) {
      const since = changes.findLast((day) => day <= asOf) ?? 0
      const key = `${purpose}/${since}`
      const known = bound.get(key)
      if (known) return known
      const chosen = [...rules.values()].filter((rule) => rule.purposes.includes(purpose) && inForce(rule, since))
      const made = chosen.map((rule) => bindRule(rule, rules, since))
      bound.set(key, made)
      return made
    },
    gradeLevels(asOf) {
      const rule = rules.get('RANK-MIN-EQUIV')
      return ((rule && parameterOn(rule, 'levels', asOf)) ?? {}) as GradeLevels
    },
    frontLine(asOf) {
      const rule = rules.get('LOCAL-POSTING')
      const listed = (name: string): readonly string[] => listOf((rule && parameterOn(rule, name, asOf)) ?? [])
      return { unitKinds: listed('grassroots_units'), unitLevels: listed('grassroots_levels') }
    },
    seatProfile(asOf) {
      const rule = rules.get(seatProfileRule)
      return rule && readSeatProfile(rule, asOf)
    },
    with: (overlay, overlayOptions) => bookOf(overlaid(shelf, overlay, overlayOptions)),
  }
}

/** SHA-256 of what the rules mean: the file and the line in which they stand do not count. */
function hashOf({ instruments, rules }: Shelf): string {
  const said = rules.map(({ rule: { source: _place, text: _written, ...meaning } }) => meaning)
  const meaning = JSON.stringify([instruments, said], (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  )
  return createHash('sha256').update(meaning).digest('hex')
}

const remembered = new WeakMap<RuleBook, WeakMap<Snapshot, Facts>>()

/** The facts of a snapshot as a rule book reads them; computed once for both, and shared by all who ask. */
export function factsFor(snapshot: Snapshot, book: RuleBook): Facts {
  const bySnapshot = remembered.get(book) ?? new WeakMap<Snapshot, Facts>()
  remembered.set(book, bySnapshot)
  const known = bySnapshot.get(snapshot)
  if (known) return known
  const facts = readFacts(snapshot, book.gradeLevels(snapshot.asOf), book.frontLine(snapshot.asOf))
  bySnapshot.set(snapshot, facts)
  return facts
}
