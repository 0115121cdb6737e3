import { join } from 'node:path'
import { fieldNamesOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import { openPackage, readColumns } from '#exchange/index.ts'
import {
  type Agreement,
  agreement,
  centredByGroup,
  coverage,
  meanWidth,
  type PairFigures,
  pairFigures,
  type Recovered,
} from './recovery.ts'

export interface MeasureRecovery {
  readonly measure: string
  /** People with an estimate, a truth and ballots; comparable groups of two or more. */
  readonly n: number
  readonly groups: number
  readonly notSeparable: number
  readonly overall: { readonly calibrated: Agreement; readonly raw: Agreement }
  /** Distances from the mean of the comparable group, all groups together. */
  readonly withinGroups: { readonly calibrated: Agreement; readonly raw: Agreement }
  /** Share of true values inside the 90 % interval, both as distances from the mean of the group. */
  readonly coverage90: number
  readonly meanWidth90: number
  readonly pairs: PairFigures
}

export interface Recovery {
  readonly figures: { readonly measures: readonly MeasureRecovery[] }
  readonly lines: readonly Text[]
}

/** Measures of ratings, the ballot item behind each and the column of its truth. */
const measures: readonly { readonly measure: string; readonly item: string; readonly truth: string }[] = [
  { measure: 'rating', item: 'overall', truth: 'true_rating' },
  ...['integrity', 'competence', 'diligence', 'achievement', 'probity'].map((item) => ({
    measure: `rating.${item}`,
    item,
    truth: `true_rating_${item}`,
  })),
]

/**
 * Holds the rating estimates of an analysis against the truth of a synthetic city, beside the raw mean of the same ballots.
 * @example await recoverTruth({ package: 'city', truth: 'city-truth', results: 'results' })
 * @throws ProblemError when a file is missing
 */
export async function recoverTruth(options: {
  readonly package: string
  readonly truth: string
  readonly results: string
}): Promise<Recovery> {
  const truths = await readRows(join(options.truth, 'truth-cadre.csv'), [
    'cadre_id',
    ...measures.map((each) => each.truth),
  ])
  const truthOf = new Map(truths.map((row) => [row.cadre_id ?? '', row]))
  const estimates = await readRows(join(options.results, 'estimates.csv'), estimateFields)
  const raw = await rawMeans(options.package)
  const found = measures.flatMap(({ measure, item, truth }) => {
    const rows = estimates.filter((row) => row.measure === measure)
    const people = rows.flatMap((row) => {
      const cadre = row.cadre_id ?? ''
      const known = truthOf.get(cadre)?.[truth]
      const mean = raw.get(`${cadre} ${item}`)
      return known === undefined || !mean || row.separable !== 'true' ? [] : [personFrom(row, Number(known), mean)]
    })
    const notSeparable = rows.filter((row) => row.separable === 'false').length
    return people.length < 3 ? [] : [figuresOf(measure, people, notSeparable)]
  })
  return { figures: { measures: found }, lines: found.flatMap(linesOf) }
}

const estimateFields = ['cadre_id', 'measure', 'value', 'lower', 'upper', 'group', 'separable'] as const

type CsvRow = Readonly<Record<string, string>>

async function readRows(file: string, names: readonly string[]): Promise<CsvRow[]> {
  const { columns, rows } = await readColumns(file, names)
  return rows.map((_, index) => Object.fromEntries(names.map((name) => [name, columns.get(name)?.[index] ?? ''])))
}

interface Tally {
  sum: number
  count: number
}

/** Mean score / scale_max over all ballots, by `cadre item`. */
async function rawMeans(folder: string): Promise<Map<string, Tally>> {
  const at = (name: string): number => fieldNamesOf('ratings').indexOf(name)
  const [cadre, item, score, scale] = [at('cadre_id'), at('item'), at('score'), at('scale_max')]
  const tallies = new Map<string, Tally>()
  const reading = await openPackage(folder)
  try {
    await reading.check()
    for await (const batch of reading.rows('ratings')) {
      for (const row of batch) {
        const key = `${row[cadre]} ${row[item]}`
        const tally = tallies.get(key) ?? { sum: 0, count: 0 }
        tally.sum += Number(row[score]) / Number(row[scale])
        tally.count += 1
        tallies.set(key, tally)
      }
    }
  } finally {
    await reading.close()
  }
  return tallies
}

const personFrom = (row: CsvRow, truth: number, { sum, count }: Tally): Recovered => ({
  group: row.group ?? '',
  truth,
  raw: sum / count,
  value: Number(row.value),
  lower: Number(row.lower),
  upper: Number(row.upper),
})

function figuresOf(measure: string, people: readonly Recovered[], notSeparable: number): MeasureRecovery {
  const centred = centredByGroup(people)
  const compare = (members: readonly Recovered[]) => {
    const truth = members.map((member) => member.truth)
    return {
      calibrated: agreement(
        members.map((member) => member.value),
        truth,
      ),
      raw: agreement(
        members.map((member) => member.raw),
        truth,
      ),
    }
  }
  return {
    measure,
    n: people.length,
    groups: new Set(centred.map((person) => person.group)).size,
    notSeparable,
    overall: compare(people),
    withinGroups: compare(centred),
    coverage90: coverage(centred),
    meanWidth90: meanWidth(centred),
    pairs: pairFigures(centred),
  }
}

const three = (value: number): string => value.toFixed(3)
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`

function linesOf(found: MeasureRecovery): Text[] {
  const values = {
    measure: found.measure,
    n: found.n,
    groups: found.groups,
    calibrated: three(found.withinGroups.calibrated.spearman),
    raw: three(found.withinGroups.raw.spearman),
    allCalibrated: three(found.overall.calibrated.spearman),
    allRaw: three(found.overall.raw.spearman),
    coverage: percent(found.coverage90),
    told: percent(found.pairs.told),
    right: percent(found.pairs.right),
  }
  return [
    fill(
      {
        zh: '{measure}：{n} 人、{groups} 个可比组。与真值的秩相关：校正后 {calibrated}，原始均分 {raw}（不分组 {allCalibrated}、{allRaw}）。',
        en: '{measure}: {n} people in {groups} comparable groups. Rank correlation with the truth: calibrated {calibrated}, raw mean {raw} (across groups {allCalibrated}, {allRaw}).',
      },
      values,
    ),
    fill(
      {
        zh: '{measure}：90% 区间盖住真值的占 {coverage}；可分辨的人对占 {told}，其中次序正确的占 {right}。',
        en: '{measure}: 90 % intervals hold the truth for {coverage}; {told} of pairs can be told apart, of which {right} in the true order.',
      },
      values,
    ),
  ]
}
