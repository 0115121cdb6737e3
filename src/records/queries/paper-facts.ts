import { type QueryExecutorProvider, sql } from 'kysely'
import type { FormField, FormPhoto } from '#domain/appointment-form.ts'
import type { DateCode } from '#domain/calendar.ts'
import type { Fact } from '../database.ts'
import { asOfDate, type TenureFact, tenuresWhere } from './dossier.ts'
import type { RosterRecord } from './roster.ts'
import { type RosterFilter, rosterCondition } from './roster-filter.ts'

/** What papers say of one person: the line of the roster and the facts behind it, as of the day of the edition. */
export interface PaperFacts {
  readonly row: RosterRecord
  readonly cadre: Fact<'cadres'>
  /** Posts that are held, with their seats. */
  readonly posts: readonly TenureFact[]
  readonly grades: readonly Fact<'grades'>[]
  readonly educations: readonly Fact<'educations'>[]
  readonly honours: readonly Fact<'honours'>[]
  readonly sanctions: readonly Fact<'sanctions'>[]
  readonly portfolio: string | null
  readonly team: string | null
  /** Texts of the newest appointment form that came in; empty where there is none. */
  readonly formTexts: Readonly<Partial<Record<FormField, string>>>
}

type Personal = 'cadres' | 'grades' | 'educations' | 'honours' | 'sanctions'

/** The facts of some people, in the order of their ids; those who are not on the roster are left out. */
export async function readPaperFacts(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
  asOf: DateCode,
): Promise<readonly PaperFacts[]> {
  const ids = [...cadreIds]
  const own = async <T extends Personal>(table: T): Promise<ReadonlyMap<string, readonly Fact<T>[]>> => {
    const { rows } = await sql<Fact<T> & Owned>`
      select * from ${sql.table(table)} where cadre_id = any(${ids}::text[])`.execute(database)
    return byOwner(asOfDate(table, rows, asOf))
  }
  const [rows, cadres, tenures, grades, educations, honours, sanctions, seats, forms] = await Promise.all([
    sql<RosterRecord>`select * from roster where cadre_id = any(${ids}::text[])`.execute(database),
    own('cadres'),
    readPresentPosts(database, ids, asOf),
    own('grades'),
    own('educations'),
    own('honours'),
    own('sanctions'),
    readSeats(database, ids),
    readFormTexts(database, ids),
  ])
  const lines = new Map(rows.rows.map((row) => [row.cadre_id, row]))
  return ids.flatMap((id) => {
    const row = lines.get(id)
    const cadre = cadres.get(id)?.[0]
    if (!row || !cadre) return []
    const seat = seats.get(id)
    return {
      row,
      cadre,
      posts: tenures.get(id) ?? [],
      grades: grades.get(id) ?? [],
      educations: educations.get(id) ?? [],
      honours: honours.get(id) ?? [],
      sanctions: sanctions.get(id) ?? [],
      portfolio: seat?.portfolio ?? null,
      team: seat?.team ?? null,
      formTexts: forms.get(id) ?? {},
    }
  })
}

interface Owned {
  readonly cadre_id: string
}

function byOwner<R extends Owned>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  return Map.groupBy(rows, ({ cadre_id }) => cadre_id)
}

const posts: ReadonlySet<string> = new Set(['appointed', 'acting', 'concurrent', 'seconded'])

/** The posts that some people hold on a day, by the id of the person. */
export async function readPresentPosts(
  database: QueryExecutorProvider,
  ids: readonly string[],
  asOf: DateCode,
): Promise<ReadonlyMap<string, readonly TenureFact[]>> {
  const rows = await tenuresWhere(database, sql`cadre_id = any(${[...ids]}::text[])`)
  return byOwner(asOfDate('tenures', rows, asOf).filter(({ to, kind }) => to === null && posts.has(kind)))
}

async function readSeats(database: QueryExecutorProvider, ids: readonly string[]) {
  const { rows } = await sql<Owned & { portfolio: string | null; team: string | null }>`
    select cadre_id, portfolio, teams.name as team
    from roster join positions using (position_id) left join teams using (team_id)
    where cadre_id = any(${[...ids]}::text[])`.execute(database)
  return new Map(rows.map((row) => [row.cadre_id, row]))
}

async function readFormTexts(database: QueryExecutorProvider, ids: readonly string[]) {
  const { rows } = await sql<Owned & { content: { readonly texts?: PaperFacts['formTexts'] } }>`
    select distinct on (cadre_id) cadre_id, form_id, content from appointment_form
    where cadre_id = any(${[...ids]}::text[]) and withdrawn_at is null
    order by cadre_id, recorded_at desc, form_id desc`.execute(database)
  return new Map(rows.map(({ cadre_id, content }) => [cadre_id, content.texts ?? {}]))
}

/** The newest photos of some people; those without one are left out. */
export async function readPhotos(
  database: QueryExecutorProvider,
  cadreIds: readonly string[],
): Promise<ReadonlyMap<string, FormPhoto>> {
  const { rows } = await sql<Owned & { photo: Buffer; photo_type: FormPhoto['type']; width: number; height: number }>`
    select distinct on (cadre_id) cadre_id, photo, photo_type, photo_width as width, photo_height as height
    from appointment_form
    where cadre_id = any(${[...cadreIds]}::text[]) and withdrawn_at is null and photo is not null
    order by cadre_id, recorded_at desc, form_id desc`.execute(database)
  return new Map(
    rows.map(({ cadre_id, photo, photo_type, width, height }) => [
      cadre_id,
      { type: photo_type, bytes: new Uint8Array(photo), width, height },
    ]),
  )
}

/** What a whole roster is ordered and grouped by, for everybody who meets a filter, in customary order. */
export type RosterPlace = Pick<
  RosterRecord,
  | 'cadre_id'
  | 'name'
  | 'born_on'
  | 'unit_name'
  | 'sector'
  | 'post_level'
  | 'post_since'
  | 'level_since'
  | 'work_started_on'
  | 'party_joined_on'
> & { readonly team: string | null; readonly post_rank: number | null }

export async function readRosterPlaces(
  database: QueryExecutorProvider,
  runId: string,
  filter: RosterFilter,
): Promise<readonly RosterPlace[]> {
  const { rows } = await sql<RosterPlace>`
    select cadre_id, roster.name, born_on, unit_name, roster.sector, roster.post_level, post_since, level_since, work_started_on,
      party_joined_on, post_rank, teams.name as team
    from roster left join positions using (position_id) left join teams using (team_id)
    where ${rosterCondition(filter, runId)} order by post_place, cadre_id`.execute(database)
  return rows
}

export interface SeatWords {
  readonly unit_name: string
  readonly title: string
}

/** What some seats are called. */
export async function readSeatWords(
  database: QueryExecutorProvider,
  positionIds: readonly string[],
): Promise<ReadonlyMap<string, SeatWords>> {
  const { rows } = await sql<SeatWords & { position_id: string }>`
    select position_id, units.name as unit_name, title from positions join units using (unit_id)
    where position_id = any(${[...positionIds]}::text[])`.execute(database)
  return new Map(rows.map((row) => [row.position_id, row]))
}

/** Some posts that people hold or held, by the id of the tenure. */
export async function readHeldPosts(
  database: QueryExecutorProvider,
  tenureIds: readonly string[],
): Promise<ReadonlyMap<string, TenureFact>> {
  const rows = await tenuresWhere(database, sql`tenure_id = any(${[...tenureIds]}::text[])`)
  return new Map(rows.map((row) => [row.tenure_id, row]))
}
