/** One unit on one page: what it is, its seats, quotas, what is coming free, its history. */
import { type Ground, type Limit, teamsOnBoard } from '#appoint/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import type { UnitVersion } from '#records/queries/index.ts'
import type { UnitDetail } from '../contract/index.ts'
import { term, termOrNull } from '../presenters/term.ts'
import { comingIn } from './coming.ts'
import type { Establishment, UnitOnBoard } from './establishment.ts'
import { historyOf } from './history.ts'
import { unitRow, unitsBelow } from './present-units.ts'
import { quotaLine } from './quotas.ts'
import { type SeatNews, seatPresenter } from './seats.ts'

export interface UnitParts {
  readonly ground: Ground
  readonly establishment: Establishment
  readonly unit: UnitOnBoard
  readonly news: SeatNews
  readonly limits: readonly Limit[]
  readonly versions: readonly UnitVersion[]
  readonly standing: { readonly people: number; readonly compared: boolean }
}

export function presentUnit(parts: UnitParts): UnitDetail {
  const { ground, establishment, unit, news, limits, versions, standing } = parts
  const { facts, snapshot } = ground
  const { columns } = snapshot.tables.units
  const nameOf = (unitId: string): string => establishment.byId.get(unitId)?.name ?? unitId
  const { unitId, row } = unit
  return {
    asOf: formatDate(snapshot.asOf),
    unitId,
    name: unit.name,
    kind: term('unitKind', unit.kind),
    level: term('unitLevel', unit.level),
    sector: termOrNull('sector', unit.sector ?? null),
    hardship: booleanAt(columns.hardship, row) ?? null,
    growthFront: booleanAt(columns.growth_front, row) ?? null,
    foundedOn: dateOf(unit.foundedOn),
    abolishedOn: dateOf(unit.abolishedOn),
    above: unit.above.map((one) => ({ unitId: one, name: nameOf(one) })),
    below: unitsBelow(establishment, unitId).map((one) => ({ ...unitRow(facts, establishment, one), all: one.all })),
    own: unit.own,
    all: unit.all,
    hasTeam: teamsOnBoard(ground).some((team) => team.unitId === unitId),
    hasCondition: standing.compared,
    staffQuota: unit.staffQuota ?? null,
    people: standing.people,
    terms: unit.terms.map(({ name, from, to }) => ({ name, from: dateOf(from), to: dateOf(to) })),
    quotas: unit.quotas.map((team) => quotaLine(unit, team)),
    seats: unit.seats.map(seatPresenter(ground, news, unit)),
    coming: comingIn(ground, unit, limits),
    history: historyOf(versions, nameOf),
  }
}

const dateOf = (date: number | undefined): string | null => (date === undefined ? null : formatDate(date))
