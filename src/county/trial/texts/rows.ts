import { formatDate } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { row } from '../../tables/row.ts'
import type { TrialWorld } from '../world.ts'
import { claims } from './claims.ts'
import { observations } from './observations.ts'
import type { TrialStatement } from './statement.ts'

/** All statements, the same again at every call. */
export function* statementsOf(world: TrialWorld): Iterable<TrialStatement> {
  let count = 0
  const nextId = (): string => {
    count += 1
    return `D${String(count).padStart(7, '0')}`
  }
  yield* claims(world, nextId)
  yield* observations(world, nextId)
}

export function* statements(world: TrialWorld): Iterator<Row> {
  for (const each of statementsOf(world)) {
    const { area } = each.cadre.person.unit
    // Two files of equal standing: one kept by the county, one by the city.
    const office = world.structure.authority(area, each.decidable === false ? 3 : 1)
    yield row('statements', {
      statement_id: each.id,
      cadre_id: each.cadre.id,
      source_unit_id: each.channel === 'declaration' ? undefined : office.id,
      channel: each.channel,
      observed_on: each.observedOn === undefined ? undefined : formatDate(each.observedOn),
      recorded_on: formatDate(each.recordedOn),
      aspect: each.aspect,
      tone: each.tone,
      event: each.event,
      text: each.text,
      field: each.field,
      value: each.value,
      copies: each.copies,
    })
  }
}
