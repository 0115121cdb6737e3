/** What is coming free in a unit: retirements and rotation or term duties of those who hold its seats. */
import type { Ground, Limit } from '#appoint/index.ts'
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { UnitDetail } from '../contract/index.ts'
import { presentBasis, presentText } from '../presenters/evidence.ts'
import type { UnitOnBoard } from './establishment.ts'

const spans = [12, 24, 36] as const

/** `limits` are those ahead of everybody; ages of promotion free no seat and are left out. */
export function comingIn(
  { facts, snapshot }: Ground,
  unit: UnitOnBoard,
  limits: readonly Limit[],
): UnitDetail['coming'] {
  const seats = new Map(
    unit.seats
      .filter(({ leading }) => leading)
      .flatMap((seat) => seat.holders().map(({ cadre }) => [cadre, seat] as const)),
  )
  const ends = spans.map((months) => addMonths(snapshot.asOf, months))
  const rows = limits.flatMap(({ cadreId, kind, on, month, positionId, basis, rule, says }) => {
    const seat = seats.get(cadreId)
    const row = facts.cadreIndex(cadreId)
    if (!seat || row === undefined || kind === 'promotion-age') return []
    const isHere = kind === 'duty' ? positionId === seat.position : facts.cadre(row).post?.position === seat.position
    if (!isHere) return []
    const told = { kind, on: formatDate(on), basis: presentBasis(basis), rule, says: presentText(says) }
    const within = month === 'passed' ? null : withinOf(on, ends)
    return [{ cadreId, name: nameOf(seat, cadreId), positionId: seat.position, title: seat.title, within, ...told }]
  })
  const isBy = (months: number, within: number | null): boolean => within === null || within <= months
  return {
    counts: spans.map(
      (months) => new Set(rows.filter(({ within }) => isBy(months, within)).map(({ cadreId }) => cadreId)).size,
    ),
    rows: rows.filter(({ within }) => isBy(spans[2], within)),
  }
}

const withinOf = (on: DateCode, ends: readonly DateCode[]): number =>
  spans[ends.findIndex((end) => on <= end)] ?? Number.MAX_SAFE_INTEGER

const nameOf = (seat: UnitOnBoard['seats'][number], cadreId: string): string =>
  seat
    .holders()
    .find(({ cadre }) => cadre === cadreId)
    ?.label.zh.replace(`（${seat.title}）`, '') ?? cadreId
