/**
 * The processing register (PIPL 55–56; GB/T 35273): made of what the system itself knows of its tables, permissions, rules,
 * exports and safeguards at the moment it is asked.
 */
import { formatDate } from '#domain/calendar.ts'
import { exportLabels } from '#domain/lexicon/export-terms.ts'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { fieldClassLabels, tableClasses } from '#domain/lexicon/field-classes.ts'
import { labelOfField } from '#domain/lexicon/field-terms.ts'
import { type ProcessingActivity, processingActivities, roleNames } from '#domain/lexicon/processing-terms.ts'
import { fieldNamesOf, type TableName } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'
import { countHeld, countTakenOut, type Records } from '#records/index.ts'
import { readKeepingState } from '#records/keeping/index.ts'
import { currentEdition, readAuditExtent } from '#records/queries/index.ts'
import { sealedFieldsOf } from '#records/sealing/index.ts'
import { mayUse, type Permission, type Role } from '../access/permission.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { ProcessingRegister, RegisteredActivity } from '../contract/index.ts'
import { neutralityOf } from '../neutrality/report.ts'
import { monthsKept } from '../retention/retention-page.ts'

export interface RegisterDesk {
  readonly records: Records
  readonly cases: CaseDesk
}

export async function registerOf({ records, cases }: RegisterDesk): Promise<ProcessingRegister> {
  const { database } = records
  const [book, held, out] = await Promise.all([cases.book(), countHeld(database), countTakenOut(database)])
  return {
    madeAt: new Date().toISOString(),
    people: held.get('cadres') ?? 0,
    activities: processingActivities.map((activity) => registered(activity, book, held, cases.today())),
    recipients: out.map(({ kind, files, people, lastAt }) => ({
      label: (exportLabels as Readonly<Record<string, Text>>)[kind] ?? { zh: kind, en: kind },
      files,
      people,
      lastAt: lastAt.toISOString(),
    })),
    measures: await measuresOf(records, cases, book),
  }
}

function registered(
  { id, name, purpose, source, tables, permissions, bases, retention, computed }: ProcessingActivity,
  book: RuleBook,
  held: ReadonlyMap<TableName, number>,
  today: number,
): RegisteredActivity {
  return {
    id,
    name,
    purpose,
    source,
    tables: tables.map((table) => heldTable(table, held.get(table) ?? 0)),
    roles: rolesOf(permissions as readonly Permission[]),
    bases: bases.map((rule) => citationOf(book, rule)),
    retention: retention.map((rule) => ({
      label: book.rules.get(rule)?.title ?? { zh: rule, en: rule },
      months: monthsKept(book, rule, today),
      isConfirmed: book.rules.get(rule)?.status === 'VERIFIED',
    })),
    computed: computed ? { says: computed.says, rules: computed.rules.map((rule) => citationOf(book, rule)) } : null,
  }
}

function heldTable(table: TableName, rows: number): RegisteredActivity['tables'][number] {
  const held = tableClasses[table]
  const closer = held === 'nobody' ? [] : Object.keys(held.fields ?? {})
  return {
    table,
    label: labelOfTable(table),
    class:
      held === 'nobody' ? { zh: '任何人不得逐条查看', en: 'Read by nobody one by one' } : fieldClassLabels[held.row],
    fields: fieldNamesOf(table).length,
    sensitive: closer.map((field) => labelOfField(table, field)),
    sealed: sealedFieldsOf(table).map(({ column }) => labelOfField(table, column)),
    rows,
  }
}

const rolesOf = (permissions: readonly Permission[]): Text[] =>
  (Object.keys(roleNames) as Role[])
    .filter((role) => permissions.some((permission) => mayUse(role, permission)))
    .map((role) => roleNames[role])

type Measures = ProcessingRegister['measures']

async function measuresOf(records: Records, cases: CaseDesk, book: RuleBook): Promise<Measures> {
  const { database } = records
  const [keeping, extent] = await Promise.all([readKeepingState(database), readAuditExtent(database)])
  const { lastBackup } = keeping
  const sound = extent.verified?.detail?.isSound === true
  return [
    {
      id: 'rights',
      label: { zh: '权限', en: 'Rights' },
      says: {
        zh: '按管辖、角色和信息类别授权，由数据库强制；未授予的看不到',
        en: 'By authority, role and class, enforced by the database',
      },
      at: null,
      isMet: true,
    },
    {
      id: 'sealed',
      label: { zh: '字段加密', en: 'Sealed fields' },
      says: {
        zh: '身份号码和监督文字加密存储，密钥另存',
        en: 'Citizen numbers and supervision texts lie encrypted, keys apart',
      },
      at: null,
      isMet: true,
    },
    {
      id: 'audit',
      label: { zh: '审计日志', en: 'Audit log' },
      says: { zh: `${extent.entries} 条，逐条成链`, en: `${extent.entries} entries, chained` },
      at: extent.until?.toISOString() ?? null,
      isMet: extent.entries > 0,
    },
    {
      id: 'verified',
      label: { zh: '审计链核验', en: 'Verification of the audit' },
      says: extent.verified
        ? sound
          ? { zh: '最近一次核验完好', en: 'Found sound' }
          : { zh: '最近一次核验有对不上的条目', en: 'Something did not fit' }
        : { zh: '还没有核验过', en: 'Not verified yet' },
      at: extent.verified?.at.toISOString() ?? null,
      isMet: sound,
    },
    {
      id: 'backup',
      label: { zh: '备份', en: 'Backup' },
      says: lastBackup
        ? lastBackup.verified
          ? { zh: '加密备份，已试恢复', en: 'Encrypted, and tried by a restore' }
          : { zh: '加密备份，没有试恢复', en: 'Encrypted, not tried by a restore' }
        : { zh: '还没有备份', en: 'No backup yet' },
      at: lastBackup?.at.toISOString() ?? null,
      isMet: lastBackup?.verified === true,
    },
    await neutralityMeasure(records, cases, book),
  ]
}

/** How many groups are to be looked at, and nothing of which: those who select see no tally. */
async function neutralityMeasure({ database }: Records, cases: CaseDesk, book: RuleBook): Promise<Measures[number]> {
  const label = { zh: '公平性比对', en: 'Neutrality' }
  const edition = await currentEdition(database)
  if (!edition)
    return { id: 'neutrality', label, says: { zh: '还没有分析', en: 'Not analysed yet' }, at: null, isMet: false }
  const { stages } = await neutralityOf(database, cases, book, edition)
  const look = stages
    .flatMap(({ groupings }) => groupings)
    .flatMap(({ groups }) => groups)
    .filter(({ state }) => state === 'look').length
  return {
    id: 'neutrality',
    label,
    says: {
      zh: `${formatDate(edition.asOf, '.')} 的分析，${look} 处提示核对；明细只给安全审计员`,
      en: `Analysis of ${formatDate(edition.asOf)}: ${look} groups to be looked at; details are the auditor’s`,
    },
    at: edition.madeAt.toISOString(),
    isMet: look === 0,
  }
}

/** How long signed assessments are kept at least. */
export const assessmentMonths = (book: RuleBook, today: number): number =>
  Number(localReader(book, 'RETAIN-ASSESSMENT', today)('months'))
