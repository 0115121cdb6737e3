import { type QueryExecutorProvider, sql } from 'kysely'
import type { Identifier } from '#domain/lexicon/enumerations.ts'

/** One version of a paper in the file of a case, without its content. */
export interface CasePaper {
  readonly paper_id: string
  readonly document_id: string
  readonly version: number
  /** Versions of the document so far. */
  readonly versions: number
  readonly kind: Identifier<'paperKind'>
  readonly stage: string | null
  readonly cadre_id: string | null
  readonly title: string
  readonly file_name: string
  readonly format: Identifier<'paperFormat'>
  readonly sha256: string
  readonly bytes: number
  readonly dated_on: string | null
  readonly note: string
  readonly made_by_system: string | null
  readonly by_name: string
  readonly recorded_at: Date
  readonly withdrawn: { readonly reason: string; readonly by: string; readonly at: string } | null
}

/** Every version of every paper, in the order in which they were filed, as the file was known at a moment. */
export async function readCasePapers(
  database: QueryExecutorProvider,
  caseId: string,
  knownAt?: Date,
): Promise<readonly CasePaper[]> {
  const { rows } = await sql<CasePaper>`
    select paper_id, document_id, version, (count(*) over (partition by document_id))::integer as versions, kind, stage,
      cadre_id, title, file_name, format, sha256, length(bytes) as bytes, dated_on::text, note, made_by_system,
      case_paper.by_name, case_paper.recorded_at,
      case when ended.document_id is not null then jsonb_build_object('reason', ended.reason, 'by', ended.by_name,
        'at', to_char(ended.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) end as withdrawn
    from case_paper join paper_content using (sha256)
      left join (select * from case_paper_withdrawal
        where ${knownAt ?? null}::timestamptz is null or recorded_at <= ${knownAt ?? null}) ended using (document_id)
    where case_id = ${caseId}
      and (${knownAt ?? null}::timestamptz is null or case_paper.recorded_at <= ${knownAt ?? null})
    order by case_paper.recorded_at, paper_id`.execute(database)
  return rows
}

export interface PaperContent {
  readonly title: string
  readonly file_name: string
  readonly format: Identifier<'paperFormat'>
  readonly sha256: string
  readonly bytes: Buffer
}

/** The content of one version; undefined where the case has no such paper. */
export async function readPaperContent(
  database: QueryExecutorProvider,
  caseId: string,
  paperId: string,
): Promise<PaperContent | undefined> {
  const { rows } = await sql<PaperContent>`
    select title, file_name, format, sha256, bytes from case_paper join paper_content using (sha256)
    where case_id = ${caseId} and paper_id = ${paperId}`.execute(database)
  return rows[0]
}
