/**
 * How each cadre stood among those rated by the same people, survey by survey: free of who rated and of how kindly a survey
 * was answered as a whole. Measured in standard deviations of people's standings on the same yardstick, so that courses go on when the
 * scale changes.
 */

import { type DateCode, earliest } from '#domain/calendar.ts'
import type { TextColumn } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { Reading, Round } from './courses.ts'
import { fitTwoWay, type TwoWayFit } from './two-way.ts'

/** Colleagues and superiors judge the work; a recommendation answers another question, and the public another one still. */
const channels: ReadonlySet<string> = new Set(['annual-rating', 'superior'])

/** One ballot: the mean of its items, as a share of their scales. */
interface Ballot {
  readonly day: DateCode
  readonly channel: string
  readonly cadre: number
  readonly rater: number
  readonly raterUnit: string | undefined
  readonly scale: number
  readonly score: number
}

/** One survey as far as it had come on a day. */
export interface Sitting {
  readonly survey: string
  readonly day: DateCode
  readonly cadres: readonly number[]
  readonly ballots: readonly Ballot[]
  readonly fit: TwoWayFit
  /** Channel and scale of most ballots: single scores of one yardstick vary alike. */
  readonly yardstick: string
}

/** Every survey on each day on which ballots of it came in, by day. Worked out once for all who ask. */
export const sittingsOf: (snapshot: Snapshot) => readonly Sitting[] = oncePer(readSittings)

function readSittings(snapshot: Snapshot): Sitting[] {
  const sittings: Sitting[] = []
  for (const [survey, ballots] of ballotsBySurvey(snapshot)) {
    for (const day of new Set(ballots.map((ballot) => ballot.day)))
      sittings.push(
        sittingOf(
          survey,
          day,
          ballots.filter((ballot) => ballot.day <= day),
        ),
      )
  }
  return sittings.sort((a, b) => a.day - b.day || (a.survey < b.survey ? -1 : 1))
}

function sittingOf(survey: string, day: DateCode, ballots: readonly Ballot[]): Sitting {
  const cadres = [...new Set(ballots.map(({ cadre }) => cadre))].sort((a, b) => a - b)
  const raters = [...new Set(ballots.map(({ rater }) => rater))].sort((a, b) => a - b)
  const rowOf = new Map(cadres.map((cadre, row) => [cadre, row]))
  const columnOf = new Map(raters.map((rater, column) => [rater, column]))
  const fit = fitTwoWay({
    rows: Int32Array.from(ballots, ({ cadre }) => rowOf.get(cadre) as number),
    columns: Int32Array.from(ballots, ({ rater }) => columnOf.get(rater) as number),
    values: Float64Array.from(ballots, ({ score }) => score),
    rowCount: cadres.length,
    columnCount: raters.length,
  })
  return {
    survey,
    day,
    cadres,
    ballots,
    fit,
    yardstick: mostOf(ballots, ({ channel, scale }) => `${channel} ${scale}`),
  }
}

function mostOf<T>(items: readonly T[], keyOf: (item: T) => string): string {
  const groups = [...Map.groupBy(items, keyOf)]
  return groups.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/**
 * The sittings as rounds of readings, each day with the spread of its yardstick as far as it was known then. Cadres with fewer
 * than `leastBallots`, or with less than half of what is usual in the survey, are left out: who happened to be there would
 * tell more than who was rated.
 */
export function ratingRounds(
  sittings: readonly Sitting[],
  leastBallots: number,
  unitOn: (cadre: number, day: DateCode) => string | undefined,
): Round[] {
  const residuals = new Map<string, Map<string, TwoWayFit>>()
  const rounds: Round[] = []
  for (const [day, today] of Map.groupBy(sittings, (sitting) => sitting.day)) {
    for (const { yardstick, survey, fit } of today) {
      const known = residuals.get(yardstick) ?? new Map<string, TwoWayFit>()
      residuals.set(yardstick, known.set(survey, fit))
    }
    const spreadOf = new Map([...residuals].map(([yardstick, known]) => [yardstick, spreadIn([...known.values()])]))
    for (const sitting of today) {
      const spread = spreadOf.get(sitting.yardstick)
      if (spread)
        rounds.push({ day, occasion: sitting.survey, readings: readingsOf(sitting, spread, leastBallots, unitOn) })
    }
  }
  return rounds
}

interface Spread {
  /** Variance of a single ballot about what rater and rated lead one to expect. */
  readonly noise: number
  /** Standard deviation of people's standings. */
  readonly standings: number
}

/** People known on a yardstick as which the noise counts in the spread of standings, while there are few. */
const stoodIn = 40

function spreadIn(fits: readonly TwoWayFit[]): Spread | undefined {
  const freedom = fits.reduce((sum, fit) => sum + fit.freedom, 0)
  const noise = fits.reduce((sum, fit) => sum + fit.residualSquares, 0) / freedom
  if (!(noise > 0)) return undefined
  let squares = 0
  let doubt = 0
  let people = 0
  for (const { effects, information } of fits)
    effects.forEach((effect, row) => {
      const known = information[row] as number
      if (known < 1) return
      squares += effect * effect
      doubt += noise / known
      people += 1
    })
  // Where noise explains all of it, a tenth is left: a yardstick on which nobody differs would stretch everything.
  const standings = Math.max(0.1 * squares, squares - doubt)
  return { noise, standings: Math.sqrt((stoodIn * noise + standings) / (stoodIn + people)) }
}

/** Degrees of freedom as which the noise of the yardstick counts beside that of the survey itself. */
const borrowed = 10

function readingsOf(
  { survey, day, cadres, ballots, fit, yardstick }: Sitting,
  { noise, standings }: Spread,
  leastBallots: number,
  unitOn: (cadre: number, day: DateCode) => string | undefined,
): Reading[] {
  const own = Map.groupBy(ballots, ({ cadre }) => cadre)
  const counts = [...own.values()].map(({ length }) => length).sort((a, b) => a - b)
  const least = Math.max(leastBallots, (counts[Math.floor(counts.length / 2)] as number) / 2)
  const channel = yardstick.split(' ')[0] ?? ''
  const ownNoise = (fit.residualSquares + borrowed * noise) / (fit.freedom + borrowed)
  return cadres.flatMap((cadre, row): Reading[] => {
    const given = own.get(cadre) ?? []
    const information = fit.information[row] as number
    if (given.length < least || information < 1) return []
    const unit = panelOf(given) ?? unitOn(cadre, day) ?? ''
    return [
      {
        subject: cadre,
        course: `${unit} ${channel}`,
        value: (fit.effects[row] as number) / standings,
        variance: ownNoise / (standings ** 2 * information),
        peers: `${survey} ${fit.component[row]}`,
      },
    ]
  })
}

/**
 * The unit that most ballots come from. Who is rated by the same people as before goes on in one course, whatever seat the
 * register says; where no unit has most of them, the seat tells.
 */
function panelOf(given: readonly Ballot[]): string | undefined {
  const unit = mostOf(given, ({ raterUnit }) => raterUnit ?? '')
  const count = given.filter(({ raterUnit }) => raterUnit === unit).length
  return 2 * count > given.length ? unit : undefined
}

function ballotsBySurvey(snapshot: Snapshot): Map<string, Ballot[]> {
  const { length, columns } = snapshot.tables.ratings
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const text = (column: TextColumn, row: number): string | undefined => column.values[column.codes[row] as number]
  const keys = [columns.survey_id, columns.on, columns.channel, columns.cadre_id, columns.rater_id]
  const isSame = (a: number, b: number): boolean => keys.every(({ codes }) => codes[a] === codes[b])
  const surveys = new Map<string, Ballot[]>()
  for (let row = 0; row < length; ) {
    let end = row
    let sum = 0
    let count = 0
    for (; end < length && isSame(row, end); end += 1) {
      const share = (columns.score.values[end] as number) / (columns.scale_max.values[end] as number)
      if (!Number.isFinite(share)) continue
      sum += share
      count += 1
    }
    const channel = text(columns.channel, row) ?? ''
    const cadre = cadreOf[row] as number
    if (count > 0 && cadre >= 0 && channels.has(channel)) {
      const survey = text(columns.survey_id, row) ?? ''
      const ballots = surveys.get(survey) ?? []
      surveys.set(survey, ballots)
      ballots.push({
        day: earliest(columns.on.codes[row] as number),
        channel,
        cadre,
        rater: columns.rater_id.codes[row] as number,
        raterUnit: text(columns.rater_unit_id, row),
        scale: columns.scale_max.values[row] as number,
        score: sum / count,
      })
    }
    row = end
  }
  return surveys
}
