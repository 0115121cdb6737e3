/**
 * A workbench with a roster of any size: an invented city of a thousand people, analysed as usual, whose lines of the roster are
 * then repeated with other names, ages and times. Dossiers exist for the first copy alone.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startScratch } from '../src/records/embedded/instance.ts'
import { createDatabase } from '../src/records/fixtures.ts'

export interface LargeRoster {
  readonly address: string
  /** Of the demo accounts officer and head. */
  readonly password: string
  readonly databaseUrl: string
  close(): Promise<void>
}

const password = 'bench-roster'

/**
 * Starts it in a process of its own, without the pages where these are not wanted.
 * @example const office = await startLargeRoster(100_000) // a minute on two cores
 */
export async function startLargeRoster(people: number, { pages = true } = {}): Promise<LargeRoster> {
  const instance = await startScratch()
  const databaseUrl = await createDatabase(instance)
  const script = join(import.meta.dirname, 'large-roster-server.ts')
  const given = [script, databaseUrl, String(people), password, pages ? 'pages' : 'none']
  const server = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] })
  const close = async (): Promise<void> => {
    await ended(server)
    await instance.close()
  }
  try {
    return { address: await addressOf(server), password, databaseUrl, close }
  } catch (cause) {
    await close()
    throw cause
  }
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const end = once(server, 'exit')
  server.kill('SIGTERM')
  await end
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the server of the large roster has no output')
  for await (const line of createInterface({ input: stdout })) if (line.startsWith('http')) return line
  throw new Error('the server of the large roster ended before it listened')
}
