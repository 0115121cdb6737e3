/**
 * What planes read of a set of people: the domains of their items and the columns of what is recorded of these, which no
 * seat and no day changes. Read once for the facts, and shared by all planes about the same people.
 */
import type { Facts } from '../facts/facts.ts'
import type { ListRow } from '../language/lists.ts'
import type { Scope } from '../language/vocabulary.ts'
import { listOf } from '../language/word-of.ts'
import { type Encoding, encoding } from './encoding.ts'
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

export interface Columns {
  readonly facts: Facts
  readonly people: readonly number[]
  readonly encoding: Encoding
  /** Lent to the closures of words. */
  readonly scope: OpenScope
  readonly everybody: Domain
  rowsOf(list: string): Domain
  /** Everybody, beside one row of a seat's list. */
  besideRowOf(list: string): Domain & Required<Pick<Domain, 'beside'>>
  /** What was read under a key, or what `read` reads. */
  read<T>(key: string, read: () => T): T
}

/** Keeps what is made under a key. */
export function keeper(): <T>(key: string, make: () => T) => T {
  const known = new Map<string, unknown>()
  return <T>(key: string, make: () => T): T => {
    const found = known.get(key)
    if (found !== undefined) return found as T
    const made = make()
    known.set(key, made)
    return made
  }
}

function newColumns(facts: Facts, people: readonly number[]): Columns {
  const scope: OpenScope = {
    cadre: facts.cadre(people[0] ?? 0),
    seat: undefined,
    today: facts.snapshot.asOf,
    row: undefined,
  }
  const read = keeper()
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
    read(`beside ${name}`, () => {
      const beside: { row: unknown } = { row: undefined }
      const enter = (item: number): void => {
        scope.cadre = facts.cadre(people[item] ?? 0)
        scope.row = beside.row
      }
      return { ...everybody, name: `beside ${name}`, beside, enter }
    })

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
    const enter = (item: number): void => {
      scope.cadre = facts.cadre(people[owners[item] ?? 0] ?? 0)
      scope.row = rows[item]
    }
    return { ...uniform(rows.length), name, rows, owner: Int32Array.from(owners), enter }
  }

  return {
    facts,
    people,
    encoding: encoding(),
    scope,
    everybody,
    rowsOf: (name) => read(`rows ${name}`, () => rowDomain(name)),
    besideRowOf,
    read,
  }
}

const remembered = new WeakMap<Facts, Columns>()

/** The columns of some people; those last asked of the same facts are kept with these. */
export function columnsOf(facts: Facts, people: readonly number[]): Columns {
  const known = remembered.get(facts)
  if (known && known.people.length === people.length && known.people.every((one, place) => one === people[place])) {
    return known
  }
  const made = newColumns(facts, people)
  remembered.set(facts, made)
  return made
}
