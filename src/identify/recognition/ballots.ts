import type { TextColumn } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

/** Scores of one measure, one per ballot; all arrays run in parallel. */
export interface Ballots {
  readonly length: number
  /** Row of the cadres table. */
  readonly cadre: Int32Array
  readonly rater: Int32Array
  readonly survey: Int32Array
  /** Code of the rater's unit, or -1. */
  readonly raterUnit: Int32Array
  /** Level of the rater's unit, as a code; -1 where not known. */
  readonly raterTier: Int32Array
  readonly channel: readonly string[]
  readonly raterClass: readonly string[]
  readonly scale: readonly string[]
  /** score / scale_max, 0 … 1. */
  readonly score: Float64Array
}

/**
 * Channels in which colleagues and superiors judge a cadre's work. What the home place, the neighbours and the people served
 * say is a measure of its own; a recommendation answers another question, who should be promoted.
 */
export const workingChannels: ReadonlySet<string> = new Set(['annual-rating', 'superior'])

export const aspects = ['integrity', 'competence', 'diligence', 'achievement', 'probity'] as const
export const ratingMeasures = ['rating', ...aspects.map((aspect) => `rating.${aspect}`)]

/**
 * The ballots of a measure, of the working channels unless others are named. `rating` takes the score for `overall`; a
 * ballot without one counts with the mean of its items. Rows without a usable score, or for nobody in the snapshot, are
 * left out.
 */
export function ballotsOf(
  snapshot: Snapshot,
  measure: string,
  raters: Int32Array,
  channels: ReadonlySet<string> = workingChannels,
): Ballots {
  const shares = sharesOf(snapshot, channels)
  const rows =
    measure === 'rating' ? overallRows(snapshot, shares) : aspectRows(snapshot, measure.slice('rating.'.length), shares)
  const { columns } = snapshot.tables.ratings
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const pick = (codes: Int32Array): Int32Array => rows.at.map((row) => codes[row] as number)
  const text = (column: TextColumn): string[] =>
    Array.from(rows.at, (row) => column.values[column.codes[row] ?? -1] ?? '')
  return {
    length: rows.at.length,
    cadre: pick(cadreOf),
    rater: pick(raters),
    survey: pick(columns.survey_id.codes),
    raterUnit: pick(columns.rater_unit_id.codes),
    raterTier: pick(tierOfRow(snapshot)),
    channel: text(columns.channel),
    raterClass: text(columns.rater_class),
    scale: Array.from(rows.at, (row) => String(columns.scale_max.values[row])),
    score: rows.score,
  }
}

/** The ballots that are to be kept, in their order. */
export function keepBallots(ballots: Ballots, isKept: (ballot: number) => boolean): Ballots {
  const chosen = Int32Array.from({ length: ballots.length }, (_, ballot) => ballot).filter(isKept)
  const codes = (values: Int32Array): Int32Array => chosen.map((ballot) => values[ballot] as number)
  const texts = (values: readonly string[]): string[] => Array.from(chosen, (ballot) => values[ballot] ?? '')
  return {
    length: chosen.length,
    cadre: codes(ballots.cadre),
    rater: codes(ballots.rater),
    survey: codes(ballots.survey),
    raterUnit: codes(ballots.raterUnit),
    raterTier: codes(ballots.raterTier),
    channel: texts(ballots.channel),
    raterClass: texts(ballots.raterClass),
    scale: texts(ballots.scale),
    score: Float64Array.from(chosen, (ballot) => ballots.score[ballot] as number),
  }
}

function tierOfRow(snapshot: Snapshot): Int32Array {
  const { level, unit_id } = snapshot.tables.units.columns
  const unitOf = resolve(snapshot.tables.ratings.columns.rater_unit_id, unit_id)
  return unitOf.map((unit) => (unit < 0 ? -1 : (level.codes[unit] as number)))
}

interface ScoredRows {
  /** The row of the ratings table that stands for the ballot. */
  readonly at: Int32Array
  readonly score: Float64Array
}

/** The share of the scale that a row gives, or NaN where it has no place here. */
function sharesOf(snapshot: Snapshot, channels: ReadonlySet<string>): Float64Array {
  const { columns } = snapshot.tables.ratings
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const isWanted = columns.channel.values.map((channel) => channels.has(channel))
  return columns.score.values.map((score, row) => {
    const most = columns.scale_max.values[row] as number
    const isUsable = most > 0 && (cadreOf[row] as number) >= 0 && isWanted[columns.channel.codes[row] as number]
    return isUsable ? score / most : Number.NaN
  })
}

function aspectRows(snapshot: Snapshot, aspect: string, shares: Float64Array): ScoredRows {
  const { item } = snapshot.tables.ratings.columns
  const code = item.values.indexOf(aspect)
  const at: number[] = []
  item.codes.forEach((own, row) => {
    if (own === code && !Number.isNaN(shares[row])) at.push(row)
  })
  return { at: Int32Array.from(at), score: Float64Array.from(at, (row) => shares[row] as number) }
}

/** One row per ballot. The rows of a ballot follow each other in a snapshot. */
function overallRows(snapshot: Snapshot, shares: Float64Array): ScoredRows {
  const { length, columns } = snapshot.tables.ratings
  const overall = columns.item.values.indexOf('overall')
  const keys = [columns.survey_id, columns.on, columns.channel, columns.cadre_id, columns.rater_id]
  const isSameBallot = (a: number, b: number): boolean => keys.every(({ codes }) => codes[a] === codes[b])
  const at: number[] = []
  const scores: number[] = []
  for (let row = 0; row < length; ) {
    let end = row
    let sum = 0
    let count = 0
    let whole = Number.NaN
    for (; end < length && isSameBallot(row, end); end += 1) {
      const share = shares[end] as number
      if (Number.isNaN(share)) continue
      sum += share
      count += 1
      if (columns.item.codes[end] === overall) whole = share
    }
    if (count > 0) {
      at.push(row)
      scores.push(Number.isNaN(whole) ? sum / count : whole)
    }
    row = end
  }
  return { at: Int32Array.from(at), score: Float64Array.from(scores) }
}
