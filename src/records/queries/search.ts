import { type QueryExecutorProvider, sql } from 'kysely'

/** What the search goes through in one edition: in the customary order, which settles equal places. */
export interface Searched {
  readonly people: readonly SearchedPerson[]
  readonly seats: readonly SearchedSeat[]
  readonly units: readonly SearchedUnit[]
}

export interface SearchedPerson {
  readonly cadreId: string
  readonly name: string
  /** As {@link nameReading} makes it. */
  readonly reading: string
  readonly serving: boolean
  readonly unitName: string | null
  readonly title: string | null
}

export interface SearchedSeat {
  readonly positionId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly isVacant: boolean
  /** Who sits in it. */
  readonly holder: string | null
}

export interface SearchedUnit {
  readonly unitId: string
  readonly name: string
  /** The unit above it. */
  readonly above: string | null
}

/** Some 200 ms at 100,000 people: read once an edition. */
export async function readSearched(database: QueryExecutorProvider): Promise<Searched> {
  const people = await sql<SearchedPerson>`
    select cadre_id as "cadreId", name, reading, serving, unit_name as "unitName", title
    from roster order by post_place, cadre_id`.execute(database)
  const seats = await sql<SearchedSeat>`
    select position_id as "positionId", positions.unit_id as "unitId", units.name as "unitName", positions.title,
      vacancy_tally.position_id is not null as "isVacant", holder.name as holder
    from positions join units using (unit_id) left join vacancy_tally using (position_id)
      left join (
        select position_id, string_agg(name, '、' order by post_place) as name
        from roster where serving group by position_id) holder using (position_id)
    order by unit_id, post_level desc, position_id`.execute(database)
  const units = await sql<SearchedUnit>`
    select units.unit_id as "unitId", units.name, above.name as above
    from units left join units above on above.unit_id = units.parent_id
    where units.abolished_on is null order by units.level, units.unit_id`.execute(database)
  return { people: people.rows, seats: seats.rows, units: units.rows }
}
