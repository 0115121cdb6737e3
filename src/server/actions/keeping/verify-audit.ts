import { existsSync } from 'node:fs'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import { type AuditVerification, type Place, verifyAuditLog, withReached } from '#records/keeping/index.ts'
import { auditProof } from './keys.ts'

export interface VerifyOptions {
  readonly place: Place
  /** A file of checkpoints kept elsewhere, beside those of the database and the data folder. */
  readonly checkpoints?: string
  /** Public keys (PEM), where they are not beside the signing key. */
  readonly key?: string
  /** Follows only what came after the last checkpoint of the database. */
  readonly quick?: boolean
  readonly onProgress?: OnProgress
}

/** Verifies the audit log of records, running or not; is it sound, and what holds it. */
export async function verifyAudit(options: VerifyOptions): Promise<AuditVerification & { readonly sound: boolean }> {
  const { place, checkpoints, key, quick = false, onProgress } = options
  const proof = auditProof(place, key)
  if (checkpoints !== undefined && !existsSync(checkpoints)) throw noCheckpoints(checkpoints)
  const files = checkpoints === undefined ? proof.files : [...proof.files, checkpoints]
  const report = await withReached(place, (session) =>
    verifyAuditLog(session, { ...proof, files, quick, ...(onProgress ? { onProgress } : {}) }),
  )
  return { ...report, sound: report.fault === undefined && report.checkpoints.refused.length === 0 }
}

const noCheckpoints = (file: string): ProblemError =>
  new ProblemError({
    code: 'checkpoints-missing',
    file,
    message: { zh: `没有检查点文件 ${file}。`, en: `There is no file of checkpoints ${file}.` },
    mend: { zh: '核对 --checkpoints 的路径。', en: 'Check the path given with --checkpoints.' },
  })
