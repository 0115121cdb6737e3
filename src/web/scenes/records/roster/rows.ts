import type { RosterPage, RosterRow } from '#server/contract/index.ts'
import { type AwaitedRow, usePagedRows } from '../../../client/paged-rows.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import type { Query } from '../../../client/request.ts'

export type Row = RosterRow | AwaitedRow

/** The whole roster as rows for a virtual table. */
export const useRosterRows = (query: Query) =>
  usePagedRows<RosterRow, RosterPage>(JSON.stringify(query), (offset, limit) => rosterPageQuery(query, offset, limit))
