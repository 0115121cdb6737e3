import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import {
  type BackupOutcome,
  externalDatabase,
  type Place,
  type RestoreOutcome,
  backUp as run,
  restore as runRestore,
} from '#records/keeping/index.ts'
import { productVersion } from '../../health/product-version.ts'
import { backupKey, restoreKey } from './keys.ts'

export interface BackUpOptions {
  readonly place: Place
  readonly to: string
  readonly key?: string
  readonly verify: boolean
  /** Begins a new key, so that those of the backups before can be destroyed. */
  readonly renewsKey?: boolean
  readonly onMessage: (message: Text) => void
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

/** Backs up the embedded records. @throws ProblemError `backup-external-database` */
export async function backUp({ key, place, onMessage, renewsKey, ...options }: BackUpOptions): Promise<BackupOutcome> {
  if ('databaseUrl' in place) throw externalDatabase()
  const { dataFolder } = place
  const sealedWith = backupKey(place, key, { isRenewed: renewsKey === true, onMessage })
  const product = await productVersion()
  return run({ ...options, dataFolder, key: sealedWith, product, actor: 'system' }).catch(asStopped)
}

export interface RestoreFromOptions {
  readonly from: string
  readonly to: string
  readonly at?: Date
  readonly archive?: string
  readonly key?: string
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

export const restoreFrom = ({ key, ...options }: RestoreFromOptions): Promise<RestoreOutcome> =>
  runRestore({ ...options, key: restoreKey(key), actor: 'system' }).catch(asStopped)

function asStopped(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError')
    throw new ProblemError({
      code: 'stopped',
      message: { zh: '已按要求停止，没有留下任何文件。', en: 'Stopped as asked; no file is left.' },
      mend: { zh: '需要时重新运行。', en: 'Run it again when you wish.' },
    })
  throw error
}
