import { addMonths, type DateCode } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { EarlySign, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { seatsOf } from '../team/seats.ts'
import { unitResults } from '../team/unit-results.ts'
import { reasonWith, weigh } from './corroboration.ts'
import { type Courses, followCourses } from './courses.ts'
import { faultsIn } from './dated-events.ts'
import { watchEvents } from './event-rules.ts'
import { resultRounds, watchRatings, watchResults } from './falls.ts'
import { watchEvaluations, watchObservations } from './record-rules.ts'
import { type SignSettings, signSettings } from './settings.ts'
import { ratingRounds, sittingsOf } from './sittings.ts'
import { severityOf, standingOn, type Watch } from './watch.ts'
import { signWords } from './wording.ts'

/** How often chance alone would have raised a sign of this kind: working paper `false-alarms`, subject the kind. */
export interface FalseAlarms {
  /** Comparisons whose sign, had there been one, would stand today. */
  readonly compared: number
  /** How many of them chance alone is expected to have raised. */
  readonly expected: number
  readonly per1000: number
  /** How many rose as much as a fall is called: where nobody changed, falls and rises are equally many. */
  readonly rises: number
  readonly raised: number
}

/** Working paper `course`, by cadre: the standing of a person whose ratings fell, survey by survey. */
export interface CoursePaper {
  readonly steps: readonly {
    readonly survey: string
    readonly on: DateCode
    readonly value: number
    readonly sd: number
    readonly expected?: number
    readonly lower: boolean
  }[]
}

export interface EarlySigns {
  readonly signals: readonly EarlySign[]
  readonly papers: readonly WorkingPaper[]
}

/**
 * Early signs (苗头): what changed for a serving cadre or in a unit, and asks for a human look. Each stands since the day on
 * which the evidence recorded by then would have raised it.
 * @example earlySigns(snapshot, book).signals[0]?.raisedOn // 20241220
 */
export function earlySigns(snapshot: Snapshot, book: RuleBook): EarlySigns {
  const settings = signSettings(book, snapshot.asOf)
  const seats = seatsOf(snapshot)
  const chance = settings.falseAlarmsPer1000 / 1000
  const ratings = followCourses(ratingRounds(sittingsOf(snapshot), settings.leastBallots, seats.unitOn), chance)
  const known = resultRounds(snapshot, unitResults(snapshot), seats).filter(({ day }) => day <= snapshot.asOf)
  const results = followCourses(known, chance)
  const left = whoLeft(snapshot, book)
  const watches = [
    ...watchRatings(snapshot, ratings, settings),
    ...watchResults(snapshot, results, seats, settings),
    ...watchEvents(faultsIn(snapshot), settings),
    ...watchEvaluations(snapshot, settings),
    ...watchObservations(snapshot, settings),
  ].filter(({ cadreId }) => cadreId === undefined || !left.has(cadreId))
  const signals = raise(watches, snapshot.asOf)
  const alarms = (kind: 'rating' | 'results', courses: Courses): WorkingPaper => ({
    kind: 'false-alarms',
    subject: kind,
    body: falseAlarms(courses, settings, snapshot.asOf, signals.filter((sign) => sign.kind === kind).length),
  })
  return {
    signals,
    papers: [alarms('rating', ratings), alarms('results', results), ...coursePapers(snapshot, ratings)],
  }
}

function raise(watches: readonly Watch[], asOf: DateCode): EarlySign[] {
  const standing = watches.flatMap((watch) => {
    const found = standingOn(watch, asOf)
    return found ? [{ watch, kind: watch.kind, standing: found }] : []
  })
  const bySubject = Map.groupBy(standing, ({ watch }) => watch.cadreId ?? `unit ${watch.unitId}`)
  const signals = [...bySubject.values()].flatMap(weigh).map(
    ({ watch, kind, standing: { since, seen }, gravity, beside }): EarlySign => ({
      cadreId: watch.cadreId,
      unitId: watch.unitId,
      kind,
      raisedOn: since,
      severity: severityOf(gravity),
      evidence: seen.evidence,
      reason: reasonWith(
        seen.reason,
        beside.map((other) => signWords[other].label),
      ),
      look: signWords[kind].look,
    }),
  )
  return signals.sort((a, b) => b.raisedOn - a.raisedOn || (placeOf(a) < placeOf(b) ? -1 : 1))
}

const placeOf = ({ cadreId, unitId, kind, evidence }: EarlySign): string =>
  [cadreId ?? '', unitId ?? '', kind, ...evidence].join(' ')

function whoLeft(snapshot: Snapshot, book: RuleBook): Set<string> {
  const facts = factsFor(snapshot, book)
  const left = new Set<string>()
  for (let cadre = 0; cadre < facts.cadreCount; cadre += 1) {
    const { id, hasLeft } = facts.cadre(cadre)
    if (hasLeft) left.add(id)
  }
  return left
}

function falseAlarms(courses: Courses, settings: SignSettings, asOf: DateCode, raised: number): FalseAlarms {
  const recent = courses.comparisons.filter(({ day }) => asOf < addMonths(day, settings.changeMonths))
  return {
    compared: recent.length,
    expected: (recent.reduce((sum, { share }) => sum + share, 0) * settings.falseAlarmsPer1000) / 1000,
    per1000: settings.falseAlarmsPer1000,
    rises: recent.filter(({ rise }) => rise).length,
    raised,
  }
}

function coursePapers(snapshot: Snapshot, { steps }: Courses): WorkingPaper[] {
  return [...steps].flatMap(([cadre, own]): WorkingPaper[] => {
    const subject = textAt(snapshot.tables.cadres.columns.cadre_id, cadre)
    if (subject === undefined || own.length < 2) return []
    const body: CoursePaper = {
      steps: own.map(({ day, occasion, value, variance, expected, lowerSince }) => ({
        survey: occasion,
        on: day,
        value,
        sd: Math.sqrt(variance),
        ...(expected === undefined ? {} : { expected }),
        lower: lowerSince !== undefined,
      })),
    }
    return [{ kind: 'course', subject, body }]
  })
}
