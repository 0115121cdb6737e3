import { formatDate } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { statementsOf } from '../statements.ts'
import type { Unit } from '../structure/shape.ts'
import type { World } from '../world.ts'
import { row } from './row.ts'

const sourceKinds: Partial<Record<string, (unit: Unit) => boolean>> = {
  discipline: (unit) => unit.kind === 'discipline',
  audit: (unit) => unit.name.endsWith('审计局'),
  'petition-office': (unit) => unit.name.endsWith('信访局'),
}

export function* statements(world: World): Iterator<Row> {
  const { units } = world.structure
  const found = new Map<string, string | undefined>()
  const sourceOf = (channel: string, unit: Unit): string | undefined => {
    const key = `${channel} ${unit.area.code}`
    if (!found.has(key)) {
      const fits = sourceKinds[channel]
      const local = fits && units.find((each) => each.area === unit.area && fits(each))
      found.set(key, fits ? (local ?? units.find(fits))?.id : world.structure.authority(unit.area, 1).id)
    }
    return found.get(key)
  }
  for (const each of statementsOf(world)) {
    yield row('statements', {
      statement_id: each.id,
      cadre_id: each.cadre.id,
      source_unit_id: each.channel === 'declaration' ? undefined : sourceOf(each.channel, each.cadre.person.unit),
      channel: each.channel,
      observed_on: each.observedOn === undefined ? undefined : formatDate(each.observedOn),
      recorded_on: formatDate(each.recordedOn),
      aspect: each.aspect,
      tone: each.tone,
      event: each.event,
      text: each.text,
      field: each.field,
      value: each.value,
      copies: each.saysSo ? each.repeats : undefined,
    })
  }
}
