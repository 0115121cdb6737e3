/** A site of its own for a proof: the real server in a process, with the database in its data folder, and ways to end them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientConfig } from 'pg'

const root = join(import.meta.dirname, '../..')

export interface SiteOptions {
  /** Short: the socket of the database lies in it. */
  readonly folder: string
  readonly cadres: number
  readonly seed: number
  readonly password: string
  readonly asOf: string
  /** Put before the command, e.g. to change the clock. */
  readonly environment?: Readonly<Record<string, string>>
  /** The database of another owner, instead of one in the data folder. */
  readonly external?: { readonly url: string; readonly connection: ClientConfig }
}

export interface Process {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

/** Every process there is, from /proc; one that ends meanwhile is left out. */
export function processes(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, parent = '0'] = /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
        return [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        return []
      }
    })
}

/** Those below a process, children of children included. */
export function below(pid: number, all = processes()): readonly Process[] {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid, all)])
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended.
  }
}

export class Site {
  readonly options: SiteOptions
  address = ''
  private child: ChildProcess | undefined
  private ended: Promise<unknown> = Promise.resolve()

  constructor(options: SiteOptions) {
    this.options = options
  }

  get data(): string {
    return join(this.options.folder, 'data')
  }

  get pid(): number | undefined {
    return this.isRunning ? this.child?.pid : undefined
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null
  }

  /** Until it listens. Throws with what it printed where it ends before. */
  async start(): Promise<void> {
    const { folder, cadres, seed, password, asOf, environment = {}, external } = this.options
    const log = openSync(join(folder, 'server.log'), 'a')
    const place = external ? [] : ['--data', this.data]
    const given = ['start', ...place, '--port', '0', '--cadres', `${cadres}`, '--seed', `${seed}`]
    const main = join(root, 'src/cli/main.ts')
    const child = spawn(process.execPath, [main, ...given, '--as-of', asOf, `--demo-password=${password}`], {
      // Keys that are named nowhere are made below the working folder.
      cwd: external ? folder : root,
      stdio: ['ignore', 'pipe', log],
      env: { ...process.env, DATABASE_URL: external?.url ?? '', ...environment },
    })
    closeSync(log)
    this.child = child
    this.ended = new Promise((resolve) => child.once('exit', resolve))
    this.address = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout?.on('data', (piece: Buffer) => {
        said += piece.toString()
        const found = /https?:\/\/[^\s/]+/.exec(said)?.[0]
        if (found) resolve(found)
      })
      child.once('exit', (code, signal) =>
        reject(new Error(`the server ended with ${code ?? signal} before it listened\n${said}`)),
      )
    })
  }

  /** In good order; false where it had to be killed after a minute. */
  async stop(): Promise<boolean> {
    if (!this.isRunning) return true
    this.child?.kill('SIGTERM')
    const late = setTimeout(() => this.killEverything(), 60_000)
    await this.ended
    clearTimeout(late)
    return this.child?.signalCode === null
  }

  async gone(): Promise<void> {
    await this.ended
  }

  get postmaster(): number | undefined {
    try {
      return Number.parseInt(readFileSync(join(this.data, 'postgres-18/postmaster.pid'), 'utf8'), 10)
    } catch {
      return undefined
    }
  }

  /** Processes that the server computes in: children of its own that are not the database. */
  workers(): readonly Process[] {
    return this.pid === undefined
      ? []
      : below(this.pid).filter(({ command }) => /process\.ts|-process\.ts/.test(command))
  }

  /** Sessions of the database. */
  backends(): readonly Process[] {
    const { postmaster } = this
    return postmaster === undefined
      ? []
      : below(postmaster).filter(({ command }) => /^postgres: .*zhiren/.test(command))
  }

  killServer(): void {
    if (this.pid !== undefined) kill(this.pid)
  }

  killDatabase(): void {
    const { postmaster } = this
    if (postmaster === undefined) return
    const all = [...below(postmaster)]
    kill(postmaster)
    for (const { pid } of all) kill(pid)
  }

  killEverything(): void {
    if (this.child?.pid === undefined) return
    const all = below(this.child.pid)
    this.killDatabase()
    kill(this.child.pid)
    for (const { pid } of all) kill(pid)
  }

  /** To the database behind the server's back; only while it runs. */
  get connection(): ClientConfig {
    if (this.options.external) return this.options.external.connection
    const password = readFileSync(join(this.data, 'password'), 'utf8')
    return { host: join(this.data, 'socket'), user: 'zhiren', database: 'postgres', password }
  }

  /** Ready to be given work, within so many seconds. */
  async ready(seconds = 30): Promise<boolean> {
    for (let waited = 0; waited < seconds * 10; waited += 1) {
      const answer = await fetch(`${this.address}/api/health/ready`, { signal: AbortSignal.timeout(3000) }).catch(
        () => undefined,
      )
      if (answer?.ok) return true
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return false
  }
}
