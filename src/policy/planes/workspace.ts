/** What the planes of one set of people and seats share: domains of items, classes of seats, and all that was computed. */
import type { DateCode } from '#domain/calendar.ts'
import type { Facts } from '../facts/facts.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { ListRow } from '../language/lists.ts'
import type { Scope } from '../language/vocabulary.ts'
import { listOf } from '../language/word-of.ts'
import { type Alike, alikeBy } from './alike.ts'
import { type Encoding, encoding } from './encoding.ts'
import type { Needs } from './needs.ts'
import { type Uniform, uniform } from './plane.ts'

type OpenScope = { -readonly [K in keyof Scope]: Scope[K] }

/** The items that a plane or a column is about: people, or the rows of a list of all people one after another. */
export interface Domain extends Uniform {
  readonly name: string
  /** Puts an item into the scope. */
  readonly enter: (item: number) => void
  /** People beside one row of a seat's list, which stands here: answers about the row are not kept. */
  readonly beside?: { row: unknown }
  /** Rows only. */
  readonly rows: readonly ListRow[]
  /** The person of each row; the rows of a person stand together. */
  readonly owner: Int32Array
}

export interface Workspace {
  readonly facts: Facts
  readonly people: readonly number[]
  readonly seats: readonly SeatFacts[]
  /** Lent to the closures of words; its day is the day of the planes. */
  readonly scope: OpenScope
  readonly encoding: Encoding
  readonly everybody: Domain
  rowsOf(list: string): Domain
  besideRowOf(list: string): Domain & Required<Pick<Domain, 'beside'>>
  seatsAlikeIn(fields: readonly (keyof SeatFacts)[]): Alike
  /** What was made under a key, or what `make` makes. */
  shared<T>(key: string, make: () => T): T
  /** Computes once for seats alike in what is needed, and again when the day moves, if that is needed. */
  perSeat<T>(needs: Needs, bytes: number, make: (seat: number) => T): (seat: number) => T
  moveTo(today: DateCode): void
}

/** Where a value for each class of seats would take more than this, only the last is kept. */
const mostBytes = 16 << 20

export function workspace(
  facts: Facts,
  people: readonly number[],
  seats: readonly SeatFacts[],
  today: DateCode,
): Workspace {
  const [first] = people
  const scope: OpenScope = { cadre: facts.cadre(first ?? 0), seat: seats[0], today, row: undefined }
  const known = new Map<string, unknown>()
  const onMove: (() => void)[] = []

  function shared<T>(key: string, make: () => T): T {
    const found = known.get(key)
    if (found !== undefined) return found as T
    const made = make()
    known.set(key, made)
    return made
  }

  const everybody: Domain = {
    ...uniform(people.length),
    name: 'people',
    enter: (item) => {
      scope.cadre = facts.cadre(people[item] ?? 0)
      scope.row = undefined
    },
    rows: [],
    owner: new Int32Array(0),
  }

  const besideRowOf = (name: string) =>
    shared(`beside ${name}`, () => {
      const beside: { row: unknown } = { row: undefined }
      const enter = (item: number): void => {
        scope.cadre = facts.cadre(people[item] ?? 0)
        scope.row = beside.row
      }
      return { ...everybody, name: `beside ${name}`, beside, enter }
    })

  const rowsOf = (name: string): Domain => shared(`rows ${name}`, () => rowDomain(name))

  function rowDomain(name: string): Domain {
    const list = listOf(name)
    const rows: ListRow[] = []
    const owners: number[] = []
    for (let person = 0; person < people.length; person += 1) {
      everybody.enter(person)
      for (const row of list.rows(scope)) {
        rows.push(row)
        owners.push(person)
      }
    }
    return {
      ...uniform(rows.length),
      name,
      rows,
      owner: Int32Array.from(owners),
      enter: (item) => {
        scope.cadre = facts.cadre(people[owners[item] ?? 0] ?? 0)
        scope.row = rows[item]
      },
    }
  }

  const seatsAlikeIn = (fields: readonly (keyof SeatFacts)[]): Alike =>
    shared(`seats ${fields.join(' ')}`, () => {
      const facts = fields.map((field) => (item: number) => seats[item]?.[field])
      return alikeBy(seats.length, facts)
    })

  function perSeat<T>(needs: Needs, bytes: number, make: (seat: number) => T): (seat: number) => T {
    const { classOf, first } = seatsAlikeIn(needs.seat)
    const keepsAll = first.length * bytes <= mostBytes
    let values: T[] = []
    let last = -1
    if (needs.today) {
      onMove.push(() => {
        values = []
        last = -1
      })
    }
    return (seat) => {
      const found = classOf[seat] ?? 0
      const place = keepsAll ? found : 0
      const value = values[place]
      if (value !== undefined && (keepsAll || last === found)) return value
      const made = make(seat)
      values[place] = made
      last = found
      return made
    }
  }

  return {
    facts,
    people,
    seats,
    scope,
    encoding: encoding(),
    everybody,
    rowsOf,
    besideRowOf,
    seatsAlikeIn,
    shared,
    perSeat,
    moveTo(day) {
      if (day === scope.today) return
      scope.today = day
      for (const clear of onMove) clear()
    },
  }
}
