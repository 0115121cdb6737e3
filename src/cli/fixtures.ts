/** The command line as others call it: a process of its own, in a Chinese locale, in a folder. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const main = join(import.meta.dirname, 'main.ts')

export interface Outcome {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** @example shellIn(folder)('check', '--help').code // 0 */
export const shellIn =
  (folder: string) =>
  (...given: string[]): Outcome => {
    const result = spawnSync(process.execPath, [main, ...given], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '', LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    })
    return { code: result.status, out: result.stdout, err: result.stderr }
  }
