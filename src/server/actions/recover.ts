import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { ProblemError } from '#domain/problem.ts'
import { fieldNamesOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import { openPackage } from '#exchange/index.ts'
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

/** Measures of ratings and the ballot items whose raw mean stands beside them; `rating` is all items of a ballot. */
const measures = new Map<string, string | undefined>([
  ['rating', undefined],
  ...['integrity', 'competence', 'diligence', 'achievement', 'probity'].map((item): [string, string] => [
    `rating.${item}`,
    item,
  ]),
])

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
  const truth = await readTruth(join(options.truth, 'truth-cadre.csv'))
  const raw = await rawMeans(options.package)
  const estimates = await readRows(join(options.results, 'estimates.csv'))
  const found = [...measures.keys()].flatMap((measure) => {
    const rows = estimates.filter((row) => row.measure === measure)
    const people = rows.flatMap((row) => personFrom(row, measure, truth, raw))
    return people.length < 3 ? [] : [figuresOf(measure, people, rows.filter((row) => row.separable === 'false').length)]
  })
  return { figures: { measures: found }, lines: found.flatMap(linesOf) }
}

type CsvRow = Readonly<Record<string, string>>

async function readRows(file: string): Promise<CsvRow[]> {
  await access(file).catch(() => {
    throw new ProblemError({
      code: 'file-missing',
      file,
      message: { zh: `找不到文件 ${file}。`, en: `The file ${file} is not there.` },
      mend: {
        zh: '先用 zhiren city 写出城市，用 zhiren analyse 写出结果，再核对路径。',
        en: 'Write the city with zhiren city and the results with zhiren analyse, then check the paths.',
      },
    })
  })
  return createReadStream(file)
    .pipe(parse({ columns: true, bom: true }))
    .toArray()
}

async function readTruth(file: string): Promise<Map<string, CsvRow>> {
  return new Map((await readRows(file)).map((row) => [row.cadre_id ?? '', row]))
}

interface Tally {
  sum: number
  count: number
}

/** Mean score / scale_max of the yearly ballots, by `cadre item` and, over all items, by `cadre`. */
async function rawMeans(folder: string): Promise<Map<string, Tally>> {
  const at = (name: string): number => fieldNamesOf('ratings').indexOf(name)
  const [channel, cadre, item, score, scale] = [at('channel'), at('cadre_id'), at('item'), at('score'), at('scale_max')]
  const tallies = new Map<string, Tally>()
  const add = (key: string, value: number): void => {
    const tally = tallies.get(key)
    if (tally) {
      tally.sum += value
      tally.count += 1
    } else tallies.set(key, { sum: value, count: 1 })
  }
  const reading = await openPackage(folder)
  try {
    await reading.check()
    for await (const batch of reading.rows('ratings')) {
      for (const row of batch) {
        if (row[channel] !== 'annual-rating') continue
        const value = Number(row[score]) / Number(row[scale])
        add(`${row[cadre]}`, value)
        add(`${row[cadre]} ${row[item]}`, value)
      }
    }
  } finally {
    await reading.close()
  }
  return tallies
}

function personFrom(
  row: CsvRow,
  measure: string,
  truth: ReadonlyMap<string, CsvRow>,
  raw: ReadonlyMap<string, Tally>,
): Recovered[] {
  const cadre = row.cadre_id ?? ''
  const item = measures.get(measure)
  const tally = raw.get(item === undefined ? cadre : `${cadre} ${item}`)
  const known = truth.get(cadre)?.[item === undefined ? 'true_rating' : `true_rating_${item}`]
  if (row.separable !== 'true' || !tally || known === undefined) return []
  return [
    {
      group: row.group ?? '',
      truth: Number(known),
      raw: tally.sum / tally.count,
      value: Number(row.value),
      lower: Number(row.lower),
      upper: Number(row.upper),
    },
  ]
}

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
