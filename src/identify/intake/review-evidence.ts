/**
 * The evidence about everybody, held together: what sources disagree on and which value stands, what a record says against
 * itself, who is known from how many sides, and who may be on record twice.
 */
import { dateAt, textAt } from '#domain/columns.ts'
import type { RecordConflict, WorkingPaper } from '#domain/results.ts'
import { byCadre, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import { hasLeft, type PersonRecord, readPersonRecords } from './checks/person-record.ts'
import { recordFaults } from './checks/record-checks.ts'
import { claimConflict, isProgress, personContexts, unreadableConflict } from './claim-conflicts.ts'
import { type Claim, gatherClaims, levelsOnRecord } from './claims.ts'
import { type Coverage, coverageOf } from './completeness.ts'
import {
  type ClaimShown,
  type EvidencePaper,
  type EvidenceSummary,
  evidencePaper,
  type FactShown,
  type ThinlyKnown,
} from './evidence-paper.ts'
import { normalised } from './fact-fields.ts'
import { linkPeople } from './linkage/link-people.ts'
import type { PersonListing } from './linkage/person-comparison.ts'
import { type ResolvedFact, resolveFacts } from './resolve.ts'
import { readIntakeSettings } from './settings.ts'

export interface EvidenceReview {
  /** By cadre, then field. */
  readonly conflicts: readonly RecordConflict[]
  /** Bodies are `EvidencePaper` by cadre and one `EvidenceSummary`. */
  readonly papers: readonly WorkingPaper[]
}

export interface EvidenceOptions {
  /** How a name is read, for people entered under a like-sounding name; without it names are compared as written. */
  readonly readingOf?: (name: string) => string
}

/** @example reviewEvidence(snapshot, loadRuleBook()).conflicts[0]?.reason.zh */
export function reviewEvidence(snapshot: Snapshot, book: RuleBook, options: EvidenceOptions = {}): EvidenceReview {
  const settings = readIntakeSettings(book, snapshot.asOf)
  const people = readPersonRecords(snapshot)
  const contexts = personContexts(snapshot, people.map(hasLeft), levelsOnRecord(snapshot))
  const claims = gatherClaims(snapshot)
  const { disputed, reliability } = resolveFacts(claims.facts, settings)
  const real = disputed.filter((fact) => {
    const person = contexts[fact.cadre]
    return person !== undefined && !isProgress(fact, person)
  })
  const conflicts = [
    ...real.flatMap((fact) => {
      const person = contexts[fact.cadre]
      return person ? [claimConflict(fact, person, settings)] : []
    }),
    ...claims.unreadable.map((claim) => unreadableConflict(claim, contexts[claim.cadre]?.cadreId ?? '')),
    ...recordFaults(people, settings, snapshot.asOf),
  ].sort(byPlace)
  const coverage = coverageOf(snapshot, settings)
  const duplicates = linkPeople(listingsOf(snapshot, options.readingOf))
  const facts = Map.groupBy(real, ({ cadre }) => cadre)
  const suspected = [...duplicates.sure, ...duplicates.review]
  const papers = people.map((person, cadre): WorkingPaper => {
    const body: EvidencePaper = {
      coverage: coverage[cadre] ?? nothing,
      facts: (facts.get(cadre) ?? []).map(shown),
      duplicates: suspected.filter(({ left, right }) => left === person.cadreId || right === person.cadreId),
    }
    return { kind: evidencePaper.kind, subject: person.cadreId, body }
  })
  const summary: EvidenceSummary = {
    reliability,
    serving: people.filter(isServing).length,
    thinlyKnown: thinlyKnown(people, coverage),
    duplicates,
    recentMonths: settings.recentMonths,
    enoughSources: settings.enoughSources,
  }
  return {
    conflicts,
    papers: [...papers, { kind: evidencePaper.kind, subject: evidencePaper.everyone, body: summary }],
  }
}

const nothing: Coverage = { channels: [], sources: 0, sides: [], breadth: 'none', latest: undefined, repeats: {} }

const placeOf = ({ cadreId, field, values, sources }: RecordConflict): string =>
  [cadreId, field, ...values, ...sources].join(' ')

const byPlace = (a: RecordConflict, b: RecordConflict): number => (placeOf(a) < placeOf(b) ? -1 : 1)

const isServing = (person: PersonRecord): boolean => person.tenures.length > 0 && !hasLeft(person)

function thinlyKnown(people: readonly PersonRecord[], coverage: readonly Coverage[]): ThinlyKnown[] {
  const rows = people.flatMap((person, cadre): ThinlyKnown[] => {
    const { breadth, sources, sides, latest } = coverage[cadre] ?? nothing
    if (breadth === 'enough' || !isServing(person)) return []
    return [{ cadreId: person.cadreId, breadth, sources, sides, latest: latest ?? null }]
  })
  return rows.sort((a, b) => a.sources - b.sources || (a.cadreId < b.cadreId ? -1 : 1))
}

const shownClaim = ({ id, source, sourceUnit, value, observedOn, recordedOn }: Claim): ClaimShown => ({
  id,
  source,
  sourceUnit: sourceUnit ?? null,
  value,
  observedOn: observedOn ?? null,
  recordedOn: recordedOn ?? null,
})

const shown = ({ field, by, governing, accepted, candidates }: ResolvedFact): FactShown => ({
  field,
  by,
  governing: governing ?? null,
  accepted: accepted ?? null,
  candidates: candidates.map(({ value, posterior, origins }) => ({
    value,
    posterior,
    origins: origins.map((claims) => claims.map(shownClaim)),
  })),
})

function listingsOf(snapshot: Snapshot, readingOf?: (name: string) => string): PersonListing[] {
  const { columns, length } = snapshot.tables.cadres
  const units = unitsServed(snapshot)
  return Array.from({ length }, (_, cadre) => {
    const name = textAt(columns.name, cadre) ?? ''
    return {
      id: textAt(columns.cadre_id, cadre) ?? '',
      name,
      reading: readingOf?.(name),
      bornOn: dateAt(columns.born_on, cadre),
      sex: textAt(columns.sex, cadre),
      nativePlace: textAt(columns.native_place, cadre),
      workStartedOn: dateAt(columns.work_started_on, cadre),
      units: units[cadre] ?? [],
      citizenId: normalised('citizen_id', textAt(columns.citizen_id, cadre) ?? ''),
    }
  })
}

function unitsServed(snapshot: Snapshot): string[][] {
  const { tenures, positions, cadres } = snapshot.tables
  const seats = resolve(tenures.columns.position_id, positions.columns.position_id)
  const rows = byCadre(snapshot, 'tenures')
  return Array.from({ length: cadres.length }, (_, cadre) => {
    const units = new Set<string>()
    for (const row of rowsOf(rows, cadre)) {
      const seat = seats[row] ?? -1
      const unit = seat < 0 ? undefined : textAt(positions.columns.unit_id, seat)
      const text = textAt(tenures.columns.unit_text, row)
      if (unit !== undefined) units.add(unit)
      if (text !== undefined) units.add(text)
    }
    return [...units]
  })
}
