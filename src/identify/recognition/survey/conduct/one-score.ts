import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { binomialTail, falseDiscoveryRates } from '#statistics/index.ts'
import { falseShareOfFlags, leastBallots, type RaterFlag } from './flags.ts'

interface Ballot {
  readonly cadre: number
  readonly scores: number[]
}

/** What one rater handed in at one survey, on one scale. */
interface Sheet {
  readonly rater: number
  readonly survey: number
  readonly scale: number
  readonly people: number
  /** The score most people were given, and how many were. */
  readonly usual: number
  readonly repeated: number
  /** Ballots with several items, and those of them with one score throughout. */
  readonly itemised: number
  readonly flat: number
}

/**
 * Straight-lining: one score for nearly everybody, and one for all items of a ballot. How often both happen by chance is
 * read off the other raters of the same scale: the share on the usual score of raters with the same usual score, and the
 * share of ballots without differences. The two are joined by Fisher's method.
 */
export function oneScoreForAll(snapshot: Snapshot, raters: Int32Array, channels: ReadonlySet<string>): RaterFlag[] {
  const sheets = sheetsOf(snapshot, raters, channels).filter(({ people }) => people >= leastBallots)
  const onUsual = rates(
    sheets,
    ({ scale, usual }) => `${scale} ${usual}`,
    ({ repeated }) => repeated,
    ({ people }) => people,
  )
  const withoutDifference = rates(
    sheets,
    ({ scale }) => `${scale}`,
    ({ flat }) => flat,
    ({ itemised }) => itemised,
  )
  const chances = sheets.map((sheet) => {
    const ofPeople = binomialTail(sheet.repeated, sheet.people, onUsual(sheet))
    const ofItems = sheet.itemised > 0 ? binomialTail(sheet.flat, sheet.itemised, withoutDifference(sheet)) : 1
    const both = Math.max(Number.MIN_VALUE, ofPeople * ofItems)
    return sheet.itemised > 0 ? both * (1 - Math.log(both)) : both
  })
  const falseShares = falseDiscoveryRates(chances)
  return sheets.flatMap((sheet, index): RaterFlag[] => {
    const falseShare = falseShares[index] as number
    if (falseShare > falseShareOfFlags) return []
    const { rater, survey, people, repeated } = sheet
    const probability = chances[index] as number
    return [{ kind: 'one-score', rater, survey, ballots: people, size: repeated / people, probability, falseShare }]
  })
}

/** The pooled rate of the sheets that share a key. */
function rates(
  sheets: readonly Sheet[],
  keyOf: (sheet: Sheet) => string,
  part: (sheet: Sheet) => number,
  whole: (sheet: Sheet) => number,
): (sheet: Sheet) => number {
  const sums = new Map<string, { part: number; whole: number }>()
  for (const sheet of sheets) {
    const own = sums.get(keyOf(sheet)) ?? { part: 0, whole: 0 }
    own.part += part(sheet)
    own.whole += whole(sheet)
    sums.set(keyOf(sheet), own)
  }
  return (sheet) => {
    const found = sums.get(keyOf(sheet))
    return found && found.whole > 0 ? found.part / found.whole : 1
  }
}

function sheetsOf(snapshot: Snapshot, raters: Int32Array, channels: ReadonlySet<string>): Sheet[] {
  const { length, columns } = snapshot.tables.ratings
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const isWanted = columns.channel.values.map((channel) => channels.has(channel))
  const sheets = new Map<string, { rater: number; survey: number; scale: number; ballots: Map<number, Ballot> }>()
  for (let row = 0; row < length; row += 1) {
    const cadre = cadreOf[row] as number
    const score = columns.score.values[row] as number
    if (cadre < 0 || Number.isNaN(score) || !isWanted[columns.channel.codes[row] as number]) continue
    const [rater, survey, scale] = [
      raters[row] as number,
      columns.survey_id.codes[row] as number,
      columns.scale_max.values[row] as number,
    ]
    const key = `${rater} ${survey} ${scale}`
    const sheet = sheets.get(key) ?? { rater, survey, scale, ballots: new Map<number, Ballot>() }
    sheets.set(key, sheet)
    const ballot = sheet.ballots.get(cadre) ?? { cadre, scores: [] }
    sheet.ballots.set(cadre, ballot)
    ballot.scores.push(score)
  }
  return [...sheets.values()].map(({ rater, survey, scale, ballots }) => {
    const all = [...ballots.values()]
    const totals = all.map(({ scores }) => Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length))
    const [usual = 0, repeated = 0] = mostFrequent(totals)
    const itemised = all.filter(({ scores }) => scores.length > 1)
    const flat = itemised.filter(({ scores }) => scores.every((score) => score === scores[0]))
    return { rater, survey, scale, people: all.length, usual, repeated, itemised: itemised.length, flat: flat.length }
  })
}

function mostFrequent(values: readonly number[]): [number, number] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0] ?? [0, 0]
}
