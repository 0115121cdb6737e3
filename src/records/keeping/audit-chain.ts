/**
 * The chain of the audit log, recomputed outside the database: what an entry says, the hash that follows from it, and the
 * first entry that does not fit. The database's own function is not asked, for whoever owns it may have replaced it.
 */
import { createHash, hash } from 'node:crypto'
import type { Text } from '#domain/text.ts'

/** An entry as the log holds it; times in UTC with microseconds, the detail as the text of its jsonb. */
export interface ChainedEntry {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string | null
  readonly detail: string | null
  readonly recordedAt: string | null
  readonly form: number | null
  readonly previousHash: string
  readonly hash: string
}

export type Digest = 'sha256' | 'sm3'

/** What is known from elsewhere of the log up to an entry. */
export interface Anchor {
  readonly entry: number
  readonly hash: string
  readonly digest?: Digest
  readonly seal?: string
}

/**
 * What does not fit. `altered`: the content is not what its hash was made of. `missing`: an id is left out. `disordered`:
 * an id comes twice or too late. `unlinked`: the entry does not continue the one before. `rewritten`: the chain fits, but not
 * what is known from elsewhere. `cut-off`: the log ends before an entry that is known from elsewhere.
 */
export type FaultKind = 'altered' | 'missing' | 'disordered' | 'unlinked' | 'rewritten' | 'cut-off'

export interface AuditFault {
  readonly kind: FaultKind
  /** The first entry that does not fit. */
  readonly entry: number
  /** The earliest entry that may have been changed: the one after the last checkpoint that holds, where the chain alone cannot tell. */
  readonly from: number
  /** When and what the log says of the entry, where it is there at all. */
  readonly at?: string
  readonly actor?: string
  readonly action?: string
  readonly said: Text
}

/** The text that is hashed after the hash before it: as the database writes a jsonb array. */
export function contentOf(entry: ChainedEntry): string {
  const { id, at, actor, action, subject, detail, form, recordedAt } = entry
  const words = [actor, action, subject].map((word) => JSON.stringify(word))
  const moments = form === null ? [String(id), JSON.stringify(at)] : momentsOf(form, id, at, recordedAt)
  return `[${[...moments, ...words, detail ?? 'null'].join(', ')}]`
}

const momentsOf = (form: number, id: number, at: string, recordedAt: string | null): readonly string[] => [
  String(form),
  String(id),
  JSON.stringify(at),
  JSON.stringify(recordedAt),
]

export const hashOf = (entry: ChainedEntry): string => hash('sha256', entry.previousHash + contentOf(entry), 'hex')

/** The last entry of a checkpoint under the digest that the site has chosen. */
export const sealOf = (entry: ChainedEntry, digest: Digest): string =>
  createHash(digest)
    .update(entry.previousHash + contentOf(entry))
    .digest('hex')

export interface ChainReader {
  /** Takes the next entry of the log; the fault that it shows, if any. After a fault nothing more is to be read. */
  next(entry: ChainedEntry): AuditFault | undefined
  /** The log has ended. */
  end(): AuditFault | undefined
  readonly entries: number
  readonly head: string
}

/**
 * Reads a log from its beginning, or from an entry that is known to be good.
 * @param anchors what is known from elsewhere, in any order
 */
export function readChain(anchors: readonly Anchor[] = [], start: Anchor = { entry: 0, hash: '' }): ChainReader {
  const awaited = [...anchors].filter(({ entry }) => entry > start.entry).sort((a, b) => a.entry - b.entry)
  let last = start
  let confirmed = start.entry
  let turn = 0
  return {
    next(entry) {
      const fault = misfit(entry, last)
      if (fault) return fault
      last = { entry: entry.id, hash: entry.hash }
      for (let anchor = awaited[turn]; anchor?.entry === entry.id; anchor = awaited[turn]) {
        if (!agrees(entry, anchor))
          return faultAt(entry, 'rewritten', rewritten(confirmed + 1, entry.id), confirmed + 1)
        turn += 1
      }
      if (awaited[turn - 1]?.entry === entry.id) confirmed = entry.id
      return undefined
    },
    end() {
      const beyond = awaited.at(-1)
      if (turn >= awaited.length || beyond === undefined) return undefined
      const entry = last.entry + 1
      return { kind: 'cut-off', entry, from: confirmed + 1, said: cutOff(last.entry, beyond.entry) }
    },
    get entries() {
      return last.entry
    },
    get head() {
      return last.hash
    },
  }
}

function misfit(entry: ChainedEntry, last: Anchor): AuditFault | undefined {
  const due = last.entry + 1
  if (entry.id > due) return { kind: 'missing', entry: due, from: due, said: missing(due, entry) }
  if (entry.id < due) return faultAt(entry, 'disordered', disordered(entry.id))
  // A JSON null says the same as no detail, and nothing of ours writes it.
  if (entry.detail === 'null' || hashOf(entry) !== entry.hash) return faultAt(entry, 'altered', altered(entry.id))
  if (entry.previousHash !== last.hash) return faultAt(entry, 'unlinked', unlinked(entry.id), Math.max(1, last.entry))
  return undefined
}

const agrees = (entry: ChainedEntry, { hash: known, digest, seal }: Anchor): boolean =>
  entry.hash === known && (digest === undefined || sealOf(entry, digest) === seal)

const faultAt = (entry: ChainedEntry, kind: FaultKind, said: Text, from = entry.id): AuditFault => ({
  kind,
  entry: entry.id,
  from,
  at: entry.at,
  actor: entry.actor,
  action: entry.action,
  said,
})

const altered = (id: number): Text => ({
  zh: `第 ${id} 条的内容与它自己的哈希不符：记录之后被改过。`,
  en: `Entry ${id} is not what its own hash was made of: it was changed after it had been written.`,
})
const missing = (due: number, next: ChainedEntry): Text => ({
  zh: `缺第 ${due}${next.id - 1 > due ? ` 至 ${next.id - 1}` : ''} 条，下一条是第 ${next.id} 条（${next.at}，${next.action}）：中间有记录被删除。`,
  en: `Entry ${due}${next.id - 1 > due ? ` to ${next.id - 1}` : ''} is missing; the next is ${next.id} (${next.at}, ${next.action}): something was deleted.`,
})
const disordered = (id: number): Text => ({
  zh: `编号 ${id} 重复或次序不对：有记录被插入或调换。`,
  en: `The id ${id} comes twice or out of order: an entry was inserted or exchanged.`,
})
const unlinked = (id: number): Text => ({
  zh: `第 ${id} 条没有接上前一条的哈希：前一条被替换，或这一条是后插入的。`,
  en: `Entry ${id} does not continue the hash before it: the one before was replaced, or this one was inserted.`,
})
const rewritten = (from: number, to: number): Text => ({
  zh: `第 ${to} 条与签名检查点不符：第 ${from} 至 ${to} 条之间的记录被整段改写。`,
  en: `Entry ${to} is not what the signed checkpoint says: something from entry ${from} to ${to} was rewritten with all that follows.`,
})
const cutOff = (last: number, known: number): Text => ({
  zh: `日志止于第 ${last} 条，而签名检查点证明至少有 ${known} 条：末尾被截去。`,
  en: `The log ends at entry ${last}, while a signed checkpoint shows at least ${known}: its end was cut off.`,
})
