/** Ratings of lecturers by students in the size and shape of lme4's InstEval, invented from a seed, or InstEval itself. */
import { join } from 'node:path'
import { Random } from '../src/county/random.ts'
import { readColumns } from '../src/exchange/index.ts'
import { agree } from './benchmark.ts'

export interface Ratings {
  readonly origin: string
  /** Codes from 0. */
  readonly raters: Int32Array
  readonly rated: Int32Array
  readonly raterCount: number
  readonly ratedCount: number
  readonly scores: Float64Array
}

const raterCount = 2_972
const ratedCount = 1_128
const rowCount = 73_421
const departments = 14
/** Standard deviations that lme4 finds in InstEval: of students, of lecturers, of the residual. */
const spread = { rater: 0.33, rated: 0.52, residual: 1.18 }

/** Each student rates 24 or 25 lecturers, most of them of one department, with 1 to 5 points. */
export function inventRatings(): Ratings {
  const random = new Random(20261122, 'bench', 'reml')
  const severity = Float64Array.from({ length: raterCount }, () => spread.rater * random.normal())
  const quality = Float64Array.from({ length: ratedCount }, () => spread.rated * random.normal())
  const raters = new Int32Array(rowCount)
  const rated = new Int32Array(rowCount)
  const scores = new Float64Array(rowCount)
  const more = rowCount - Math.floor(rowCount / raterCount) * raterCount
  let row = 0
  for (let rater = 0; rater < raterCount; rater += 1) {
    const home = random.below(departments)
    const met = new Set<number>()
    const wanted = Math.floor(rowCount / raterCount) + (rater < more ? 1 : 0)
    while (met.size < wanted) {
      const lecturer = random.below(ratedCount)
      if (lecturer % departments === home || random.chance(0.03)) met.add(lecturer)
    }
    for (const lecturer of met) {
      const points = 3.2 + (severity[rater] ?? 0) + (quality[lecturer] ?? 0) + spread.residual * random.normal()
      raters[row] = rater
      rated[row] = lecturer
      scores[row] = Math.max(1, Math.min(5, Math.round(points)))
      row += 1
    }
  }
  agree(row === rowCount && new Set(rated).size === ratedCount, 'the invented ratings have another size than InstEval')
  return { origin: 'invented ratings in the size of InstEval', raters, rated, raterCount, ratedCount, scores }
}

/** InstEval from a folder of reference data that holds `measurement/insteval.csv.gz`. */
export async function readInstEval(folder: string): Promise<Ratings> {
  const { columns } = await readColumns(join(folder, 'measurement', 'insteval.csv.gz'), ['s', 'd', 'y'])
  const coded = (name: string) => {
    const codeOf = new Map<string, number>()
    const codes = Int32Array.from(columns.get(name) ?? [], (label) => {
      const code = codeOf.get(label) ?? codeOf.size
      codeOf.set(label, code)
      return code
    })
    return { codes, count: codeOf.size }
  }
  const s = coded('s')
  const d = coded('d')
  return {
    origin: 'InstEval',
    raters: s.codes,
    rated: d.codes,
    raterCount: s.count,
    ratedCount: d.count,
    scores: Float64Array.from(columns.get('y') ?? [], Number),
  }
}
