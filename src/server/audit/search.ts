/** The search of the audit log: what is asked, a page of it, and all of it as a paper. */
import type { QueryExecutorProvider } from 'kysely'
import { actionsOfKind, auditKindLabels, oneAction } from '#domain/lexicon/audit-actions.ts'
import type { FlowingPaper } from '#exchange/index.ts'
import {
  type AuditSearch,
  type FoundEntry,
  readAuditNames,
  readPeopleCalled,
  searchAudit,
} from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { AuditLogEntry, AuditPage, AuditQuery } from '../contract/index.ts'
import { beijingMinute } from '../exports/index.ts'
import { Refusal } from '../http/refusal.ts'
import { namedIn, presentEntry } from './present-entry.ts'

/** What is asked for of the log, without the place in it. */
export type AuditQuestion = Omit<AuditQuery, 'before' | 'limit'>

/** Entries of one file. */
const longestFile = 20_000

export async function auditPageOf(
  database: QueryExecutorProvider,
  accounts: readonly Account[],
  { before, limit, ...question }: AuditQuery,
): Promise<AuditPage> {
  const search = await searchFor(database, question)
  const found = await searchAudit(database, { ...search, before, limit: limit + 1 })
  const rows = await presented(database, accounts, found.slice(0, limit))
  return { rows: [...rows], next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}

/** @throws Refusal `audit-file-too-long`, `audit-file-empty` */
export async function auditPaper(
  database: QueryExecutorProvider,
  accounts: readonly Account[],
  question: AuditQuestion,
): Promise<FlowingPaper> {
  const search = await searchFor(database, question)
  const found = await searchAudit(database, { ...search, limit: longestFile + 1 })
  if (found.length === 0 || found.length > longestFile) throw unfit(found.length)
  const rows = await presented(database, accounts, found, Number.POSITIVE_INFINITY)
  return {
    title: '审计记录',
    above: { left: `${rows.length} 条`, right: beijingMinute(new Date()) },
    columns: [
      { label: '编号', width: 5 },
      { label: '时间', width: 9 },
      { label: '账号', width: 6 },
      { label: '类别', width: 5 },
      { label: '操作', width: 12, align: 'left' },
      { label: '涉及', width: 18, align: 'left' },
      { label: '说明', width: 24, align: 'left' },
    ],
    groups: [{ rows: rows.map(cellsOf) }],
    rowCount: rows.length,
    page: 'a4-landscape',
  }
}

const cellsOf = ({ id, at, actor, kind, action, about, shown }: AuditLogEntry): readonly string[] => [
  String(id),
  beijingMinute(new Date(at)),
  `${actor.name.zh}（${actor.account}）`,
  auditKindLabels[kind].zh,
  action.zh,
  about.map((one) => (one.name === null ? one.id : `${one.name}（${one.id}）`)).join('、'),
  shown.map(({ field, value }) => `${field.zh}：${value}`).join('；'),
]

async function searchFor(
  database: QueryExecutorProvider,
  { actor, person, kind, action, from, to }: AuditQuestion,
): Promise<Omit<AuditSearch, 'limit'>> {
  const choice = action ? oneAction(action) : kind && actionsOfKind(kind)
  return {
    actor: actor || undefined,
    people: person ? await readPeopleCalled(database, person) : undefined,
    choice,
    from: from === undefined ? undefined : dayBegins(from),
    until: to === undefined ? undefined : new Date(dayBegins(to).getTime() + 24 * 3600_000),
  }
}

/** Days of the office are days in Beijing, wherever the server's clock stands. */
const dayBegins = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

async function presented(
  database: QueryExecutorProvider,
  accounts: readonly Account[],
  found: readonly FoundEntry[],
  most?: number,
): Promise<readonly AuditLogEntry[]> {
  const names = await readAuditNames(database, [...new Set(found.flatMap(namedIn))])
  return found.map((entry) => presentEntry(entry, names, accounts, most))
}

const unfit = (count: number): Refusal =>
  count === 0
    ? new Refusal(
        422,
        'audit-file-empty',
        { zh: '没有符合条件的审计记录，文件没有生成。', en: 'No entry meets the conditions; no file was made.' },
        { zh: '放宽条件再导出。', en: 'Widen the conditions.' },
      )
    : new Refusal(
        422,
        'audit-file-too-long',
        {
          zh: `符合条件的超过 ${longestFile} 条，一份文件装不下。`,
          en: `More than ${longestFile} entries meet the conditions; one file takes no more.`,
        },
        { zh: '按时间分几次导出。', en: 'Take several files, by time.' },
      )
