/** Who looked at what is held about a person, for that person: the day, the office and the purpose; no names. */
import type { QueryExecutorProvider } from 'kysely'
import { actionSaid } from '#domain/lexicon/audit-actions.ts'
import { readVisits } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { OwnVisit } from '../contract/index.ts'

export async function ownVisits(
  database: QueryExecutorProvider,
  cadreId: string,
  accounts: readonly Account[],
): Promise<readonly OwnVisit[]> {
  const offices = new Map(
    accounts.filter(({ role }) => role !== 'cadre' && role !== 'source').map((one) => [one.account, one.office]),
  )
  const visits = await readVisits(database, cadreId)
  return visits.flatMap(({ on, actor, action, purpose, times }) => {
    const office = offices.get(actor)
    return office ? [{ on, office, what: actionSaid(action).label, purpose, times }] : []
  })
}
