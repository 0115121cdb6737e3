import { formatDate } from '#domain/calendar.ts'
import type { WorkList } from '#domain/results.ts'
import { exchangePlan, peopleDue } from './exchange-plan.ts'
import { exchangeSettings } from './settings.ts'
import { type WaveGround, waveAhead, waveCounts } from './wave.ts'

/** The result tables of rotation beside `rotation.csv`. */
export function rotationTables(ground: WaveGround): readonly WorkList[] {
  const { asOf } = ground.facts.snapshot
  const settings = exchangeSettings(ground.book, asOf)
  return [
    {
      name: 'rotation-wave',
      columns: ['quarter', 'unit_id', 'kind', 'count'],
      rows: waveCounts(waveAhead(ground)).map(({ quarter, unitId, kind, count }) => [quarter, unitId, kind, count]),
    },
    {
      name: 'exchange-plan',
      columns: ['cadre_id', 'position_id', 'unit_id', 'due_on', 'year', 'state'],
      rows: exchangePlan(peopleDue(ground, settings), settings, asOf).map((one) => [
        one.cadreId,
        one.positionId,
        one.unitId,
        formatDate(one.dueOn),
        one.year ?? null,
        one.state,
      ]),
    },
  ]
}
