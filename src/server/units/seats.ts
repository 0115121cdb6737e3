/** Seats with who is in them: of one unit, and the library of posts of the whole place. */
import type { Ground } from '#appoint/index.ts'
import { titleOfStage } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { dateAt } from '#domain/columns.ts'
import type { SeatFacts } from '#policy/index.ts'
import type { VacancyRecord } from '#records/queries/index.ts'
import type { OpenedCase } from '../cases/case-desk.ts'
import type { SeatState, SeatsPage, SeatsQuery, UnitSeat } from '../contract/index.ts'
import { presentSeat } from '../presenters/vacancy-list.ts'
import { isAmong, isUnder, namesMatch } from './choose.ts'
import { type Establishment, overOf, type UnitOnBoard } from './establishment.ts'
import { type Incumbent, incumbentsOf } from './incumbents.ts'

/** What stands beside the facts: announced vacancies by seat, and the cases that are open on them. */
export interface SeatNews {
  readonly vacancies: ReadonlyMap<string, VacancyRecord>
  readonly cases: ReadonlyMap<string, OpenedCase>
}

export function newsOf(vacancies: readonly VacancyRecord[], cases: readonly OpenedCase[]): SeatNews {
  const onSeats = cases.flatMap((one): [string, OpenedCase][] => {
    const { target } = one.selection.opening
    return target.kind === 'seat' ? [[target.positionId, one]] : []
  })
  return { vacancies: new Map(vacancies.map((vacancy) => [vacancy.position_id, vacancy])), cases: new Map(onSeats) }
}

/** @example unit.seats.map(seatPresenter(ground, news, unit)) */
export function seatPresenter({ facts, snapshot }: Ground, news: SeatNews, unit: UnitOnBoard) {
  const people = incumbentsOf(facts)
  const over = new Set(unit.quotas.filter((team) => overOf(team) > 0).flatMap(({ seats }) => seats))
  const { open_from } = snapshot.tables.positions.columns
  return (seat: SeatFacts): UnitSeat => {
    const openFrom = dateAt(open_from, seat.index)
    return {
      positionId: seat.position,
      unitId: seat.unit,
      unitName: seat.unitName,
      title: seat.title,
      postLevel: seat.level,
      role: seat.role,
      leading: seat.leading,
      takesQuota: seat.quota !== undefined,
      overQuota: over.has(seat),
      openFrom: openFrom === undefined ? null : formatDate(openFrom),
      incumbents: (people.get(seat.position) ?? []).map(presentIncumbent),
      vacancy: presentVacancy(seat, news, snapshot.asOf),
    }
  }
}

const presentIncumbent = (one: Incumbent): UnitSeat['incumbents'][number] => ({
  cadreId: one.cadreId,
  name: one.name,
  kind: one.kind,
  since: formatDate(one.since),
  years: Math.floor((10 * one.months) / 12) / 10,
  age: one.age ?? null,
  leaving: one.leaving,
  mainPost: one.mainPost ?? null,
  secondedTo: one.secondedTo ?? null,
})

function presentVacancy({ position }: SeatFacts, { vacancies, cases }: SeatNews, asOf: number): UnitSeat['vacancy'] {
  const vacancy = vacancies.get(position)
  if (!vacancy) return null
  const { from, daysOpen } = presentSeat(vacancy, asOf)
  const open = cases.get(position)
  const step = open ? titleOfStage(open.selection.opening.kind, open.selection.stage) : null
  return { from, daysOpen, listed: vacancy.listed, step, caseId: open?.caseId ?? null }
}

const isInState: Readonly<Record<SeatState, (seat: UnitSeat) => boolean>> = {
  filled: (seat) => isHeld(seat),
  vacant: (seat) => !isHeld(seat),
  concurrent: ({ incumbents }) => incumbents.some(({ kind }) => kind === 'concurrent'),
  acting: ({ incumbents }) => incumbents.some(({ kind }) => kind === 'acting'),
  seconded: ({ incumbents }) => incumbents.some(({ kind, secondedTo }) => kind === 'seconded' || secondedTo !== null),
  over: ({ overQuota }) => overQuota,
  'to-fill': ({ vacancy }) => vacancy !== null,
}

/** Acting and seconded people hold no seat. */
const isHeld = ({ incumbents }: UnitSeat): boolean =>
  incumbents.some(({ kind }) => kind === 'appointed' || kind === 'concurrent')

export function seatsPage(ground: Ground, establishment: Establishment, news: SeatNews, query: SeatsQuery): SeatsPage {
  const under = isUnder(query.under)
  const matches = namesMatch(query.q)
  const { state, role, level, all, unit: only, offset, limit } = query
  const chosen = establishment.units
    .filter((unit) => unit.abolishedOn === undefined && under(unit) && (only === undefined || unit.unitId === only))
    .flatMap((unit) => {
      const isWhole = matches(unit)
      const seats = unit.seats.filter(
        (seat) =>
          (all === 'true' || seat.leading) &&
          isAmong(role, seat.role) &&
          isAmong(level, seat.level) &&
          (isWhole || matches({ name: `${unit.name}${seat.title}`, reading: '' })),
      )
      return seats.map(seatPresenter(ground, news, unit))
    })
    .filter((seat) => state === undefined || isInState[state](seat))
  return {
    asOf: formatDate(ground.snapshot.asOf),
    total: chosen.length,
    offset,
    rows: chosen.slice(offset, offset + limit),
  }
}
