/** A decision looked at again: what the records, the rules and the analysis said then, and what has come since. */
import { cadreIn, replay, seatIn, standing } from '#appoint/procedure/index.ts'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOfMeasure, placeOfMeasure } from '#domain/lexicon/measures.ts'
import type { CaseEvent, SelectionCase } from '#domain/selection-case.ts'
import type { TableName } from '#domain/tables.ts'
import { explain, type Facts, factsFor, factTables, type RuleBook } from '#policy/index.ts'
import { countArrivals, readCasePapers, readEstimatesAt } from '#records/queries/index.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { CaseDetail, CaseKnown, KnownCandidate } from '../contract/index.ts'
import { endOfDay } from '../dossier/office-day.ts'
import type { Desk } from '../http/desk.ts'
import { presentEstimate, presentFinding } from '../presenters/evidence.ts'
import { wordingSettings } from '../wording/index.ts'
import { knownFacts } from './known-facts.ts'

export interface KnownAsked {
  /** `YYYY-MM-DD`. */
  readonly on?: string | undefined
  /** A day, of which the end counts, or an instant. */
  readonly known?: string | undefined
}

const tables: readonly TableName[] = [...factTables, 'vacancies']

export async function knownThen(
  { records, law }: Pick<Desk, 'records' | 'law'>,
  cases: CaseDesk,
  { caseId, events }: { readonly caseId: string; readonly events: readonly CaseEvent[] },
  detail: CaseDetail,
  asked: KnownAsked,
): Promise<CaseKnown> {
  const { database } = records
  const decision = events.findLast((event) => event.kind === 'advanced' && event.from === 'decision')
  const on = parseDate(asked.on ?? '') ?? replay(events).facts.decided_on ?? decision?.on ?? cases.today()
  const { knownAt, basis } = momentOf(asked.known, on, events, decision)
  const past = events.filter(({ recordedAt }) => Date.parse(recordedAt) <= knownAt.getTime())
  const selection = past.length > 0 ? replay(past) : undefined
  const [snapshot, overlay, overlayNow, now] = await Promise.all([
    records.readSnapshot(on, { knownAt, tables }),
    records.readLocalRules(knownAt),
    records.readLocalRules(),
    cases.facts(on),
  ])
  const book = law.national.with(overlay, { settled: true })
  const people = selection ? standing(selection).map(({ cadreId }) => cadreId) : []
  const [estimates, arrivals, papers, papersThen, bookNow] = await Promise.all([
    readEstimatesAt(database, people, knownAt),
    countArrivals(database, people, knownAt),
    readCasePapers(database, caseId),
    readCasePapers(database, caseId, knownAt),
    cases.book(),
  ])
  const then: Side = { facts: factsFor(snapshot, book), book }
  const localRules = (all: typeof overlay): number =>
    all.parameters.length + all.confirmations.length + all.rules.length
  return {
    on: formatDate(on),
    knownAt: knownAt.toISOString(),
    basis,
    decision: decision
      ? { event: decision.seq, on: formatDate(decision.on), recordedAt: decision.recordedAt, byName: decision.byName }
      : null,
    isEmpty: snapshot.tables.cadres.length === 0 && past.length === 0,
    candidates: people.map((cadreId) => {
      const measured = estimates?.estimates.filter((one) => one.cadreId === cadreId) ?? []
      return {
        cadreId,
        name: nameIn(then.facts, cadreId) ?? nameIn(now, cadreId) ?? cadreId,
        facts: knownFacts(then.facts, now, cadreId, wordingSettings(bookNow, on)),
        eligibility: selection ? eligibilityThen(selection, cadreId, on, then, { facts: now, book: bookNow }) : [],
        estimates: measured
          .toSorted((a, b) => placeOfMeasure(a.measure) - placeOfMeasure(b.measure))
          .map(({ measure, estimate }) => ({
            measure,
            label: labelOfMeasure(measure),
            estimate: presentEstimate(estimate),
          })),
      }
    }),
    gate: detail.timeline.find(({ seq }) => seq === decision?.seq)?.gate ?? [],
    estimatesOf: estimates?.madeAt.toISOString() ?? null,
    since: {
      facts: arrivals.reduce((sum, { count }) => sum + count, 0),
      tables: arrivals.map(({ table, count }) => ({ table, label: labelOfTable(table), count })),
      events: events.length - past.length,
      papers: papers.length - papersThen.length,
      localRules: Math.max(0, localRules(overlayNow) - localRules(overlay)),
    },
  }
}

interface Side {
  readonly facts: Facts
  readonly book: RuleBook
}

function nameIn({ snapshot, cadreIndex }: Facts, cadreId: string): string | undefined {
  const row = cadreIndex(cadreId)
  return row === undefined ? undefined : textAt(snapshot.tables.cadres.columns.name, row)
}

/**
 * The moment whose knowledge is asked for: the end of the day of the decision. A case that came into the records only
 * after that day has no such moment; then the one at which the decision was recorded.
 */
function momentOf(
  known: string | undefined,
  on: DateCode,
  events: readonly CaseEvent[],
  decision: CaseEvent | undefined,
): { readonly knownAt: Date; readonly basis: CaseKnown['basis'] } {
  if (known !== undefined) {
    const day = known.length === 10 ? parseDate(known) : undefined
    return { knownAt: day === undefined ? new Date(known) : endOfDay(day), basis: 'asked' }
  }
  const opened = Date.parse(events[0]?.recordedAt ?? '')
  const end = endOfDay(on)
  if (opened <= end.getTime()) return { knownAt: end, basis: 'day' }
  const last = decision ?? events.at(-1)
  return { knownAt: new Date(last?.recordedAt ?? end), basis: 'recorded' }
}

/** The rules of the seat as they said then; beside each, what they say now of that day, where it is something else. */
function eligibilityThen(
  { opening }: SelectionCase,
  cadreId: string,
  on: DateCode,
  then: Side,
  now: Side,
): KnownCandidate['eligibility'] {
  const at = ({ facts, book }: Side) => {
    const cadre = cadreIn(facts, cadreId)
    const seat = cadre && seatIn(facts, opening.target, cadre)
    return cadre && seat ? explain(book.inForce('appointment', on), facts, cadre, seat).map(presentFinding) : []
  }
  const today = new Map(at(now).map((finding) => [finding.rule, finding]))
  return at(then).map((finding) => {
    const other = today.get(finding.rule)
    const same = other !== undefined && other.verdict === finding.verdict && sameReasons(other, finding)
    return { finding, now: other && !same ? other : null }
  })
}

const sameReasons = (a: { reasons: readonly object[] }, b: { reasons: readonly object[] }): boolean =>
  JSON.stringify(a.reasons) === JSON.stringify(b.reasons)
