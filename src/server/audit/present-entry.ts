/** An entry of the log as the auditor may see it: who, what, when, whom; of its detail the fields that hold no content. */

import { detailLabel } from '#domain/lexicon/audit/detail-labels.ts'
import { actionSaid } from '#domain/lexicon/audit-actions.ts'
import type { FoundEntry } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { AuditLogEntry } from '../contract/index.ts'
import { presentOfficer } from '../presenters/named.ts'

/** How many of those that an entry names are shown; the export has all. */
const namesShown = 12

/** Ids that an entry names: the parts of its subject, and the people and pairs that its detail lists. */
export function namedIn({ subject, detail }: FoundEntry): readonly string[] {
  const listed = [...listOf(detail?.cadres), ...listOf(detail?.pairs)].flatMap((one) => one.split('/'))
  return [...new Set([...(subject?.split('/') ?? []), ...listed])].filter((id) => id !== '')
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

export function presentEntry(
  entry: FoundEntry,
  names: ReadonlyMap<string, string>,
  accounts: readonly Account[],
  most = namesShown,
): AuditLogEntry {
  const { label, kind, shows } = actionSaid(entry.action)
  const nameOf = (id: string): string | null =>
    names.get(id) ?? accounts.find(({ account }) => account === id)?.name.zh ?? null
  return {
    id: entry.id,
    at: entry.at.toISOString(),
    actor: presentOfficer(accounts, entry.actor),
    action: label,
    kind,
    about: namedIn(entry)
      .slice(0, most)
      .map((id) => ({ id, name: nameOf(id) })),
    shown: shows.flatMap((field) => {
      const value = written(entry.detail?.[field])
      return value === '' ? [] : [{ field: detailLabel(field), value }]
    }),
  }
}

/** A value of a detail as text; empty where there is none. */
function written(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(written).join(' ')
  if (typeof value === 'boolean') return value ? '✓' : '✗'
  return typeof value === 'object' ? '' : String(value)
}
