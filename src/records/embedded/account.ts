/**
 * PostgreSQL refuses to run as root, so a root owner hands its server to an unprivileged account. Where that account
 * cannot enter the folders (a checkout in the home of root), the server keeps one capability, DAC_OVERRIDE, and nothing else of root.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ProblemError } from '#domain/problem.ts'

export interface Account {
  readonly uid: number
  readonly gid: number
}

/** Starts a program as the account that owns the cluster. */
export type Launch = (program: string, args: readonly string[], options: SpawnOptions) => ChildProcess

/** The account that is to own a cluster: ourselves, or for root the present owner, `postgres`, or `nobody`. */
export function clusterAccount(cluster: string): Account {
  const uid = process.geteuid?.() ?? -1
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? -1 }
  if (existsSync(cluster)) {
    const owner = statSync(cluster)
    if (owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  return namedAccount('postgres') ?? namedAccount('nobody') ?? { uid: 65534, gid: 65534 }
}

function namedAccount(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

/** How to start programs as `account`, given the folders that they must be able to enter. */
export function launcherFor(account: Account, folders: readonly string[]): Launch {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
  const changes = process.geteuid?.() === 0
  const closed = changes ? folders.find((folder) => !canEnter(account, folder)) : undefined
  if (setpriv === undefined) {
    if (closed !== undefined) throw closedFolder(closed)
    return (program, args, options) => spawn(program, args, changes ? { ...options, ...account } : options)
  }
  const privileges = [
    ...(changes ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : []),
    // access(2) honours a capability of an unprivileged account only under no_setuid_fixup, see capabilities(7).
    ...(closed === undefined
      ? []
      : ['--securebits=+no_setuid_fixup', '--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override']),
    // The server shuts down in good order when its owner dies, however it dies.
    '--pdeathsig=INT',
    '--',
  ]
  return (program, args, options) => spawn(setpriv, [...privileges, program, ...args], options)
}

/** Can the account enter this folder and every folder above it? */
function canEnter(account: Account, folder: string): boolean {
  const { mode, uid, gid } = statSync(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  const above = dirname(folder)
  return above === folder || canEnter(account, above)
}

const closedFolder = (folder: string): ProblemError =>
  new ProblemError({
    code: 'folder-closed-to-database',
    file: folder,
    message: {
      zh: `数据库不能以 root 身份运行，而普通账户进不了文件夹 ${folder}。`,
      en: `The database cannot run as root, and an ordinary account cannot enter the folder ${folder}.`,
    },
    mend: {
      zh: '以普通用户身份运行，或安装 util-linux 的 setpriv，或把程序和数据文件夹放到其他账户可进入的位置。',
      en: 'Run as an ordinary user, or install setpriv of util-linux, or move the program and its data folder to a place that other accounts may enter.',
    },
  })
