/**
 * A server whose owner was killed. Nobody else can own it, because we hold the lock of the data folder: it is shut down in
 * good order before a new one starts, and its own recovery brings every committed transaction back.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Stops the server that still runs on a cluster, and removes the lock file that names it: after a crash the number may
 * belong to any other program, and PostgreSQL would refuse to start because of it. Backends that outlive their postmaster
 * are found by PostgreSQL itself, through their shared memory.
 */
export async function stopOrphan(cluster: string): Promise<void> {
  const lockFile = join(cluster, 'postmaster.pid')
  const pid = firstNumber(lockFile)
  if (pid !== undefined && isAlive(pid) && isServerOf(pid, cluster)) await stopProcess(pid)
  rmSync(lockFile, { force: true })
}

/** Asks for a fast shutdown, then an immediate one, then does not ask. */
async function stopProcess(pid: number): Promise<void> {
  const steps = [
    ['SIGINT', 30],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const
  for (const [signal, seconds] of steps) {
    signalQuietly(pid, signal)
    for (let waited = 0; waited < seconds * 20; waited += 1) {
      if (!isAlive(pid)) return
      await sleep(50)
    }
  }
}

function firstNumber(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, 'utf8'), 10) || undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

/** Killed, but not yet collected by its parent (a container may have no process that collects). */
function isZombie(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** A PostgreSQL server stands in its cluster; where /proc does not tell, its command line names the cluster. */
function isServerOf(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return commandLine(pid).includes(cluster)
  }
}

function commandLine(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function signalQuietly(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended.
  }
}
