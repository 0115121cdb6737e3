import { addMonths, type DateCode, formatDate, latest, monthOf, yearOf } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Citation } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { RotationDuty } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import { citationOf, retirementCalendar } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import { serving } from './ages.ts'
import { timingRule, timingSettings } from './settings.ts'

/** 到龄退休、提任年龄、任期届满与交流到期 */
export const limitKinds = ['retirement', 'promotion-age', 'duty'] as const
export type LimitKind = (typeof limitKinds)[number]

/** Somebody passes an age or a term. Listed for planning; nothing follows from it. */
export interface Limit {
  readonly cadreId: string
  readonly kind: LimitKind
  readonly on: DateCode
  /** The month of it, `2027-03`; `passed` where it has surely come. */
  readonly month: string
  /** The seat of a duty. */
  readonly positionId: string | undefined
  readonly rule: string
  readonly basis: Citation
  readonly says: Text
}

/** @example monthOfLimit(20270315, 20261122) // '2027-03' */
export const monthOfLimit = (on: DateCode, asOf: DateCode): string =>
  latest(on) < asOf ? 'passed' : formatDate(yearOf(on) * 10000 + monthOf(on) * 100)

/**
 * Who passes an age or a term within the months that the place looks ahead, earliest first; retirement months and duties
 * that have passed come before. `duties` are those of rotation and term.
 * @example limitsAhead(ground, rotation).filter(({ kind }) => kind === 'retirement')
 */
export function limitsAhead(ground: Ground, duties: readonly RotationDuty[]): Limit[] {
  const { book, snapshot, facts } = ground
  const { asOf } = snapshot
  const until = addMonths(asOf, timingSettings(book, asOf).limitMonths)
  const of = (limit: Omit<Limit, 'month'>): Limit[] =>
    limit.on > until ? [] : [{ ...limit, month: monthOfLimit(limit.on, asOf) }]
  const people = serving(ground)
  const present = new Set(people.map((row) => facts.cadre(row).id))
  return [
    ...people.flatMap((row) => [...retirementOf(ground, row), ...promotionAgeOf(ground, row)].flatMap(of)),
    ...duties
      .filter(({ cadreId }) => present.has(cadreId))
      .flatMap(({ cadreId, positionId, rule, basis, dueOn, reason }) =>
        of({ cadreId, kind: 'duty', on: dueOn, positionId, rule, basis, says: reason }),
      ),
  ].sort((a, b) => latest(a.on) - latest(b.on) || (a.cadreId < b.cadreId ? -1 : a.cadreId > b.cadreId ? 1 : 0))
}

function retirementOf({ book, snapshot, facts }: Ground, row: number): Omit<Limit, 'month'>[] {
  const { id, bornOn } = facts.cadre(row)
  const { sex } = snapshot.tables.cadres.columns
  const found = retirementCalendar(book, snapshot.asOf)?.({ bornOn, sex: textAt(sex, row) })
  if (found === undefined || !('month' in found)) return []
  const says = fill(retires, { month: formatDate(found.month) })
  const basis = citationOf(book, 'RETIRE-GRADUAL')
  return [
    { cadreId: id, kind: 'retirement', on: found.month, positionId: undefined, rule: 'RETIRE-GRADUAL', basis, says },
  ]
}

/** The day on which the age is reached; those past it are not told again. */
function promotionAgeOf({ book, snapshot, facts }: Ground, row: number): Omit<Limit, 'month'>[] {
  const { id, bornOn, level = 'none' } = facts.cadre(row)
  const age = timingSettings(book, snapshot.asOf).promotionAge(level)
  if (age === undefined || bornOn === undefined) return []
  const on = addMonths(bornOn, 12 * age)
  if (latest(on) < snapshot.asOf) return []
  const says = fill(reaches, { age, level: labelOf('postLevel', level) })
  const basis = citationOf(book, timingRule)
  return [{ cadreId: id, kind: 'promotion-age', on, positionId: undefined, rule: timingRule, basis, says }]
}

export interface TeamAhead {
  readonly unitId: string
  readonly unitName: string
  readonly members: number
  /** Different members who retire or whose term or rotation is due, within 12, 24, 36 months. */
  readonly leaving: readonly number[]
  readonly unknown: number
}

const spans = [12, 24, 36] as const

/** How many members of each team leave when; teams whom more leave within three years come first. */
export function teamsAhead(ground: Ground, limits: readonly Limit[]): TeamAhead[] {
  const { facts, snapshot } = ground
  const leaves = Map.groupBy(
    limits.filter(({ kind }) => kind !== 'promotion-age'),
    ({ cadreId }) => cadreId,
  )
  return teamsOnBoard(ground)
    .map((team): TeamAhead => {
      const rows = [...new Set(team.occupants.values())]
      const first = rows.map((row) => leaves.get(facts.cadre(row).id)?.[0]?.on ?? Number.POSITIVE_INFINITY)
      return {
        unitId: team.unitId,
        unitName: team.unitName,
        members: rows.length,
        leaving: spans.map((months) => first.filter((on) => on <= addMonths(snapshot.asOf, months)).length),
        unknown: rows.filter((row) => facts.cadre(row).bornOn === undefined).length,
      }
    })
    .sort((a, b) => (b.leaving[2] ?? 0) - (a.leaving[2] ?? 0) || (a.unitId < b.unitId ? -1 : 1))
}

const retires: Text = {
  zh: '按渐进式延迟退休推算为 {month}，仅供测算',
  en: 'Retires in {month} under the gradual raise; for planning only',
}
const reaches: Text = {
  zh: '满 {age} 岁：{level}一般不再提任的年龄（本地口径）',
  en: 'Reaches {age}, past which {level} is as a rule not promoted here',
}
