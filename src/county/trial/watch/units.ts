import { addDays, addMonths, dateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import type { TrialWorld } from '../world.ts'
import type { Event, Severity, Signal, Watch } from './events.ts'

const watchYears = 5

const kinds = [
  ['decision-rule', 0.55, '“三重一大”事项未经集体研究'],
  ['inspection', 0.25, '选人用人程序倒置'],
  ['triple-audit', 0.2, '专项经费挪作他用'],
  ['audit', 0.3, '大额支出缺少审批'],
] as const
const clean = '未发现突出问题'

/** A team that works badly breaks its own rules, is found out, and mends late. */
export function watchUnits(world: TrialWorld): Watch {
  const events: Event[] = []
  for (const unit of world.structure.units) {
    if (!unit.team || unit.abolishedOn !== undefined) continue
    const { condition } = world.units(unit)
    for (let back = watchYears - 1; back >= 0; back -= 1) {
      const year = yearOf(world.asOf) - back
      const random = new Random(world.seed, 'trial-unit-watch', unit.id, year)
      for (const [kind, rate, finding] of kinds) {
        if (!random.chance(rate)) continue
        const event = eventOf({ unit, kind, finding }, year, condition, random, world.asOf)
        if (event.on <= world.asOf) events.push(event)
      }
    }
  }
  return { events, signals: events.flatMap((event) => signalsOf(event, world.asOf)) }
}

function eventOf(
  what: Pick<Event, 'kind' | 'finding'> & { unit: Unit },
  year: number,
  condition: number,
  random: Random,
  asOf: number,
): Event {
  const on = dateCode(year, random.between(1, 12), random.between(1, 28))
  const severity = severityOf(random.normal() - 0.75 * condition - 0.4)
  if (severity === 'none') return { ...what, finding: clean, on, severity, closedOn: on, verified: true }
  const dueOn = addMonths(on, 3)
  const mends = random.chance(1 / (1 + Math.exp(-1.8 - 1.2 * condition)))
  const closing = addMonths(on, random.between(1, 2))
  const closed = mends && closing <= asOf ? { closedOn: closing } : {}
  return { ...what, on, severity, dueOn, ...closed, verified: true }
}

const severityOf = (fault: number): Severity =>
  fault < 0.2 ? 'none' : fault < 1.1 ? 'minor' : fault < 1.9 ? 'moderate' : 'serious'

/** What is grave, or open past its day, and not long ago is a sign; what was mended or is old may be one. */
function signalsOf({ unit, kind, on, severity, dueOn, closedOn }: Event, asOf: number): Signal[] {
  const isRecent = on >= addMonths(asOf, -24)
  const signals: Signal[] = []
  if (severity !== 'none') {
    const lookAlike = isRecent && severity === 'serious' ? false : undefined
    signals.push({ unit, kind, raisedOn: on, severity, lookAlike })
  }
  if (dueOn === undefined || closedOn !== undefined || addDays(dueOn, 1) > asOf) return signals
  const overdue = severity === 'minor' ? 'moderate' : severity
  const lookAlike = isRecent ? false : undefined
  return [...signals, { unit, kind: 'rectification', raisedOn: addDays(dueOn, 1), severity: overdue, lookAlike }]
}
