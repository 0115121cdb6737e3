/** Lists that belong to a seat: who holds it, who holds the like in its team, and who holds grades in its unit. */
import type { GradeHolder, Holder } from '../facts/holders.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { List } from './lists.ts'
import type { Known, ValueType } from './types.ts'
import type { Word } from './vocabulary.ts'

const text: ValueType = { kind: 'text' }
const boolean: ValueType = { kind: 'boolean' }
const grade: ValueType = { kind: 'term', vocabulary: 'grade' }

/** A word of one row type; the rows change with the named fact of the seat. */
const reader =
  <R>(seat: keyof SeatFacts) =>
  (type: ValueType, missing: string, read: (row: R) => Known): Word => ({
    type,
    missing,
    read: (scope) => read(scope.row as R),
    seat: [seat],
    cadre: [],
  })

const holder = reader<Holder>('position')
const graded = reader<GradeHolder>('unit')

export const seatLists: Readonly<Record<string, List>> = {
  holders: {
    row: 'holder',
    owner: 'seat',
    rows: ({ seat }) => seat?.holders() ?? [],
    absence: () => undefined,
    words: { 'holder.cadre': holder(text, 'tenures.cadre_id', (r) => r.cadre) },
  },
  /** Who holds the other posts of the team that count against the same quota. */
  peers: {
    row: 'peer',
    owner: 'seat',
    rows: ({ seat }) => seat?.peers() ?? [],
    absence: () => undefined,
    words: {
      'peer.cadre': holder(text, 'tenures.cadre_id', (r) => r.cadre),
      'peer.present': holder(boolean, 'tenures.to', (r) => r.present),
    },
  },
  /** Who holds a grade in the unit. */
  graded: {
    row: 'rank',
    owner: 'seat',
    rows: ({ seat }) => seat?.graded() ?? [],
    absence: () => undefined,
    words: {
      'rank.cadre': graded(text, 'tenures.cadre_id', (r) => r.cadre),
      'rank.present': graded(boolean, 'tenures.to', (r) => r.present),
      'rank.grade': graded(grade, 'grades.grade', (r) => r.grade),
      'rank.leading': graded(boolean, 'positions.post_level', (r) => r.leading),
    },
  },
}
