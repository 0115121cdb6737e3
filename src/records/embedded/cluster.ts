/**
 * The life of the embedded server: a cluster in the data folder, initialised once, started by one owner, reached over a
 * socket that only the owner may open. The cluster is made beside its place and renamed, so a half-made one is never used.
 *
 * Its collation is the builtin C.UTF-8: order by code point, the same on every machine and in every version, where the
 * order of libc or ICU changes with the operating system and silently breaks indexes. Chinese order is asked for by name.
 */
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { ProblemError } from '#domain/problem.ts'
import { type Account, clusterAccount, type Launch, launcherFor } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { stopOrphan } from './orphan.ts'
import { type ServerSettings, serverArguments } from './settings.ts'

export interface RunningCluster {
  readonly connection: ClientConfig
  /** Shuts the server down: in good order, but a scratch one at once, for nothing of it is kept. */
  stop(): Promise<void>
  /** Asks the server to shut down, from a process that is about to end. */
  abandon(): void
}

const user = 'zhiren'
const logLimit = 10_000_000

/** Starts the server of a data folder; the caller holds the folder's lock. */
export async function startCluster(
  dataFolder: string,
  scratch: boolean,
  further: ServerSettings = {},
): Promise<RunningCluster> {
  const binaries = findBinaries()
  const cluster = join(dataFolder, 'postgres-18')
  const account = clusterAccount(cluster)
  const launch = launcherFor(account, [binaries.folder, dataFolder])
  if (existsSync(cluster)) await stopOrphan(cluster)
  else await initialise({ dataFolder, cluster, binaries, account, launch, scratch })
  const socketFolder = makeSocketFolder(dataFolder, account)
  const connection = {
    host: socketFolder,
    user,
    database: 'postgres',
    password: readFileSync(passwordFile(dataFolder), 'utf8'),
  }
  const args = ['-D', cluster, ...serverArguments(dataFolder, socketFolder, scratch, further)]
  const start = (log: number): ChildProcess =>
    launch(binaries.postgres, args, { detached: true, stdio: ['ignore', log, log] })
  const server = await startServer(start, connection, join(dataFolder, 'postgres.log'))
  const ending = scratch ? 'SIGQUIT' : 'SIGINT'
  return {
    connection,
    stop: async () => {
      await stopServer(server, ending)
      rmSync(socketFolder, { recursive: true, force: true })
    },
    abandon: () => void server.kill(ending),
  }
}

const passwordFile = (dataFolder: string): string => join(dataFolder, 'password')

interface Site {
  readonly dataFolder: string
  readonly cluster: string
  readonly binaries: Binaries
  readonly account: Account
  readonly launch: Launch
  readonly scratch: boolean
}

async function initialise(site: Site): Promise<void> {
  const { account } = site
  const half = `${site.cluster}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const password = passwordFile(site.dataFolder)
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  for (const path of [half, password]) chownSync(path, account.uid, account.gid)
  const options = ['-D', half, '-U', user, '--pwfile', password, '--auth=scram-sha-256', '--encoding=UTF8']
  const collation = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  // One call for the whole file system where there is one, instead of one for each of a thousand files.
  const sync = site.scratch ? ['--no-sync'] : process.platform === 'linux' ? ['--sync-method=syncfs'] : []
  const child = site.launch(site.binaries.initdb, [...options, ...collation, ...sync], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk) => {
    complaint += String(chunk)
  })
  const code = await exitOf(child)
  if (code !== 0) throw startFailed(site.dataFolder, complaint)
  renameSync(half, site.cluster)
}

/** A socket path may have about 100 bytes; a data folder that lies deeper gets its socket in the temporary folder. */
function makeSocketFolder(dataFolder: string, account: Account): string {
  const inside = join(dataFolder, 'socket')
  const fits = Buffer.byteLength(inside) <= 80
  if (fits) rmSync(inside, { recursive: true, force: true })
  if (fits) mkdirSync(inside, { mode: 0o700 })
  const folder = fits ? inside : mkdtempSync(join(tmpdir(), 'zhiren-'))
  chownSync(folder, account.uid, account.gid)
  return folder
}

/** Starts the server; backends of a killed one, which still hold its shared memory, are given ten seconds to end. */
async function startServer(
  start: (log: number) => ChildProcess,
  connection: ClientConfig,
  logFile: string,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const log = openLog(logFile)
    const server = start(log)
    server.unref()
    closeSync(log)
    if (await isReady(server, connection)) return server
    const complaint = readFileSync(logFile, 'utf8').trim().split('\n').slice(-3).join(' ')
    if (attempt === 20 || !complaint.includes('pre-existing shared memory')) throw startFailed(logFile, complaint)
    await sleep(500)
  }
}

function openLog(file: string): number {
  const full = existsSync(file) && statSync(file).size > logLimit
  return openSync(file, full ? 'w' : 'a', 0o600)
}

/** Waits until the server answers or ends; after a crash it first replays its log, which may take minutes. */
async function isReady(server: ChildProcess, connection: ClientConfig): Promise<boolean> {
  let ended = false
  void exitOf(server).then(() => {
    ended = true
  })
  while (!ended) {
    const client = new Client(connection)
    // A refused connection is reported by connect(); a lost one is of no interest here.
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (notYet.has((error as { code?: string }).code ?? '')) await sleep(25)
      else {
        server.kill('SIGINT')
        throw error
      }
    }
  }
  return false
}

/** No socket yet, nobody listens yet, or 57P03: the database system is starting up. */
const notYet: ReadonlySet<string> = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'])

async function stopServer(server: ChildProcess, ending: NodeJS.Signals): Promise<void> {
  const ended = exitOf(server)
  server.kill(ending)
  const late = setTimeout(() => server.kill('SIGQUIT'), 30_000)
  await ended
  clearTimeout(late)
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => {
    child.once('exit', resolve)
    child.once('error', () => resolve(null))
  })
}

const startFailed = (file: string, complaint: string): ProblemError =>
  new ProblemError({
    code: 'database-start-failed',
    file,
    message: {
      zh: `内置数据库没有启动：${complaint}`,
      en: `The embedded database did not start: ${complaint}`,
    },
    mend: {
      zh: `查看 ${file}；检查磁盘空间和文件夹权限后再启动。`,
      en: `Look at ${file}; check disk space and folder permissions, then start again.`,
    },
  })
