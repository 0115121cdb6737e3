/** What can be seen without the database. */
import { existsSync } from 'node:fs'
import { readdir, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { isClosed } from '#records/keeping/index.ts'
import { type Check, met, unknown, unmet } from './check.ts'

const oldestNode = 24

export function nodeCheck(): Check {
  const version = process.versions.node
  const said = { zh: `Node ${version}`, en: `Node ${version}` }
  if (Number.parseInt(version, 10) >= oldestNode) return met('node', said)
  const mend = {
    zh: '用 npx zhiren 运行，它带着所需的 Node。',
    en: 'Run it as npx zhiren, which brings the Node that it needs.',
  }
  return unmet('node', said, mend)
}

export function localeCheck(): Check {
  const locale = process.env.LC_ALL || process.env.LC_CTYPE || process.env.LANG || 'C'
  const said = { zh: `终端字符集 ${locale}`, en: `Terminal locale ${locale}` }
  if (/utf-?8/i.test(locale)) return met('locale', said)
  const mend = {
    zh: '设置 LANG=C.UTF-8，否则终端里的中文可能显示不出。',
    en: 'Set LANG=C.UTF-8, or Chinese may not show in the terminal.',
  }
  return unmet('locale', said, mend)
}

/** Files that nobody but their owner may read. */
export async function rightsChecks(dataFolder: string): Promise<readonly Check[]> {
  const keys = join(dataFolder, 'keys')
  const inKeys = existsSync(keys) ? (await readdir(keys)).filter((name) => !name.endsWith('.pub')) : []
  const named = ['ZHIREN_BACKUP_KEY', 'ZHIREN_AUDIT_KEY', 'ZHIREN_ACCOUNT_KEY', 'ZHIREN_FIELD_KEY'].flatMap(
    (name) => process.env[name] || [],
  )
  const closed = [
    ...['password', 'postgres-18', 'archive', 'keys'].map((name) => join(dataFolder, name)),
    ...inKeys.map((name) => join(keys, name)),
    ...named,
  ]
  const open = closed.filter((path) => existsSync(path) && !isClosed(path))
  const absent = named.filter((path) => !existsSync(path))
  return [
    open.length === 0
      ? met('rights', {
          zh: '数据文件夹和密钥文件只有本账户能读。',
          en: 'Data folder and key files are closed to other accounts.',
        })
      : unmet(
          'rights',
          { zh: `其他账户能读：${open.join('、')}`, en: `Open to other accounts: ${open.join(', ')}` },
          { zh: `运行 chmod go= ${open.join(' ')}`, en: `Run chmod go= ${open.join(' ')}` },
        ),
    ...absent.map((path) =>
      unmet(
        'keys',
        { zh: `环境变量指出的密钥不在：${path}`, en: `A key named in the environment is not there: ${path}` },
        { zh: '把密钥文件放回，或改正环境变量。', en: 'Put the key file back, or correct the environment.' },
      ),
    ),
    inKeys.length === 0
      ? met('keys-apart', { zh: '数据文件夹里没有密钥。', en: 'No key lies in the data folder.' })
      : unmet(
          'keys-apart',
          {
            zh: `密钥还在数据文件夹里：${inKeys.join('、')}`,
            en: `Keys still lie in the data folder: ${inKeys.join(', ')}`,
          },
          {
            zh: '移到数据和备份以外的地方，用 ZHIREN_BACKUP_KEY、ZHIREN_AUDIT_KEY、ZHIREN_ACCOUNT_KEY 指出。',
            en: 'Move them away from data and backups and name them by ZHIREN_BACKUP_KEY, ZHIREN_AUDIT_KEY, ZHIREN_ACCOUNT_KEY.',
          },
        ),
  ]
}

export async function diskCheck(folder: string, leastFreePercent: number): Promise<Check> {
  const disk = await statfs(folder)
  const free = (disk.bavail / disk.blocks) * 100
  const size = `${((disk.bavail * disk.bsize) / 1e9).toFixed(1)} GB (${free.toFixed(0)} %)`
  const said = { zh: `磁盘剩余 ${size}`, en: `Free disk ${size}` }
  if (free >= leastFreePercent) return met('disk', said)
  return unmet('disk', said, {
    zh: '腾出空间或扩容；磁盘写满时数据库会停下。',
    en: 'Make room or enlarge the disk: the database stops when it is full.',
  })
}

/** @param pid of a server whose owner was killed, if there is one */
export function orphanCheck(pid: number | undefined): Check {
  if (pid === undefined)
    return met('orphans', { zh: '没有遗留的数据库进程。', en: 'No database process is left behind.' })
  return unmet(
    'orphans',
    { zh: `数据库进程 ${pid} 的主进程已不在。`, en: `The database process ${pid} has lost its owner.` },
    {
      zh: '启动工作台即可：它先让这个进程正常结束。',
      en: 'Start the workbench: it first lets that process end in good order.',
    },
  )
}

export function pagesCheck(): Check {
  const stamp = new URL('../../../../dist/web/.source', import.meta.url)
  if (existsSync(stamp)) return met('pages', { zh: '页面已构建。', en: 'The pages are built.' })
  return unmet(
    'pages',
    { zh: '页面还没有构建。', en: 'The pages are not built.' },
    { zh: '启动工作台时会自动构建。', en: 'Starting the workbench builds them.' },
  )
}

export async function portCheck(host: string, port: number): Promise<Check> {
  const trial = createServer()
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    trial.once('error', resolve)
    trial.listen(port, host, () => trial.close(() => resolve(undefined)))
  })
  const place = `${host}:${port}`
  if (!failure) return met('port', { zh: `端口 ${place} 空闲。`, en: `The port ${place} is free.` })
  return unknown(
    'port',
    { zh: `端口 ${place} 不能用（${failure.code}）。`, en: `The port ${place} cannot be used (${failure.code}).` },
    {
      zh: '工作台正在运行时本该如此；否则用 --port 另选。',
      en: 'As it should be while the workbench runs there; otherwise choose another with --port.',
    },
  )
}
