/** Where everything that is due comes from. A pillar that has dues of its own adds a line here. */
import type { DueItem } from '#domain/due.ts'
import type { Records } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { caseDues } from './case-dues.ts'
import { type DueGround, duesOfFacts } from './fact-dues.ts'
import { matterDues } from './matter-dues.ts'
import { principalsDue, trainingsDue, workNormDues } from './register-dues.ts'

/** What a source may look at. */
export interface DueContext extends DueGround {
  /** Who asks. */
  readonly account: Account
  /** For registers with tables of their own, read through `records/queries`. */
  readonly records: Records
  readonly matters: MatterDesk
  readonly cases: CaseDesk
}

export type DueSource = (context: DueContext) => Promise<readonly DueItem[]> | readonly DueItem[]

/** @example (context) => meetingDues(context.records, context.today) */
export const sources: readonly DueSource[] = [
  duesOfFacts,
  matterDues,
  caseDues,
  workNormDues,
  principalsDue,
  trainingsDue,
]
