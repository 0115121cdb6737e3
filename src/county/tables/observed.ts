import { addMonths, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
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

type Kind = Identifier<'supervisionKind'>
const findings: Readonly<Record<Kind, readonly string[]>> = {
  'triple-audit': ['选人用人、机构编制、经济责任联审：个别事项程序不完整', '三责联审未发现突出问题'],
  inspection: ['巡察反馈：落实整改不够及时', '巡察反馈：议事决策记录不完整'],
  petition: ['反映工作作风问题', '反映项目安排不公', '反映办事拖延'],
  'personal-matters': ['随机抽查，填报一致', '漏报一处房产面积'],
  audit: ['经济责任审计：专项资金拨付不及时', '经济责任审计：无重大问题'],
  'decision-rule': ['一把手先行表态', '重大事项未事先酝酿'],
  'work-norm': ['窗口操作规范检查，材料一次告知不到位'],
  talk: ['谈心谈话，交流思想和工作情况'],
}
const ofPeople: readonly (readonly [Kind, number])[] = [
  ['petition', 0.05],
  ['personal-matters', 0.06],
  ['talk', 0.12],
  ['work-norm', 0.02],
]

export function* supervision(world: World): Iterator<Row> {
  let count = 0
  const event = (
    random: Random,
    kind: Kind,
    year: number,
    who: { cadre?: string; unit?: string },
    trouble: number,
  ): Row | undefined => {
    const on = dateCode(year, random.between(1, 12), random.between(1, 28))
    if (on > world.asOf) return undefined
    count += 1
    const draw = random.normal() + trouble
    const severity = kind === 'talk' || draw < 0.4 ? 'none' : draw < 1.3 ? 'minor' : draw < 2.2 ? 'moderate' : 'serious'
    const due = addMonths(on, 3)
    const closed = severity === 'none' ? on : random.chance(0.75) ? addMonths(on, random.between(1, 6)) : undefined
    const isClosed = closed !== undefined && closed <= world.asOf
    return row('supervision', {
      event_id: `E${String(count).padStart(6, '0')}`,
      cadre_id: who.cadre,
      unit_id: who.unit,
      kind,
      on: formatDate(on),
      finding: random.pick(findings[kind]),
      severity,
      due_on: severity === 'none' ? undefined : formatDate(due),
      closed_on: isClosed ? formatDate(closed) : undefined,
      verified: random.chance(0.1) ? undefined : kind !== 'petition' || random.chance(0.45),
    })
  }
  for (let year = yearOf(world.asOf) - 4; year <= yearOf(world.asOf); year += 1) {
    for (const unit of world.structure.units) {
      if (!unit.team || unit.abolishedOn !== undefined) continue
      const random = new Random(world.seed, 'supervision', unit.id, year)
      for (const kind of ['triple-audit', 'inspection', 'audit', 'decision-rule'] as const) {
        const made = random.chance(0.14) ? event(random, kind, year, { unit: unit.id }, 0) : undefined
        if (made) yield made
      }
    }
    for (const { id, person } of world.cadres) {
      if (person.leftOn !== 0 || person.rung === 0) continue
      const random = new Random(world.seed, 'watch', person.serial, year)
      const trouble = -(person.ability.aspects[4] ?? 0)
      for (const [kind, rate] of ofPeople) {
        const isRaised = random.chance(kind === 'petition' ? rate * Math.exp(1.2 * trouble) : rate)
        const made = isRaised ? event(random, kind, year, { cadre: id, unit: person.unit.id }, trouble) : undefined
        if (made) yield made
      }
    }
  }
}
