/** 三责联审: whose joint audit is due by when, in the post and on leaving it. People adopt the plan; this only lists. */
import { addMonths, type DateCode, earliest, formatDate, latest } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { Citation } from '#domain/finding.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { DueState } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import {
  type BoundRule,
  bearsOn,
  type CadreFacts,
  citationOf,
  dueDayOf,
  type Facts,
  type RuleBook,
  type SeatFacts,
} from '#policy/index.ts'
import { stateOf } from '../rotation/duties.ts'
import { type Principal, principalsIn } from './register.ts'
import { type PrincipalSettings, principalSettings } from './settings.ts'

/** `in-post`: so many years in one post. `left`: the post was left. `leaving`: an open case would end it. */
export type AuditTrigger = Identifier<'auditTrigger'>

export interface AuditDue {
  readonly cadreId: string
  readonly positionId: string
  readonly seat: SeatFacts
  readonly trigger: AuditTrigger
  readonly rule: string
  readonly basis: Citation
  readonly since: DateCode
  /** Undefined where it has to be done before the person leaves. */
  readonly dueOn: DateCode | undefined
  readonly state: DueState
  /** The last joint audit of the person or the unit on record. */
  readonly lastOn: DateCode | undefined
  readonly reason: Text
}

const inPostRule = 'SANZE-TRIGGER'
const leavingRule = 'SANZE-LEAVING'

export interface AuditQuestion {
  readonly facts: Facts
  readonly book: RuleBook
  /** Principals who are candidates for another post in an open case. */
  readonly leaving?: ReadonlySet<string>
}

/**
 * Joint audits that are due or will be, by due day; those before leaving first.
 * @example auditsDue({ facts, book })[0]?.trigger // 'in-post'
 */
export function auditsDue({ facts, book, leaving = new Set() }: AuditQuestion): readonly AuditDue[] {
  const { asOf } = facts.snapshot
  const rule = book.inForce('supervision', asOf).find((one) => one.rule.id === inPostRule)
  if (!rule) return []
  const ground: Ground = { facts, book, rule, asOf, audits: auditDays(facts), settings: principalSettings(book, asOf) }
  const now = principalsIn(facts).flatMap((principal) => [
    ...(leaving.has(principal.cadre.id) ? leavingAudit(ground, principal) : []),
    ...inPostAudit(ground, principal),
  ])
  const all = [...now, ...leftAudits(ground)]
  return all.sort((a, b) => (a.dueOn ?? 0) - (b.dueOn ?? 0) || (a.cadreId < b.cadreId ? -1 : 1))
}

/** What a matter that attends to it names as its origin. */
export const auditSource = ({
  cadreId,
  positionId,
  trigger,
}: Pick<AuditDue, 'cadreId' | 'positionId' | 'trigger'>): string => `audits/${cadreId}/${positionId}/${trigger}`
interface Ground {
  readonly facts: Facts
  readonly book: RuleBook
  readonly rule: BoundRule
  readonly asOf: DateCode
  readonly audits: AuditDays
  readonly settings: PrincipalSettings
}

function inPostAudit({ facts, rule, asOf, audits }: Ground, { cadre, seat, since, isMain }: Principal): AuditDue[] {
  const duty = isMain ? dueDayOf(rule, facts, cadre, seat) : undefined
  const lastOn = audits.last(cadre.id, seat.unit)
  if (!duty || (lastOn !== undefined && earliest(lastOn) >= earliest(since))) return []
  const { finding, dueOn } = duty
  return [
    {
      cadreId: cadre.id,
      positionId: seat.position,
      seat,
      trigger: 'in-post',
      rule: finding.rule,
      basis: finding.basis,
      since,
      dueOn,
      state: stateOf(dueOn, asOf),
      lastOn,
      reason: finding.reasons[0] ?? finding.basis.title,
    },
  ]
}

function leavingAudit({ facts, book, rule, asOf, audits, settings }: Ground, principal: Principal): AuditDue[] {
  const { cadre, seat, since } = principal
  const lastOn = audits.last(cadre.id, seat.unit)
  const isFresh = lastOn !== undefined && lastOn >= addMonths(asOf, -settings.leavingFreshMonths)
  if (isFresh || !bearsOn(rule, facts, cadre, seat)) return []
  const due = { cadreId: cadre.id, positionId: seat.position, seat, since, lastOn, dueOn: undefined }
  const basis = citationOf(book, leavingRule)
  return [{ ...due, trigger: 'leaving', rule: leavingRule, basis, state: 'due-within-year', reason: leavingReason }]
}

const leavingReason: Text = {
  zh: '正在选任程序中拟任其他职务，离任应当联审',
  en: 'a candidate for another post in an open case; a joint audit is due on leaving',
}

const leftReason: Text = {
  zh: '{to}离任，离任前{fresh}个月以来没有联审记录，应当离任联审',
  en: 'left on {to}; no joint audit since {fresh} months before: one is due on leaving',
}

const holdingKinds: readonly string[] = ['appointed', 'concurrent']

/** Principal posts that were left within the time that the place looks back on, and no audit near their end. */
function leftAudits(ground: Ground): AuditDue[] {
  const { facts, asOf, settings } = ground
  const from = addMonths(asOf, -settings.leavingMonths)
  const found: AuditDue[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    const held = cadre.stretches.filter(({ kind }) => holdingKinds.includes(kind))
    for (const { seat, role, to, from: begun } of held) {
      if (!seat || !seat.leading || role !== 'principal' || to === 0 || to < from || latest(to) > asOf) continue
      const goesOn = held.some((other) => other.seat === seat && (other.to === 0 || other.to > to))
      if (!goesOn) found.push(...leftAudit(ground, { cadre, seat, since: begun, to }))
    }
  }
  return found
}

interface Left {
  readonly cadre: CadreFacts
  readonly seat: SeatFacts
  readonly since: DateCode
  readonly to: DateCode
}

function leftAudit(
  { facts, book, rule, asOf, audits, settings }: Ground,
  { cadre, seat, since, to }: Left,
): AuditDue[] {
  const first = addMonths(to, -settings.leavingFreshMonths)
  const dueOn = addMonths(to, settings.leavingDueMonths)
  if (audits.within(cadre.id, seat.unit, first, dueOn) || !bearsOn(rule, facts, cadre, seat)) return []
  return [
    {
      cadreId: cadre.id,
      positionId: seat.position,
      seat,
      trigger: 'left',
      rule: leavingRule,
      basis: citationOf(book, leavingRule),
      since,
      dueOn,
      state: stateOf(dueOn, asOf),
      lastOn: audits.last(cadre.id, seat.unit),
      reason: fill(leftReason, { to: formatDate(to, '.'), fresh: settings.leavingFreshMonths }),
    },
  ]
}

interface AuditDays {
  last(cadreId: string, unitId: string): DateCode | undefined
  /** Of the person at any time, or of the unit by the day given. */
  within(cadreId: string, unitId: string, from: DateCode, unitTo: DateCode): boolean
}

/** Days of joint audits on record: of people, and of units where no person is named. */
function auditDays({ snapshot }: Facts): AuditDays {
  const { columns, length } = snapshot.tables.supervision
  const days = new Map<string, DateCode[]>()
  for (let row = 0; row < length; row += 1) {
    const on = dateAt(columns.on, row)
    if (textAt(columns.kind, row) !== 'triple-audit' || on === undefined) continue
    const cadre = textAt(columns.cadre_id, row)
    const key = cadre === undefined ? `unit/${textAt(columns.unit_id, row)}` : `cadre/${cadre}`
    days.set(key, [...(days.get(key) ?? []), on])
  }
  const of = (key: string): readonly DateCode[] => days.get(key) ?? []
  return {
    last(cadreId, unitId) {
      const all = [...of(`cadre/${cadreId}`), ...of(`unit/${unitId}`)]
      return all.length === 0 ? undefined : Math.max(...all)
    },
    within: (cadreId, unitId, from, unitTo) =>
      of(`cadre/${cadreId}`).some((on) => on >= from) || of(`unit/${unitId}`).some((on) => on >= from && on <= unitTo),
  }
}
