/** What breaks, and how the site comes back. */
import type { Random } from '../../../src/county/random.ts'
import { kill, type Site } from '../site.ts'
import { must, pause } from './activity.ts'

export const victims = ['server', 'worker', 'session of the database', 'database', 'everything'] as const
export type Victim = (typeof victims)[number]

export interface Strike {
  /** False where there was nothing of the kind to be killed. */
  readonly hit: boolean
  /** Milliseconds until it could be given work again. */
  readonly back: number
}

/** Waits for a process that computes; an import is read or an analysis runs most of the time. */
async function workerOf(site: Site, random: Random): Promise<number | undefined> {
  for (let tenth = 0; tenth < 40; tenth += 1) {
    const found = site.workers()
    if (found.length > 0) return found[random.below(found.length)]?.pid
    await pause(100)
  }
  return undefined
}

export async function strike(site: Site, victim: Victim, random: Random): Promise<boolean> {
  if (victim === 'server') site.killServer()
  else if (victim === 'database') site.killDatabase()
  else if (victim === 'everything') site.killEverything()
  else {
    const backends = site.backends()
    const pid = victim === 'worker' ? await workerOf(site, random) : backends[random.below(backends.length)]?.pid
    if (pid === undefined) return false
    // A search may be saving what it found: the moment is drawn, not the beginning.
    if (victim === 'worker') await pause(random.below(800))
    kill(pid)
  }
  return true
}

/** Brings back what a supervisor would: a server that is gone, or one whose own database is gone. */
export async function recover(site: Site, victim: Victim): Promise<number> {
  const started = performance.now()
  if (victim === 'server' || victim === 'everything') {
    await site.gone()
    await site.start()
  } else if (victim === 'database') {
    must(site.isRunning, 'the server does not outlive its database')
    const answer = await fetch(`${site.address}/api/health/ready`, { signal: AbortSignal.timeout(15_000) })
    must(answer.status === 503, `without its database the server says ${answer.status}`)
    must(await site.stop(), 'without its database the server does not end within a minute')
    await site.start()
  } else must(site.isRunning, `the server does not outlive its ${victim}`)
  must(await site.ready(), 'the site is not ready within half a minute')
  return performance.now() - started
}
