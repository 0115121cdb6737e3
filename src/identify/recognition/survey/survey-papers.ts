import { formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { groupRows, matchCodes, resolve, rowsOf, type Snapshot } from '#domain/snapshot.ts'
import { workingChannels } from '../ballots.ts'
import type { ConductKind } from './conduct/flags.ts'
import type { RatingVariances } from './foreseen-linking.ts'
import type { SurveyPaper } from './papers.ts'
import { studyPoint } from './reliability.ts'

/** What the reports of single surveys take from the measure as a whole. */
export interface SurveyGround {
  /** Code of the rater by row of the ratings table. */
  readonly raters: Int32Array
  readonly variances: RatingVariances | undefined
  /** Comparable group by cadre row, -1 where there is none. */
  readonly groupOf: Int32Array
  readonly flags: readonly { readonly survey: string; readonly kind: ConductKind }[]
}

/** The report of every survey, in the order of survey ids. */
export function surveyPapers(snapshot: Snapshot, ground: SurveyGround): SurveyPaper[] {
  const { columns } = snapshot.tables.ratings
  const grouping = groupRows(columns.survey_id.codes, columns.survey_id.values.length)
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const flagsOf = Map.groupBy(ground.flags, ({ survey }) => survey)
  const unitRows = matchCodes(columns.rater_unit_id, snapshot.tables.units.columns.unit_id)
  const usualUnit = usualUnits(cadreOf, columns.rater_unit_id.codes)
  return columns.survey_id.values.flatMap((surveyId, survey) => {
    const rows = rowsOf(grouping, survey).filter((row) => (cadreOf[row] as number) >= 0)
    if (rows.length === 0) return []
    const flags = Map.groupBy(flagsOf.get(surveyId) ?? [], ({ kind }) => kind)
    return [
      {
        surveyId,
        ...paperOf(snapshot, rows, { ...ground, cadreOf, unitRows, usualUnit }),
        flags: [...flags].map(([kind, found]) => ({ kind, count: found.length })),
      },
    ]
  })
}

interface Sheet {
  readonly rater: number
  readonly cadre: number
  readonly row: number
  sum: number
  items: number
}

interface Places extends SurveyGround {
  /** Row of the cadres table by row of the ratings. */
  readonly cadreOf: Int32Array
  /** Row of the units table by code of the rater's unit, -1 where the unit is not in it. */
  readonly unitRows: Int32Array
  /** By cadre row, the unit from which most raters come over all surveys, as a code. */
  readonly usualUnit: ReadonlyMap<number, number>
}

function paperOf(snapshot: Snapshot, rows: Int32Array, ground: Places) {
  const { columns } = snapshot.tables.ratings
  const sheets = sheetsOf(snapshot, rows, ground)
  const raters = Map.groupBy(sheets, ({ rater }) => rater)
  const cadres = Map.groupBy(sheets, ({ cadre }) => cadre)
  const days = Array.from(rows, (row) => columns.on.codes[row] as number)
  const counts = [...cadres.values()].map((own) => own.length).sort((a, b) => a - b)
  const median = counts[Math.floor(counts.length / 2)] ?? 0
  const channels = [...new Set(Array.from(rows, (row) => textAt(columns.channel, row) ?? ''))].sort()
  const isWorking = channels.every((channel) => workingChannels.has(channel))
  const homes = homesOf(snapshot, [...cadres.values()], ground)
  return {
    channels,
    from: formatDate(days.reduce((a, b) => Math.min(a, b))),
    to: formatDate(days.reduce((a, b) => Math.max(a, b))),
    units: homes.named.slice(0, 3),
    unitCount: homes.named.length,
    ballots: sheets.length,
    raters: raters.size,
    cadres: cadres.size,
    classes: classesOf(snapshot, [...raters.values()]),
    raterUnits: raterUnitsOf(snapshot, sheets, homes.unitOf),
    filled: sheets.length / (raters.size * cadres.size),
    scales: scalesOf(snapshot, sheets),
    perCadre: { least: counts[0] ?? 0, median, most: counts.at(-1) ?? 0 },
    reliability: ground.variances && isWorking ? studyPoint(ground.variances, median) : undefined,
    groups: groupsOf(cadres.keys(), ground.groupOf),
  }
}

/** One per ballot, with the sum of the shares of the scale it gave. */
function sheetsOf(snapshot: Snapshot, rows: Int32Array, { cadreOf, raters }: Places): Sheet[] {
  const { score, scale_max } = snapshot.tables.ratings.columns
  const sheets = new Map<string, Sheet>()
  for (const row of rows) {
    const [rater, cadre] = [raters[row] as number, cadreOf[row] as number]
    const share = (score.values[row] as number) / (scale_max.values[row] as number)
    if (!Number.isFinite(share)) continue
    const key = `${rater} ${cadre}`
    const sheet = sheets.get(key) ?? { rater, cadre, row, sum: 0, items: 0 }
    sheets.set(key, sheet)
    sheet.sum += share
    sheet.items += 1
  }
  return [...sheets.values()]
}

/** The unit from which most raters of each person come, and those units with the number of people. */
function homesOf(snapshot: Snapshot, people: readonly (readonly Sheet[])[], { unitRows, usualUnit }: Places) {
  const { rater_unit_id } = snapshot.tables.ratings.columns
  const { name } = snapshot.tables.units.columns
  const unitOf = new Map<number, number>()
  for (const own of people) {
    const [first] = own
    if (!first) continue
    const here = mostFrequent(own.map(({ row }) => rater_unit_id.codes[row] as number))
    unitOf.set(first.cadre, here >= 0 ? here : (usualUnit.get(first.cadre) ?? -1))
  }
  const counts = Map.groupBy(unitOf.values(), (unit) => unit)
  const named = [...counts]
    .filter(([unit]) => unit >= 0)
    .sort(([a, x], [b, y]) => y.length - x.length || a - b)
    .map(([unit]) => {
      const unitId = rater_unit_id.values[unit] ?? ''
      return { unitId, name: textAt(name, unitRows[unit] ?? -1) ?? unitId }
    })
  return { unitOf, named }
}

function usualUnits(cadreOf: Int32Array, units: Int32Array): Map<number, number> {
  const known = Map.groupBy(
    cadreOf.keys().filter((row) => (cadreOf[row] as number) >= 0 && (units[row] as number) >= 0),
    (row) => cadreOf[row] as number,
  )
  return new Map([...known].map(([cadre, rows]) => [cadre, mostFrequent(rows.map((row) => units[row] as number))]))
}

/** Of equally frequent values the smallest. */
function mostFrequent(values: readonly number[]): number {
  const [most] = [...Map.groupBy(values, (value) => value)].sort(([a, x], [b, y]) => y.length - x.length || a - b)
  return most?.[0] ?? -1
}

function classesOf(snapshot: Snapshot, raters: readonly (readonly Sheet[])[]): SurveyPaper['classes'] {
  const { rater_class } = snapshot.tables.ratings.columns
  const classes = Map.groupBy(raters, ([first]) => (first ? textAt(rater_class, first.row) : undefined))
  return [...classes]
    .map(([raterClass, own]) => ({ raterClass, raters: own.length }))
    .sort((a, b) => ((a.raterClass ?? '~') < (b.raterClass ?? '~') ? -1 : 1))
}

function raterUnitsOf(snapshot: Snapshot, sheets: readonly Sheet[], unitOf: ReadonlyMap<number, number>) {
  const { codes } = snapshot.tables.ratings.columns.rater_unit_id
  const known = new Set<number>()
  const other = new Set<number>()
  for (const { rater, cadre, row } of sheets) {
    const unit = codes[row] as number
    if (unit < 0) continue
    known.add(rater)
    if (unit !== unitOf.get(cadre)) other.add(rater)
  }
  return { known: known.size, other: other.size }
}

/** Fewer raters on a scale, and bars would show their ballots. */
const leastShown = 5

function scalesOf(snapshot: Snapshot, sheets: readonly Sheet[]): SurveyPaper['scales'] {
  const { scale_max } = snapshot.tables.ratings.columns
  const scales = Map.groupBy(sheets, ({ row }) => scale_max.values[row] as number)
  return [...scales]
    .sort(([a], [b]) => a - b)
    .map(([max, own]) => {
      const bars = new Array<number>(10).fill(0)
      for (const { sum, items } of own) {
        // A score of exactly 80 of 100 belongs to the bar that ends at 80.
        const tenth = Math.min(9, Math.max(0, Math.ceil((10 * sum) / items - 1e-9) - 1))
        bars[tenth] = (bars[tenth] as number) + 1
      }
      const isShown = new Set(own.map(({ rater }) => rater)).size >= leastShown
      return { max, ballots: own.length, bars: isShown ? bars : undefined }
    })
}

function groupsOf(cadres: Iterable<number>, groupOf: Int32Array): SurveyPaper['groups'] {
  const groups = Map.groupBy(
    [...cadres].filter((cadre) => (groupOf[cadre] as number) >= 0),
    (cadre) => groupOf[cadre] as number,
  )
  return [...groups]
    .map(([group, own]) => ({ id: `G${group + 1}`, cadres: own.length }))
    .sort((a, b) => b.cadres - a.cadres || (a.id < b.id ? -1 : 1))
}
