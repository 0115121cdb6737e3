import { addMonths, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
import type { World } from '../world.ts'
import { row } from './row.ts'

type Kind = Identifier<'supervisionKind'>
type Severity = Identifier<'severity'>

const clean: Readonly<Record<Kind, string>> = {
  'triple-audit': '三责联审未发现突出问题',
  inspection: '巡察未发现突出问题',
  petition: '反映情况经核不实',
  'personal-matters': '抽查核实，填报一致',
  audit: '经济责任审计未发现重大问题',
  'decision-rule': '议事决策程序完整',
  'work-norm': '操作规范执行到位',
  talk: '谈心谈话，交流思想和工作情况',
}
const faults: Readonly<Record<Kind, readonly string[]>> = {
  'triple-audit': ['选人用人个别事项程序不完整', '超职数使用中层干部', '专项资金使用不规范'],
  inspection: ['上轮反馈整改不够及时', '议事决策记录不完整', '基层减负落实不到位'],
  petition: ['反映工作作风简单', '反映项目安排不公', '反映办事拖延'],
  'personal-matters': ['漏报一处房产面积', '漏报配偶投资'],
  audit: ['专项资金拨付不及时', '工程变更审批不全', '往来款长期未清理'],
  'decision-rule': ['一把手先行表态', '重大事项未事先酝酿', '应上会事项个人审批'],
  'work-norm': ['窗口一次告知不到位', '工程验收单签字不全'],
  talk: ['提醒注意工作方法'],
}

const watchYears = 5
const ofUnits = ['triple-audit', 'inspection', 'audit', 'decision-rule'] as const
const rateOfUnits = 0.14
const ofPeople: readonly (readonly [Kind, number])[] = [
  ['petition', 0.05],
  ['personal-matters', 0.06],
  ['talk', 0.12],
  ['work-norm', 0.02],
]

interface Event {
  readonly kind: Kind
  readonly on: number
  readonly unit: string
  readonly cadre?: string
  /** How much is likely to be found: 0 for most, more for people of little probity. */
  readonly trouble: number
  readonly random: Random
}

export function* supervision(world: World): Iterator<Row> {
  let count = 0
  for (let year = yearOf(world.asOf) - watchYears + 1; year <= yearOf(world.asOf); year += 1) {
    for (const event of [...unitEvents(world, year), ...cadreEvents(world, year)]) {
      if (event.on > world.asOf) continue
      count += 1
      yield eventRow(world, `E${String(count).padStart(6, '0')}`, event)
    }
  }
}

const dayOf = (year: number, random: Random): number => dateCode(year, random.between(1, 12), random.between(1, 28))

function* unitEvents(world: World, year: number): Iterable<Event> {
  for (const unit of world.structure.units) {
    if (!unit.team || unit.abolishedOn !== undefined) continue
    const random = new Random(world.seed, 'supervision', unit.id, year)
    for (const kind of ofUnits) {
      if (random.chance(rateOfUnits)) yield { kind, on: dayOf(year, random), unit: unit.id, trouble: 0, random }
    }
  }
}

function* cadreEvents(world: World, year: number): Iterable<Event> {
  for (const { id, person } of world.cadres) {
    if (person.leftOn !== 0 || person.rung === 0) continue
    const random = new Random(world.seed, 'watch', person.serial, year)
    const trouble = -(person.ability.aspects[4] ?? 0)
    for (const [kind, rate] of ofPeople) {
      const isRaised = random.chance(kind === 'petition' ? rate * Math.exp(1.2 * trouble) : rate)
      if (isRaised) yield { kind, on: dayOf(year, random), unit: person.unit.id, cadre: id, trouble, random }
    }
  }
}

function eventRow(world: World, id: string, { kind, on, unit, cadre, trouble, random }: Event): Row {
  const severity = severityOf(random.normal() + trouble - (kind === 'talk' ? 1.5 : 0))
  const isFault = severity !== 'none'
  const closed = !isFault ? on : random.chance(0.75) ? addMonths(on, random.between(1, 6)) : undefined
  const isVerified = kind === 'petition' ? isFault && random.chance(0.7) : true
  return row('supervision', {
    event_id: id,
    cadre_id: cadre,
    unit_id: unit,
    kind,
    on: formatDate(on),
    finding: isFault ? random.pick(faults[kind]) : clean[kind],
    severity,
    due_on: isFault ? formatDate(addMonths(on, 3)) : undefined,
    closed_on: closed !== undefined && closed <= world.asOf ? formatDate(closed) : undefined,
    verified: random.chance(0.1) ? undefined : isVerified,
  })
}

const severityOf = (found: number): Severity =>
  found < 0.4 ? 'none' : found < 1.3 ? 'minor' : found < 2.2 ? 'moderate' : 'serious'
