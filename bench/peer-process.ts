/** A peer in a language of its own, kept running so that starting it and reading the problem is on nobody's time. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

export interface PeerProcess {
  /** What it says of itself first: its versions. */
  readonly name: string
  /** Sends a line, gives the numbers of the line that answers it. */
  ask(request: string): Promise<readonly number[]>
  close(): Promise<void>
}

/** Starts a program that answers each line with one; `data` goes to it first. */
export async function startPeer(
  program: string,
  given: readonly string[],
  data: readonly string[] = [],
): Promise<PeerProcess> {
  const child = spawn(program, given, {
    stdio: ['pipe', 'pipe', 'inherit'],
    // One thread each: ours has one too.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  })
  // A pipe that the peer has left is said by the answer that does not come.
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${program} ended before it answered`)
    return value
  }
  if (data.length > 0) child.stdin.write(data.join('\n').concat('\n'))
  return {
    name: await next(),
    async ask(request) {
      child.stdin.write(`${request}\n`)
      return (await next()).trim().split(/\s+/).map(Number)
    },
    close: () => ended(child),
  }
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
    child.stdin?.end()
  })
}
