import { textAt } from '#domain/columns.ts'
import type { CadreEstimate, UnitEstimate, WorkingPaper } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import { sittingsOf } from '../signs/sittings.ts'
import { checksOf } from './checks.ts'
import { conditionsOn, trendsOf } from './condition.ts'
import { type ConditionPaper, conditionPaper } from './condition-paper.ts'
import { teamsOf } from './members.ts'
import type { Ground } from './parts.ts'
import { seatsOf } from './seats.ts'
import { teamSettings } from './settings.ts'
import { unitResults } from './unit-results.ts'

export interface TeamConditions {
  readonly estimates: readonly UnitEstimate[]
  /** Kind `condition`, subject the unit. */
  readonly papers: readonly WorkingPaper[]
}

/**
 * The running condition (运行质态) of every leadership team against comparable ones, as measure `condition`.
 * @param ratings calibrated ratings of cadres; the measure `rating` is read
 * @example teamConditions(snapshot, book, ratings).estimates[0]?.estimate // { separable: true, value: 0.42, … }
 */
export function teamConditions(snapshot: Snapshot, book: RuleBook, ratings: readonly CadreEstimate[]): TeamConditions {
  const { cadres, units } = snapshot.tables
  const rowOf = new Map(
    Array.from({ length: cadres.length }, (_, row) => [textAt(cadres.columns.cadre_id, row) ?? '', row]),
  )
  const ground: Ground = {
    snapshot,
    settings: teamSettings(book, snapshot.asOf),
    teams: teamsOf(snapshot),
    seats: seatsOf(snapshot),
    results: unitResults(snapshot),
    checks: checksOf(snapshot),
    sittings: sittingsOf(snapshot),
    ratings: new Map(
      ratings.filter(({ measure }) => measure === 'rating').map((one) => [rowOf.get(one.cadreId) ?? -1, one]),
    ),
  }
  const sizes = Map.groupBy(ground.teams, ({ group }) => group)
  const trends = trendsOf(ground, snapshot.asOf)
  const conditions = conditionsOn(ground, snapshot.asOf)
  return {
    estimates: conditions.map(({ team, estimate }) => ({
      unitId: textAt(units.columns.unit_id, team.unit) ?? '',
      measure: 'condition',
      estimate,
    })),
    papers: conditions.map((condition): WorkingPaper => {
      const { team } = condition
      const trend = trends.get(team.unit) ?? { points: [], change: undefined }
      const size = sizes.get(team.group)?.length ?? 1
      const body: ConditionPaper = conditionPaper(ground, condition, trend, size, snapshot.asOf)
      return { kind: 'condition', subject: body.unitId, body }
    }),
  }
}
