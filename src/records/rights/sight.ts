/** Whom an account may read of at this moment, as the database itself tells it. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { type GrantedClass, grantedClasses } from './grants.ts'
import { type Reader, readingFor } from './reader.ts'

/** A grant that reaches somebody, by its class: the answer to "by what right". */
export interface Right {
  readonly grantId: string
  readonly held: GrantedClass
}

/** What the rights of a reader are at a moment; two that say the same see the same people. */
export interface Standing {
  /** Changes whenever whom the reader sees may have changed. */
  readonly key: string
  /** The reader himself and his kin, of whom he reads nothing in office. */
  readonly hidden: ReadonlySet<string>
  /** Classes in which he sees everybody else. */
  readonly everywhere: ReadonlySet<GrantedClass>
}

interface Told {
  readonly version: number
  readonly day: string
  readonly hidden: readonly string[]
  readonly own: string | null
  readonly grants: readonly {
    readonly id: string
    readonly classes: readonly GrantedClass[]
    readonly everywhere: boolean
  }[]
}

export const readStanding = (database: QueryExecutorProvider, reader: Reader): Promise<Standing> =>
  readingFor(reader, async () => {
    const { rows } = await sql<{ told: Told }>`select rights.sight() as told`.execute(database)
    const told = rows[0]?.told
    const grants = told?.grants ?? []
    return {
      key: JSON.stringify([
        reader.account,
        reader.ownRecord,
        told?.version,
        told?.day,
        told?.own,
        grants.map(({ id }) => id),
      ]),
      hidden: new Set(told?.hidden),
      everywhere: new Set(
        grantedClasses.filter((held) => grants.some(({ classes, everywhere }) => everywhere && classes.includes(held))),
      ),
    }
  })

/** Everybody on record of whom the reader may not read this class. */
export const readPeopleUnseen = (
  database: QueryExecutorProvider,
  reader: Reader,
  held: GrantedClass,
): Promise<ReadonlySet<string>> =>
  readingFor(reader, async () => {
    const { rows } = await sql<{ people: string }>`select rights.unseen(${held}) as people`.execute(database)
    return new Set(rows.map(({ people }) => people))
  })

/** By what right the reader reads of this person; none where he may not. */
export const readByWhatRight = (
  database: QueryExecutorProvider,
  reader: Reader,
  cadreId: string,
): Promise<readonly Right[]> =>
  readingFor(reader, async () => {
    const { rows } = await sql<{ grant_id: string; class: GrantedClass }>`
      select grant_id, class from rights.by_what_right(${cadreId})`.execute(database)
    return rows.map(({ grant_id, class: held }) => ({ grantId: grant_id, held }))
  })
