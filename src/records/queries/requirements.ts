import { type QueryExecutorProvider, sql } from 'kysely'

/** One element a seat asks for, as it is recorded. */
export interface RecordedElement {
  readonly facet: string
  readonly element: string
  readonly level: number
  readonly weight: number | null
  /** The version since which it says this. */
  readonly since: string
}

/** What a seat asked for from a moment on. */
export interface RequirementVersion {
  /** The moment, to the microsecond, in UTC; it names the version. */
  readonly version: string
  readonly reason: string | null
  readonly signed_by: string | null
  /** None: the seat asked for nothing of its own. */
  readonly elements: readonly RecordedElement[]
}

/** Every version of what a seat asks for, the present one first, with who changed it and why. */
export async function readRequirementVersions(
  database: QueryExecutorProvider,
  positionId: string,
): Promise<readonly RequirementVersion[]> {
  const { rows } = await sql<RequirementVersion>`
    with stored as (
      select facet, element, level, weight, tstzrange(recorded_at, null) as recorded from requirements
      where position_id = ${positionId}
      union all
      select facet, element, level, weight, recorded from past.requirements where position_id = ${positionId}
    ), moments as (
      select lower(recorded) as at from stored union select upper(recorded) from stored
    )
    select moment_name(at) as version, reason, signed_by,
      coalesce(jsonb_agg(jsonb_build_object('facet', facet, 'element', element, 'level', level, 'weight', weight,
        'since', moment_name(lower(recorded))) order by facet, weight desc nulls last, element)
        filter (where element is not null), '[]') as elements
    from moments
      left join stored on recorded @> at
      left join requirement_edit edit on edit.position_id = ${positionId} and edit.recorded_at = at
    where at is not null
    group by at, reason, signed_by order by at desc`.execute(database)
  return rows
}

/** A seat, vacant or not. */
export interface SeatRecord {
  readonly position_id: string
  readonly unit_id: string
  readonly unit_name: string
  readonly title: string
  readonly post_level: string
  readonly role: string
  readonly sector: string | null
  /** Since when it is to be filled. */
  readonly vacant_from: string | null
}

export async function readSeats(
  database: QueryExecutorProvider,
  positionIds: readonly string[],
): Promise<readonly SeatRecord[]> {
  const { rows } = await sql<SeatRecord>`
    select position_id, unit_id, units.name as unit_name, title, post_level, role,
      coalesce(positions.sector, units.sector) as sector,
      (select min("from") from vacancies where vacancies.position_id = positions.position_id) as vacant_from
    from positions join units using (unit_id)
    where position_id = any(${[...positionIds]}::text[]) order by position_id`.execute(database)
  return rows
}

export const readSeat = async (database: QueryExecutorProvider, positionId: string): Promise<SeatRecord | undefined> =>
  (await readSeats(database, [positionId]))[0]

/** Elements that were ever assessed or asked for, with how many people were assessed on each. */
export interface KnownElement {
  readonly facet: string
  readonly element: string
  readonly people: number
  readonly seats: number
}

export async function readKnownElements(database: QueryExecutorProvider): Promise<readonly KnownElement[]> {
  const { rows } = await sql<KnownElement>`
    select facet, element, coalesce(people, 0) as people, coalesce(seats, 0) as seats
    from (select facet, element, count(distinct cadre_id)::integer as people from competencies group by facet, element) assessed
      full join (select facet, element, count(*)::integer as seats from requirements group by facet, element) asked
        using (facet, element)
    order by facet, people desc, element`.execute(database)
  return rows
}
