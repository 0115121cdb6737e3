/** The audit log for the auditor: who did what, when, to whom; nothing of what was written. */
import { z } from 'zod'
import { auditKinds } from '#domain/lexicon/audit-actions.ts'
import { exportPurpose } from './exports.ts'
import { officer } from './officers.ts'
import { instant, text } from './shared.ts'
import { day, kept } from './written.ts'

const asked = {
  actor: z.string().max(64).optional().describe('An account, or `system`.'),
  person: kept(64).optional().describe('The id or the whole name of somebody looked at or worked on.'),
  kind: z.enum(auditKinds).optional(),
  action: z.string().max(64).optional().describe('An action, or the beginning of a family of them (`case.`).'),
  from: day.optional(),
  to: day.optional(),
}

/** GET /api/audit: the newest first. */
export const auditQuery = z.object({
  ...asked,
  before: z.coerce.number().int().positive().optional().describe('Entries older than this one.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const auditEntry = z
  .object({
    id: z.int(),
    at: instant,
    actor: officer,
    action: text,
    kind: z.enum(auditKinds),
    about: z.array(z.object({ id: z.string(), name: z.string().nullable() })).describe('Whom or what it names.'),
    shown: z.array(z.object({ field: text, value: z.string() })).describe('What its detail says without content.'),
  })
  .meta({ id: 'AuditLogEntry' })

export const auditPage = z
  .object({
    rows: z.array(auditEntry),
    next: z.int().nullable().describe('The `before` of the next page; null where this is the last.'),
  })
  .meta({ id: 'AuditPage' })

/** POST /api/audit/file */
export const auditOrder = z.object({ ...asked, format: z.literal('xlsx'), purpose: exportPurpose })

/** GET /api/audit/chain */
export const auditChain = z
  .object({
    entries: z.int(),
    since: instant.nullable(),
    until: instant.nullable(),
    leastMonths: z.int().describe('How long the log is kept at least, by law.'),
    checkpoint: z.object({ entry: z.int(), at: instant }).nullable(),
    verified: z
      .object({ at: instant, by: officer, entries: z.int(), isSound: z.boolean(), brokenAt: z.int().nullable() })
      .nullable(),
    underWay: z.object({ fraction: z.number(), by: text }).nullable(),
    problem: text.nullable().describe('What the last verification of this server found wrong, or why it ended.'),
  })
  .meta({ id: 'AuditChain' })

export type AuditQuery = z.output<typeof auditQuery>
export type AuditPage = z.output<typeof auditPage>
export type AuditLogEntry = z.output<typeof auditEntry>
export type AuditChainState = z.output<typeof auditChain>
