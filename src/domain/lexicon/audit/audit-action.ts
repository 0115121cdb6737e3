import type { Text } from '../../text.ts'

/** What an entry of the audit log is of: a look at what is held, a file that left, work, accounts and rights, the system. */
export const auditKinds = ['look', 'out', 'work', 'access', 'system'] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditKindLabels: Readonly<Record<AuditKind, Text>> = {
  look: { zh: '查看', en: 'Looks' },
  out: { zh: '导出', en: 'Files that left' },
  work: { zh: '办理', en: 'Work' },
  access: { zh: '账号和权限', en: 'Accounts and rights' },
  system: { zh: '系统', en: 'System' },
}

export interface AuditAction {
  readonly kind: AuditKind
  readonly label: Text
  /** Fields of its detail without personnel content: all that the auditor sees of it. */
  readonly shows: readonly string[]
  /** Whoever it names is told of it, in these words, on the own page. */
  readonly isTold: boolean
}

export type AuditActions = Readonly<Record<string, AuditAction>>

/** A label and the fields that may be shown. */
type Words = readonly [zh: string, en: string, ...shows: string[]]

export const actionsOf = (kind: AuditKind, words: Readonly<Record<string, Words>>, isTold = false): AuditActions =>
  Object.fromEntries(
    Object.entries(words).map(([action, [zh, en, ...shows]]) => [action, { kind, label: { zh, en }, shows, isTold }]),
  )
