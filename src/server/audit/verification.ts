/** Following the whole chain on demand: one at a time in this server, with progress, stopped when asked. */
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { Records } from '#records/index.ts'
import type { AuditVerification, VerificationOptions } from '#records/keeping/index.ts'
import type { Account } from '../access/account.ts'

/** With what a site verifies: its public keys, and checkpoints kept outside the database. */
export type AuditProof = () => Pick<VerificationOptions, 'files' | 'keys'>

export interface Verification {
  /** False where one is under way. */
  begin(account: Account): boolean
  stop(): Promise<boolean>
  underWay(): { readonly fraction: number; readonly by: Text } | null
  /** What the last one found wrong, or why it ended. */
  problem(): Text | null
  close(): Promise<void>
}

interface Work {
  readonly by: Text
  readonly stop: AbortController
  fraction: number
  ended: Promise<void>
}

export function openVerification(records: Records, proof: AuditProof): Verification {
  let work: Work | undefined
  let problem: Text | null = null

  async function follow(own: Work, actor: string): Promise<void> {
    try {
      const report = await records.verifyAuditLog({
        ...proof(),
        signal: own.stop.signal,
        onProgress: ({ fraction }) => {
          own.fraction = fraction
        },
      })
      const fault = faultOf(report)
      problem = fault?.said ?? null
      const detail = { entries: report.entries, isSound: fault === undefined, brokenAt: fault?.entry }
      await records.commit({ actor, action: 'audit.verify', detail }, async () => undefined)
    } catch (error) {
      problem = own.stop.signal.aborted ? stopped : whyOf(error)
    } finally {
      work = undefined
    }
  }

  async function stop(): Promise<boolean> {
    if (!work) return false
    const { ended } = work
    work.stop.abort()
    await ended
    return true
  }

  return {
    begin(account) {
      if (work) return false
      const own: Work = { by: account.name, stop: new AbortController(), fraction: 0, ended: Promise.resolve() }
      work = own
      problem = null
      own.ended = follow(own, account.account)
      return true
    },
    stop,
    underWay: () => (work ? { fraction: work.fraction, by: work.by } : null),
    problem: () => problem,
    close: async () => void (await stop()),
  }
}

/** The first entry that does not fit, or the first checkpoint whose signature is not good. */
const faultOf = ({ fault, checkpoints }: AuditVerification): { entry: number; said: Text } | undefined =>
  fault ?? checkpoints.refused[0]

const stopped: Text = { zh: '核验已停止，没有结论。', en: 'The verification was stopped; it says nothing.' }

function whyOf(error: unknown): Text {
  if (error instanceof ProblemError && error.problems[0]) return error.problems[0].message
  process.stderr.write(`audit verification: ${error instanceof Error ? error.message : String(error)}\n`)
  return { zh: '核验中断，没有结论。', en: 'The verification was cut off; it says nothing.' }
}
