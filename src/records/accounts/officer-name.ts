import { sql } from 'kysely'
import type { Text } from '#domain/text.ts'

/** What the one is called whose account a column holds; the account itself where it is not on record. */
export const officerName = (column: string) => {
  const account = sql.ref(column)
  return sql<Text>`coalesce((select name from account where account.account = ${account}),
    jsonb_build_object('zh', ${account}, 'en', ${account}))`
}
