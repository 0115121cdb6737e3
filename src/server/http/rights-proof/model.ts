/**
 * Who may read what of whom, from the facts and the words of the grants alone: the reference that the rights of the database
 * and of the server are held against. It knows neither policies nor the code that answers.
 */
import type { TableName } from '#domain/tables.ts'

export type FactRow = Readonly<Record<string, unknown>>
export type Held = 'personnel' | 'sensitive' | 'supervision'
export const heldClasses: readonly Held[] = ['personnel', 'sensitive', 'supervision']

export interface GrantWords {
  readonly unitId: string | undefined
  readonly levels: readonly string[] | undefined
  readonly classes: readonly Held[]
  /** Only what holds gives a right. */
  readonly state: 'holds' | 'withdrawn' | 'ended' | 'not-begun'
}

export interface Situation {
  /** Whom of the records the account itself is. */
  readonly own: string | undefined
  readonly grants: readonly GrantWords[]
}

/** Every fact of a place, indexed. */
export class Facts {
  readonly people: readonly string[]
  readonly names: ReadonlyMap<string, string>
  private readonly tables: ReadonlyMap<TableName, readonly FactRow[]>
  private readonly persons = new Map<string, FactRow>()
  private readonly parents = new Map<unknown, unknown>()
  private readonly byPerson = new Map<string, FactRow[]>()

  constructor(tables: ReadonlyMap<TableName, readonly FactRow[]>) {
    this.tables = tables
    for (const row of this.rows('cadres')) this.persons.set(String(row.cadre_id), row)
    for (const { unit_id, parent_id } of this.rows('units')) this.parents.set(unit_id, parent_id)
    for (const [table, rows] of tables)
      for (const row of rows) {
        const key = `${table} ${row.cadre_id}`
        const known = this.byPerson.get(key)
        if (known) known.push(row)
        else this.byPerson.set(key, [row])
      }
    this.people = [...this.persons.keys()]
    this.names = new Map([...this.persons].map(([cadreId, { name }]) => [cadreId, String(name)]))
  }

  rows(table: TableName): readonly FactRow[] {
    return this.tables.get(table) ?? []
  }

  of(table: TableName, cadreId: string): readonly FactRow[] {
    return this.byPerson.get(`${table} ${cadreId}`) ?? []
  }

  /** A unit and all above it. */
  above(unit: unknown): ReadonlySet<unknown> {
    const found = new Set<unknown>()
    for (let one = unit; one && !found.has(one); one = this.parents.get(one)) found.add(one)
    return found
  }

  isKin(one: string, other: string): boolean {
    const names = (a: string, b: string) => this.of('relatives', a).some((row) => row.relative_cadre_id === b)
    return names(one, other) || names(other, one)
  }

  /** Levels of the posts somebody holds on a day. */
  levelsOf(cadreId: string, today: string): readonly string[] {
    const seats = new Map(this.rows('positions').map(({ position_id, post_level }) => [position_id, post_level]))
    return this.of('tenures', cadreId)
      .filter(({ to }) => to === null || String(to) > today)
      .map(({ post_level, position_id }) => String(post_level ?? seats.get(position_id)))
  }
}

/** May the account read facts of this class about this person? */
export function mayRead(facts: Facts, { own, grants }: Situation, held: Held, cadreId: string): boolean {
  if (own !== undefined && (cadreId === own || facts.isKin(own, cadreId))) return false
  const above = facts.above(facts.of('cadres', cadreId)[0]?.authority_unit_id)
  const levels = facts.levelsOf(cadreId, new Date().toISOString().slice(0, 10))
  return grants.some(
    (grant) =>
      grant.state === 'holds' &&
      grant.classes.includes(held) &&
      (grant.unitId === undefined || above.has(grant.unitId)) &&
      (grant.levels === undefined || levels.some((level) => grant.levels?.includes(level))),
  )
}

/** What concerns a unit as a whole is read by whoever holds the class over the unit, whatever the level. */
export function mayReadUnit(facts: Facts, { grants }: Situation, held: Held, unitId: unknown): boolean {
  const above = facts.above(unitId)
  return grants.some(
    ({ state, unitId: over, levels, classes }) =>
      state === 'holds' && levels === undefined && classes.includes(held) && (over === undefined || above.has(over)),
  )
}

/** A situation applied to everybody at once. */
export class Model {
  readonly facts: Facts
  readonly situation: Situation
  private readonly allowed: ReadonlyMap<Held, ReadonlySet<string>>

  constructor(facts: Facts, situation: Situation) {
    this.facts = facts
    this.situation = situation
    this.allowed = new Map(
      heldClasses.map((held) => [
        held,
        new Set(facts.people.filter((cadreId) => mayRead(facts, situation, held, cadreId))),
      ]),
    )
  }

  sees(cadreId: string, held: Held = 'personnel'): boolean {
    return this.allowed.get(held)?.has(cadreId) ?? false
  }

  get seen(): readonly string[] {
    return this.facts.people.filter((cadreId) => this.sees(cadreId))
  }

  get unseen(): readonly string[] {
    return this.facts.people.filter((cadreId) => !this.sees(cadreId))
  }
}
