import { addDays, addMonths, type DateCode, yearOf } from '#domain/calendar.ts'
import { Random } from '../../random.ts'
import type { Cadre } from '../../world.ts'
import type { TrialWorld } from '../world.ts'
import type { Event, Severity, Signal, Watch } from './events.ts'

type Maker = (cadre: Cadre, on: DateCode, random: Random, asOf: DateCode) => Watch

const signal = (
  cadre: Cadre,
  kind: string,
  raisedOn: DateCode,
  severity: Severity | '',
  lookAlike = false,
): Signal => ({
  cadre,
  kind,
  raisedOn,
  severity,
  lookAlike,
})
const grave = (random: Random): Severity => (random.chance(0.3) ? 'serious' : 'moderate')

const made = (cadre: Cadre, events: readonly Omit<Event, 'cadre' | 'unit'>[], signals: readonly Signal[]): Watch => ({
  events: events.map((event) => ({ ...event, cadre, unit: cadre.person.unit })),
  signals,
})

/** What may befall a person, with its weight; the first five are signs, the others are not. */
const makers: readonly (readonly [Maker, number])[] = [
  [verifiedPetition, 12],
  [twoPetitions, 7],
  [auditFinding, 12],
  [overdueRectification, 12],
  [falseDeclaration, 12],
  [slander, 16],
  [closedFinding, 16],
  [notYetDue, 8],
  [cleanCheck, 25],
  [routineTalk, 40],
]

function verifiedPetition(cadre: Cadre, on: DateCode, random: Random): Watch {
  const severity = grave(random)
  const event = {
    kind: 'petition',
    on,
    severity,
    finding: '反映违规安排亲属承揽绿化工程，经核属实',
    verified: true,
  } as const
  return made(cadre, [event], [signal(cadre, 'petition', on, severity)])
}

function twoPetitions(cadre: Cadre, on: DateCode, random: Random): Watch {
  const again = addMonths(on, random.between(2, 7))
  const event = { kind: 'petition', severity: 'minor', finding: '反映接访时推诿，经核属实', verified: true } as const
  const events = [on, again].map((day) => ({ ...event, on: day }))
  // The first by itself may be raised, as minor.
  const first = { ...signal(cadre, 'petition', on, 'minor'), lookAlike: undefined }
  return made(cadre, events, [first, signal(cadre, 'petition', again, 'moderate')])
}

function auditFinding(cadre: Cadre, on: DateCode, random: Random, asOf: DateCode): Watch {
  const severity = grave(random)
  const dueOn = addMonths(on, 6)
  const event = {
    kind: 'audit',
    on,
    severity,
    finding: '任期内违规出借财政资金尚未收回',
    dueOn,
    verified: true,
  } as const
  const overdue = addDays(dueOn, 1)
  const signals = [signal(cadre, 'audit', on, severity)]
  if (overdue <= asOf) signals.push(signal(cadre, 'rectification', overdue, severity))
  return made(cadre, [event], signals)
}

function overdueRectification(cadre: Cadre, on: DateCode, random: Random, asOf: DateCode): Watch {
  const dueOn = addMonths(on, 2)
  const kind = random.chance(0.5) ? 'inspection' : 'triple-audit'
  const event = { kind, on, severity: 'minor', finding: '会议纪要缺项，责令补正', dueOn, verified: true } as const
  const overdue = addDays(dueOn, 1)
  return made(cadre, [event], overdue <= asOf ? [signal(cadre, 'rectification', overdue, 'moderate')] : [])
}

function falseDeclaration(cadre: Cadre, on: DateCode, random: Random): Watch {
  const severity = grave(random)
  const finding = '抽查核实，隐瞒不报本人持股情况'
  const event = { kind: 'personal-matters', on, severity, finding, verified: true } as const
  return made(cadre, [event], [signal(cadre, 'declaration', on, severity)])
}

/** Somebody who reforms is written about: several petitions, none of them true. */
function slander(cadre: Cadre, on: DateCode, random: Random): Watch {
  const count = random.between(2, 5)
  const event = {
    kind: 'petition',
    severity: 'none',
    finding: '反映任人唯亲，经核不实，予以澄清',
    verified: false,
  } as const
  const events = Array.from({ length: count }, (_, place) => ({ ...event, on: addMonths(on, place) }))
  return made(cadre, events, [signal(cadre, 'petition', addMonths(on, count - 1), '', true)])
}

function closedFinding(cadre: Cadre, on: DateCode): Watch {
  const event = { kind: 'audit', on, severity: 'minor', finding: '固定资产未及时入账，已补录', verified: true } as const
  const closing = { dueOn: addMonths(on, 3), closedOn: addMonths(on, 1) }
  return made(cadre, [{ ...event, ...closing }], [signal(cadre, 'audit', on, '', true)])
}

function notYetDue(cadre: Cadre, _: DateCode, random: Random, asOf: DateCode): Watch {
  const on = addDays(asOf, -random.between(10, 60))
  const finding = '巡察反馈制度汇编需更新'
  const event = { kind: 'inspection', on, severity: 'minor', finding, dueOn: addMonths(on, 4), verified: true } as const
  return made(cadre, [event], [signal(cadre, 'rectification', on, '', true)])
}

function cleanCheck(cadre: Cadre, on: DateCode): Watch {
  const event = {
    kind: 'personal-matters',
    on,
    severity: 'none',
    finding: '抽查核实，填报一致',
    verified: true,
  } as const
  return made(cadre, [{ ...event, closedOn: on }], [signal(cadre, 'declaration', on, '', true)])
}

function routineTalk(cadre: Cadre, on: DateCode): Watch {
  return made(cadre, [{ kind: 'talk', on, severity: 'none', finding: '任期谈心谈话', closedOn: on }], [])
}

/** One thing at most befalls a person with a post in the last two years or so, so that every sign has one reason. */
export function watchPeople(world: TrialWorld): Watch {
  const found = world.cadres.flatMap((cadre) => {
    const { person } = cadre
    const random = new Random(world.seed, 'trial-watch', person.serial)
    if (
      person.leftOn !== 0 ||
      person.rung === 0 ||
      yearOf(person.enteredOn) > yearOf(world.asOf) - 4 ||
      !random.chance(0.4)
    )
      return []
    const on = addDays(world.asOf, -random.between(70, 800))
    return [random.weighted(makers)(cadre, on, random, world.asOf)]
  })
  return { events: found.flatMap(({ events }) => events), signals: found.flatMap(({ signals }) => signals) }
}
