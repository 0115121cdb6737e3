/** Faults that are no death: a full disk, and a clock that jumps. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Site } from '../site.ts'
import { must, pause } from './activity.ts'
import { Campaign, randomOf, siteOptions } from './campaign.ts'

type Say = (line: string) => void

const clockOf = (folder: string): string => join(folder, 'clock')
const day = 86_400_000
const jumps = [3 * day, -3 * day, 40 * day, -1 * day, 3_600_000, -3_600_000, 400 * day, 0]

/** The clock of the server jumps while everybody is at work; the ledger is held after each jump. */
export async function clockJumps(seed: number, cadres: number, rounds: number, say: Say): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zr-clock-'))
  const clock = clockOf(folder)
  writeFileSync(clock, '0')
  const module = pathToFileURL(join(import.meta.dirname, 'shifted-clock.ts')).href
  const environment = { ZHIREN_CLOCK_FILE: clock, NODE_OPTIONS: `--import=${module}` }
  const site = new Site({ ...siteOptions(folder, cadres), environment })
  const campaign = new Campaign(site)
  const faults: string[] = []
  try {
    await campaign.prepare()
    for (let round = 0; round < rounds; round += 1) {
      const offset = jumps[round % jumps.length] ?? 0
      writeFileSync(clock, String(offset))
      await pause(100)
      // A session may have ended by the jump; whoever comes back signs in.
      await campaign.signIn()
      const found = await campaign.work(randomOf(seed, round), () => pause(1200))
      found.push(...(await campaign.verify()))
      faults.push(...found.map((fault) => `clock ${offset / day} days: ${fault}`))
    }
    must(await site.stop(), 'the server ends in good order')
  } catch (cause) {
    faults.push(`clock: ${(cause as Error).message}`)
  } finally {
    site.killEverything()
    await site.gone()
    rmSync(folder, { recursive: true, force: true })
  }
  say(
    `clock: ${rounds} jumps of up to ${Math.max(...jumps) / day} days forward and ${-Math.min(...jumps) / day} back · ${faults.length} faults`,
  )
  return faults
}

const freeBytes = (folder: string): number => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function fill(file: string, bytes: number): void {
  const piece = 16 * 2 ** 20
  for (let left = bytes; left > 0; left -= piece) appendFileSync(file, Buffer.alloc(Math.min(piece, left)))
}

/** A small file system for the data; undefined where none may be mounted. */
function smallDisk(folder: string, megabytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The disk fills up under everybody's hands; once there is room again, everything that was acknowledged is there. */
export async function fullDisk(seed: number, cadres: number, rounds: number, say: Say): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'zr-disk-'))
  mkdirSync(folder, { recursive: true })
  if (!smallDisk(folder, 1000)) {
    say('disk: no file system may be mounted here; left out')
    return []
  }
  const ballast = join(folder, 'ballast')
  const site = new Site(siteOptions(folder, cadres))
  const campaign = new Campaign(site)
  const faults: string[] = []
  let full = 0
  try {
    await campaign.prepare()
    for (let round = 0; round < rounds; round += 1) {
      const random = randomOf(seed, 10_000 + round)
      const left = random.below(32_768)
      const found = await campaign.work(random, async () => {
        fill(ballast, freeBytes(folder) - left)
        await pause(1500)
        if (freeBytes(folder) < 65_536) full += 1
      })
      rmSync(ballast)
      if (!site.isRunning || !(await site.ready(20))) {
        must(await site.stop(), 'after a full disk the server ends within a minute')
        await site.start()
      }
      must(await site.ready(), 'with room again the site is ready')
      found.push(...(await campaign.verify()))
      faults.push(...found.map((fault) => `disk: ${fault}`))
    }
    must(await site.stop(), 'the server ends in good order')
  } catch (cause) {
    faults.push(`disk: ${(cause as Error).message}`)
  } finally {
    site.killEverything()
    await site.gone()
    await pause(500)
    execFileSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
  }
  say(`disk: filled ${rounds} times (${full} times to the last page) · ${faults.length} faults`)
  return faults
}
