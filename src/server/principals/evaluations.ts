/** The evaluation of principals: yearly results, and measures against comparable principals, as the last run gave them. */
import type { CadreEstimate } from '#domain/results.ts'
import type { AchievementPaper } from '#identify/index.ts'
import { type Principal, principalsIn, type RankInterval, rankIntervals } from '#manage/index.ts'
import type { Records } from '#records/index.ts'
import { currentEdition, readPaper, readUnitEstimates } from '#records/queries/index.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import type { EvaluationRow, PrincipalDetail } from '../contract/index.ts'
import { presentEstimate, presentStoredEstimate } from '../presenters/evidence.ts'

/** What a run measured of principals. */
export interface Measures {
  readonly asOf: number
  readonly runId: string
  of(principal: Principal): Pick<EvaluationRow, 'rating' | 'contribution' | 'condition'>
}

interface Measured {
  readonly byCadre: ReadonlyMap<string, CadreEstimate>
  readonly ranks: ReadonlyMap<string, RankInterval>
}

const known = new WeakMap<readonly CadreEstimate[], Map<string, Measured>>()

/** Ranks are among principals alone; the comparable group is that of the estimate. */
function measuredOf(estimates: readonly CadreEstimate[], measure: string, principals: ReadonlySet<string>): Measured {
  const byMeasure = known.get(estimates) ?? new Map<string, Measured>()
  known.set(estimates, byMeasure)
  const found = byMeasure.get(measure)
  if (found) return found
  const own = estimates.filter((one) => one.measure === measure && principals.has(one.cadreId))
  const made = { byCadre: new Map(own.map((one) => [one.cadreId, one])), ranks: rankIntervals(own) }
  byMeasure.set(measure, made)
  return made
}

/** Undefined before the first analysis. */
export async function measuresOf(records: Records, board: BoardDesk): Promise<Measures | undefined> {
  const edition = await currentEdition(records.database)
  if (!edition) return undefined
  const [{ ground }, conditions] = await Promise.all([
    board.current(),
    readUnitEstimates(records.database, edition.runId, 'condition'),
  ])
  const people = new Set(principalsIn(ground.facts).map(({ cadre }) => cadre.id))
  const shown = (measure: string, cadreId: string): EvaluationRow['rating'] => {
    const { byCadre, ranks } = measuredOf(ground.estimates, measure, people)
    const found = byCadre.get(cadreId)
    const rank = ranks.get(cadreId)
    if (!found) return null
    return { estimate: presentEstimate(found.estimate), rank: rank ? withoutGroup(rank) : null }
  }
  return {
    asOf: edition.asOf,
    runId: edition.runId,
    of({ cadre, seat }) {
      const condition = conditions.get(seat.unit)
      return {
        rating: shown('rating', cadre.id),
        contribution: shown('contribution', cadre.id),
        condition: condition ? presentStoredEstimate({ ...condition, parts: null }) : null,
      }
    },
  }
}

const withoutGroup = ({ group: _group, ...rank }: RankInterval): Omit<RankInterval, 'group'> => rank

/** Results of the unit in the years in which the person headed it, oldest first: visible ones where there are any. */
export async function resultsUnder(
  records: Records,
  runId: string,
  { cadre, seat }: Principal,
): Promise<PrincipalDetail['results']> {
  const paper = await readPaper<AchievementPaper>(records.database, runId, 'achievement', cadre.id)
  const served = paper?.units.find(({ unitId, isPrincipal }) => unitId === seat.unit && isPrincipal)
  const visible = (served?.years ?? []).filter(({ visibility }) => visibility === 'visible')
  return visible
    .map(({ year, actual, expected, sd }) => ({ year, actual, expected, sd }))
    .sort((a, b) => a.year - b.year)
}
