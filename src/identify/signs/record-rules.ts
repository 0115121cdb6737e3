/**
 * Rules over other records: yearly evaluations, and what was noted in daily contact. A measure in effect is the answer to
 * something, not a sign of it.
 */
import { addMonths, type DateCode, dateCode, earliest } from '#domain/calendar.ts'
import { numberAt, textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import type { SignSettings } from './settings.ts'
import type { Gravity, Seen, Watch } from './watch.ts'

/** A result of a year counts from the last day of that year. */
export const knownFrom = (year: number): DateCode => dateCode(year, 12, 31)

interface YearResult {
  readonly year: number
  readonly result: string
}

const good: ReadonlySet<string> = new Set(['excellent', 'competent'])
const gravityOfResult: Readonly<Record<string, Gravity>> = { basicallyCompetent: 2, incompetent: 3 }

/** The yearly evaluation fell to incompetent, or below competent for as many years running as set, and was good before. */
export function watchEvaluations(snapshot: Snapshot, settings: SignSettings): Watch[] {
  const { columns } = snapshot.tables.evaluations
  return overCadres(snapshot, 'evaluations', (cadreId, rows) => {
    const results = rows
      .flatMap((row): YearResult[] => {
        const year = numberAt(columns.year, row)
        const result = textAt(columns.result, row)
        return year === undefined || result === undefined || result === 'ungraded' ? [] : [{ year, result }]
      })
      .sort((a, b) => a.year - b.year)
    if (!results.some(({ result }) => gravityOfResult[result])) return []
    return [
      {
        cadreId,
        unitId: undefined,
        kind: 'evaluation',
        days: results.flatMap(({ year }) => [knownFrom(year), addMonths(knownFrom(year), settings.changeMonths)]),
        seenOn: (day) => seeResults(cadreId, results, settings, day),
      },
    ]
  })
}

function seeResults(
  cadreId: string,
  results: readonly YearResult[],
  { changeMonths, lowEvaluations }: SignSettings,
  day: DateCode,
): Seen | undefined {
  const known = results.filter(({ year }) => knownFrom(year) <= day)
  const last = known.at(-1)
  const gravity = gravityOfResult[last?.result ?? '']
  if (!last || gravity === undefined || day >= addMonths(knownFrom(last.year), changeMonths)) return undefined
  const before = known.findLast(({ result }) => good.has(result))
  if (!before) return undefined
  const low = known.filter(({ year }) => year > before.year)
  if (gravity < 3 && low.length < lowEvaluations) return undefined
  const now = labelOf('evaluationResult', last.result)
  const then = labelOf('evaluationResult', before.result)
  return {
    gravity,
    evidence: known.filter(({ year }) => year >= before.year).map(({ year }) => `evaluations/${cadreId}/${year}`),
    reason: {
      zh: `年度考核${before.year}年为“${then.zh}”，${last.year}年为“${now.zh}”`,
      en: `Yearly evaluation: ${then.en.toLowerCase()} in ${before.year}, ${now.en.toLowerCase()} in ${last.year}`,
    },
  }
}

interface Observation {
  readonly id: string
  readonly known: DateCode
  readonly channel: string
  readonly adverse: boolean
}

/** Adverse notes of several channels that outnumber the favourable ones of the same time. A repeated one counts once. */
export function watchObservations(snapshot: Snapshot, settings: SignSettings): Watch[] {
  const { columns } = snapshot.tables.statements
  return overCadres(snapshot, 'statements', (cadreId, rows) => {
    const notes = rows.flatMap((row): Observation[] => {
      const tone = textAt(columns.tone, row)
      const isCopy = textAt(columns.copies, row) !== undefined
      if (isCopy || (tone !== 'adverse' && tone !== 'favourable')) return []
      return [
        {
          id: `statements/${textAt(columns.statement_id, row)}`,
          known: earliest(columns.recorded_on.codes[row] as number),
          channel: textAt(columns.channel, row) ?? '',
          adverse: tone === 'adverse',
        },
      ]
    })
    if (notes.filter(({ adverse }) => adverse).length < settings.observations) return []
    return [
      {
        cadreId,
        unitId: undefined,
        kind: 'observation',
        days: notes.flatMap(({ known }) => [known, addMonths(known, settings.observationMonths)]),
        seenOn: (day) => seeObservations(notes, settings, day),
      },
    ]
  })
}

/** What people report to the petition office is unproven until it is checked; it is not a channel of its own here. */
const reported = 'petition-office'

function seeObservations(notes: readonly Observation[], settings: SignSettings, day: DateCode): Seen | undefined {
  const recent = notes.filter(({ known }) => known <= day && day < addMonths(known, settings.observationMonths))
  const adverse = recent.filter((note) => note.adverse && note.channel !== reported)
  const channels = new Set(adverse.map(({ channel }) => channel))
  const favourable = recent.length - recent.filter((note) => note.adverse).length
  if (adverse.length < settings.observations || channels.size < settings.observationChannels) return undefined
  if (adverse.length <= favourable) return undefined
  return {
    gravity: 1,
    evidence: adverse.map(({ id }) => id).sort(),
    reason: {
      zh: `${settings.observationMonths}个月内负面记载${adverse.length}条，来自${channels.size}个渠道；同期正面${favourable}条`,
      en: `${adverse.length} adverse notes from ${channels.size} channels within ${settings.observationMonths} months; ${favourable} favourable`,
    },
  }
}

function overCadres(
  snapshot: Snapshot,
  table: 'evaluations' | 'statements',
  watch: (cadreId: string, rows: readonly number[]) => Watch[],
): Watch[] {
  const owned = byCadre(snapshot, table)
  const { cadres } = snapshot.tables
  return Array.from({ length: cadres.length }, (_, cadre) => cadre).flatMap((cadre) => {
    const rows = [...rowsOf(owned, cadre)]
    return rows.length === 0 ? [] : watch(textAt(cadres.columns.cadre_id, cadre) ?? '', rows)
  })
}
