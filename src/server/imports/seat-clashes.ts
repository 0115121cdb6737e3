/** A seat has one holder at a time and a life of its own: told before the database would refuse it. */
import type { FactChange } from '#domain/import.ts'
import type { Problem } from '#domain/problem.ts'
import { fill, type Text } from '#domain/text.ts'
import { certainDays, isOutsideLife, overlaps, type SeatBook, type SeatHolding } from './difference/seats.ts'

/** Where a change came from, in the words of the clerk. */
export interface Origin {
  readonly name: string
  readonly file: string
  readonly row?: number
}

const words = {
  held: {
    zh: '{name}与{other}在同一时段任「{seat}」（{days}；{others}）。',
    en: '{name} and {other} would hold "{seat}" at the same time ({days}; {others}).',
  },
  outside: {
    zh: '{name}任「{seat}」的时间（{days}）超出岗位的存续期。',
    en: '{name} would hold "{seat}" ({days}) outside the life of the seat.',
  },
  mend: {
    zh: '在对比中把这一段的「岗位」改为保留记录，或先更正两段任职的起止时间。',
    en: 'Keep the record for the seat of this stretch in the difference, or first correct when the two begin and end.',
  },
  now: { zh: '今', en: 'now' },
} satisfies Record<string, Text>

const daysOf = (from: string, to: string | undefined): Text =>
  fill({ zh: '{from}—{to}', en: '{from}—{to}' }, { from, to: to ?? words.now })

/** A problem with the number of the arrival that it came with. */
export interface Clash {
  readonly number: number
  readonly problem: Problem
}

/** Problems of the seats that the changes would fill, against what is recorded and against each other. */
export function seatClashes(
  changes: readonly FactChange[],
  holdings: readonly SeatHolding[],
  book: SeatBook,
  originOf: (number: number) => Origin,
): Clash[] {
  const touched = new Set(
    changes.flatMap(({ table, before }) => (table === 'tenures' ? (before?.tenure_id ?? []) : [])),
  )
  const held = Map.groupBy(
    holdings.filter(({ tenureId }) => !touched.has(tenureId)),
    ({ positionId }) => positionId,
  )
  const clashes: Clash[] = []
  for (const { table, before, after, number } of changes) {
    const positionId = after?.position_id
    const seat = positionId === undefined ? undefined : book.seat(positionId)
    if (table !== 'tenures' || !after || !seat || positionId === undefined) continue
    if (before && sameStretch(before, after)) continue
    const { name, file, row } = originOf(number)
    const { from = '', to, kind, tenure_id: tenureId = '', cadre_id: cadreId = '' } = after
    const title = seat.unitName + seat.title
    const place = { file, ...(row !== undefined && { row }), column: name }
    const clash = (code: string, message: Text): void => {
      clashes.push({ number, problem: { code, ...place, message, mend: words.mend } })
    }
    const days = certainDays(from, to)
    if (isOutsideLife(seat, days))
      clash('outside-seat-life', fill(words.outside, { name, seat: title, days: daysOf(from, to) }))
    if (kind !== 'appointed') continue
    const others = held.get(positionId) ?? []
    const other = others.find((one) => overlaps(certainDays(one.from, one.to), days))
    if (other) {
      const said = {
        name,
        other: other.name,
        seat: title,
        days: daysOf(from, to),
        others: daysOf(other.from, other.to),
      }
      clash('seat-held-twice', fill(words.held, said))
    }
    held.set(positionId, [...others, { positionId, tenureId, cadreId, name, from, to }])
  }
  return clashes
}

const sameStretch = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean =>
  ['position_id', 'from', 'to', 'kind'].every((field) => a[field] === b[field])
