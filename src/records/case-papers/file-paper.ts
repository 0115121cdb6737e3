/** Papers of a selection case: filed, filed again as a new version, withdrawn with a reason. Nothing is overwritten. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { ProblemError } from '#domain/problem.ts'
import type { AuditEntry } from '../commit.ts'
import type { Database } from '../database.ts'

type Commit = { commit<T>(entry: AuditEntry, write: (tx: Kysely<Database>) => Promise<T>): Promise<T> }

/** The account, and the name as it is on the day. */
export interface Filer {
  readonly account: string
  readonly name: string
}

export interface NewPaper {
  readonly caseId: string
  readonly kind: Identifier<'paperKind'>
  /** Undefined where it belongs to the case as a whole. */
  readonly stage: string | undefined
  /** The candidate it is about. */
  readonly cadreId: string | undefined
  readonly title: string
  readonly fileName: string
  readonly format: Identifier<'paperFormat'>
  readonly bytes: Uint8Array
  /** `YYYY-MM-DD`, the day on the paper. */
  readonly datedOn: string | undefined
  readonly note: string
  /** What made it, where the system did. */
  readonly madeBySystem: string | undefined
  /** The document that this is a new version of. */
  readonly documentId: string | undefined
}

export interface FiledPaper {
  readonly paperId: string
  readonly documentId: string
  readonly version: number
  readonly sha256: string
}

/**
 * Files a paper; with `documentId` as the next version of that document, of the same kind and place.
 * @throws ProblemError `paper-unchanged` where the content is that of the present version, `paper-withdrawn`,
 * `paper-unknown`
 */
export function filePaper(records: Commit, paper: NewPaper, by: Filer): Promise<FiledPaper> {
  const sha256 = createHash('sha256').update(paper.bytes).digest('hex')
  const { caseId, kind, fileName } = paper
  const entry = { actor: by.account, action: 'case.paper-file', subject: caseId, detail: { kind, sha256 } }
  return records.commit(entry, async (tx) => {
    const before = paper.documentId === undefined ? undefined : await lastVersion(tx, caseId, paper.documentId)
    if (before?.sha256 === sha256) throw unchanged(before.version)
    await sql`insert into paper_content (sha256, format, bytes)
      values (${sha256}, ${paper.format}, ${Buffer.from(paper.bytes)}) on conflict do nothing`.execute(tx)
    const { rows } = await sql<{ paper_id: string; document_id: string; version: number }>`
      insert into case_paper (paper_id, case_id, document_id, version, kind, stage, cadre_id, title, file_name, sha256,
        dated_on, note, made_by_system, recorded_by, by_name)
      select id, ${caseId}, coalesce(${paper.documentId ?? null}::uuid, id), ${(before?.version ?? 0) + 1},
        ${before?.kind ?? kind}, ${before ? before.stage : (paper.stage ?? null)},
        ${before ? before.cadre_id : (paper.cadreId ?? null)}, ${paper.title}, ${fileName}, ${sha256},
        ${paper.datedOn ?? null}::date, ${paper.note}, ${paper.madeBySystem ?? null}, ${by.account}, ${by.name}
      from (select uuidv7() as id) as made
      returning paper_id, document_id, version`.execute(tx)
    const [row] = rows
    return {
      paperId: row?.paper_id ?? '',
      documentId: row?.document_id ?? '',
      version: row?.version ?? 1,
      sha256,
    }
  })
}

/** @throws ProblemError `paper-unknown`, `paper-withdrawn`, `paper-reason-missing` */
export async function withdrawPaper(
  records: Commit,
  { caseId, documentId, reason }: { readonly caseId: string; readonly documentId: string; readonly reason: string },
  by: Filer,
): Promise<void> {
  const told = reason.trim()
  if (told === '') throw reasonMissing()
  const entry = {
    actor: by.account,
    action: 'case.paper-withdraw',
    subject: caseId,
    detail: { documentId, reason: told },
  }
  return records.commit(entry, async (tx) => {
    await lastVersion(tx, caseId, documentId)
    await sql`insert into case_paper_withdrawal (document_id, reason, recorded_by, by_name)
      values (${documentId}, ${told}, ${by.account}, ${by.name})`.execute(tx)
  })
}

interface Version {
  readonly version: number
  readonly kind: string
  readonly stage: string | null
  readonly cadre_id: string | null
  readonly sha256: string
}

/** The present version of a document; versions of one document are made one after another. */
async function lastVersion(tx: Kysely<Database>, caseId: string, documentId: string): Promise<Version> {
  await sql`select pg_advisory_xact_lock(hashtext('zhiren case paper ' || ${documentId}))`.execute(tx)
  const { rows } = await sql<Version & { withdrawn: boolean }>`
    select version, kind, stage, cadre_id, sha256,
      exists (select from case_paper_withdrawal w where w.document_id = case_paper.document_id) as withdrawn
    from case_paper where document_id = ${documentId} and case_id = ${caseId}
    order by version desc limit 1`.execute(tx)
  const [row] = rows
  if (!row) throw unknownPaper()
  if (row.withdrawn) throw withdrawnBefore()
  return row
}

const refusal = (code: string, zh: string, en: string, mendZh: string, mendEn: string): ProblemError =>
  new ProblemError({ code, message: { zh, en }, mend: { zh: mendZh, en: mendEn } })

const unknownPaper = (): ProblemError =>
  refusal(
    'paper-unknown',
    '这个案卷里没有这份材料。',
    'The file of this case has no such paper.',
    '刷新页面，从材料列表里选取。',
    'Reload the page and choose from the list of papers.',
  )

const unchanged = (version: number): ProblemError =>
  refusal(
    'paper-unchanged',
    `内容与第 ${version} 版完全相同，没有存成新版。`,
    `The content is that of version ${version}; no new version was kept.`,
    '核对是不是选错了文件。',
    'Check whether the right file was chosen.',
  )

const withdrawnBefore = (): ProblemError =>
  refusal(
    'paper-withdrawn',
    '这份材料已撤回。',
    'This paper was withdrawn before.',
    '要用新的文件，另外归入一份。',
    'File another paper instead.',
  )

const reasonMissing = (): ProblemError =>
  refusal(
    'paper-reason-missing',
    '没有写明撤回的理由。',
    'The withdrawal gives no reason.',
    '写一句为什么撤回，留在卷里。',
    'Say in a sentence why; it stays in the file.',
  )
