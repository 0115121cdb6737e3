/** That somebody has seen what is due: kept for ever, for the day on which it was due. */
import { sql } from 'kysely'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Records } from '../records.ts'

export interface SeenItem {
  readonly id: string
  readonly on: DateCode
}

/** What was seen before stays as it was. */
export function recordSeen(
  records: Pick<Records, 'commit'>,
  items: readonly SeenItem[],
  account: string,
): Promise<void> {
  const entry = { actor: account, action: 'todos.seen', detail: { items: items.length } }
  return records.commit(entry, async (tx) => {
    const ids = items.map(({ id }) => id)
    const days = items.map(({ on }) => formatDate(on))
    await sql`insert into due_seen (item_id, due_on, seen_by)
      select item_id, due_on, ${account} from unnest(${ids}::text[], ${days}::date[]) as seen (item_id, due_on)
      on conflict do nothing`.execute(tx)
  })
}
