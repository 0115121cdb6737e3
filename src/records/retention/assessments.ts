/** Signed impact assessments: each a version, none changed. */
import { type QueryExecutorProvider, sql } from 'kysely'
import type { Records } from '../records.ts'

export interface SignedAssessment {
  readonly version: number
  readonly facts: { readonly people: number }
  readonly judgements: Readonly<Record<string, string>>
  readonly signedBy: string
  readonly at: Date
}

export interface NewAssessment {
  readonly facts: object
  readonly judgements: Readonly<Record<string, string>>
  /** The name of who signs, and the account. */
  readonly signedBy: string
  readonly account: string
}

/** Keeps the next version; returns its number. */
export function signAssessment(
  records: Pick<Records, 'commit'>,
  { facts, judgements, signedBy, account }: NewAssessment,
): Promise<number> {
  return records.commit({ actor: account, action: 'assessment.sign' }, async (tx) => {
    const { rows } = await sql<{ version: number }>`
      insert into impact_assessment (version, facts, judgements, signed_by, recorded_by)
      select coalesce(max(version), 0) + 1, ${JSON.stringify(facts)}::jsonb, ${JSON.stringify(judgements)}::jsonb,
        ${signedBy}, ${account}
      from impact_assessment
      returning version`.execute(tx)
    return rows[0]?.version ?? 0
  })
}

/** The newest first. */
export async function readAssessments(database: QueryExecutorProvider): Promise<readonly SignedAssessment[]> {
  const { rows } = await sql<SignedAssessment>`
    select version, facts, judgements, signed_by as "signedBy", recorded_at as at
    from impact_assessment order by version desc`.execute(database)
  return rows
}
