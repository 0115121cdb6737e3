/** `npm run bench -- faults`: what is killed, filled or moved while people work, and what is there afterwards. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof } from '../proof.ts'
import { Site } from '../site.ts'
import { Campaign, type Round, randomOf, siteOptions } from './campaign.ts'
import { externalRestarts } from './external.ts'
import { clockJumps, fullDisk } from './special.ts'
import { victims } from './strikes.ts'

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

function summary(campaign: Campaign): readonly string[] {
  const { rounds } = campaign
  const lines = victims.map((victim) => {
    const own = rounds.filter((round) => round.victim === victim)
    const hit = own.filter((round) => round.hit)
    const back = hit.map((round) => round.back)
    const faults = own.reduce((sum, round) => sum + round.faults.length, 0)
    return `${victim}: killed ${hit.length} times of ${own.length} · ready again after ${(median(back) / 1000).toFixed(1)} s (at most ${(Math.max(0, ...back) / 1000).toFixed(1)}) · ${faults} faults`
  })
  const done = campaign.activities.map(
    ({ name, counts: { acknowledged, unsure, again } }) =>
      `${name}: ${acknowledged} acknowledged, ${unsure} without an answer, ${again} asked again or looked up`,
  )
  const { votes, cases, matters, imports } = campaign
  return [
    ...lines,
    ...done,
    `ballots closed and counted: ${votes.ballots.closed} · two officers at one version: ${cases.races.run + matters.races.run} times, both done ${cases.races.both + matters.races.both} times`,
    `imports looked at: ${JSON.stringify(imports.states)} · audit entries in the chain: ${campaign.auditEntries}`,
  ]
}

/** The doctor looks at the site while nothing runs there. */
function doctor(site: Site): string {
  const main = join(import.meta.dirname, '../../../src/cli/main.ts')
  try {
    execFileSync(process.execPath, [main, 'doctor', '--deep', '--data', site.data, '--json'], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    return 'well'
  } catch (cause) {
    const { stdout = '' } = cause as { stdout?: string }
    const checks = (
      JSON.parse(stdout || '{"checks":[]}') as { checks: { id?: string; verdict: string; said: { en: string } }[] }
    ).checks
    return checks
      .filter(({ verdict }) => verdict === 'unmet')
      .map(({ said }) => said.en)
      .join(' ')
  }
}

const told = ({ number, victim, hit, back, faults }: Round): string =>
  `round ${number}: ${victim}${hit ? '' : ' (not there)'}, back after ${(back / 1000).toFixed(1)} s${faults.map((fault) => `\n  FAULT ${fault}`).join('')}`

export const faults: Proof = {
  options: {
    seed: { default: '1', what: 'of moments, victims and requests' },
    rounds: { default: '200', what: 'deaths' },
    minutes: { default: '240', what: 'after which no further death follows' },
    cadres: { default: '300', what: 'people in the invented city' },
    clock: { default: '16', what: 'jumps of the clock' },
    disk: { default: '6', what: 'times the disk fills up' },
    external: { default: '6', what: 'restarts of a database of its own, each third for a minute' },
  },
  async run(given, say) {
    const [seed, rounds, cadres] = [Number(given.seed), Number(given.rounds), Number(given.cadres)]
    const found: string[] = []
    const folder = mkdtempSync(join(tmpdir(), 'zr-faults-'))
    const site = new Site(siteOptions(folder, cadres))
    const campaign = new Campaign(site)
    let isWhole = false
    try {
      if (rounds > 0) await campaign.prepare()
      const end = Date.now() + Number(given.minutes) * 60_000
      for (let number = 1; number <= rounds && Date.now() < end; number += 1) {
        const random = randomOf(seed, number)
        const round = await campaign.round(number, victims[random.below(victims.length)] ?? 'server', random)
        if (round.faults.length > 0 || number % 5 === 0) say(told(round))
        found.push(...round.faults)
      }
      if (!(await site.stop())) found.push('the server does not end in good order')
      if (rounds > 0) {
        for (const line of summary(campaign)) say(line)
        say(`doctor --deep: ${doctor(site)}`)
      }
      isWhole = true
    } finally {
      site.killEverything()
      await site.gone()
      if (isWhole && found.length === 0) rmSync(folder, { recursive: true, force: true })
      else say(`the data and the log of the server are kept in ${folder}`)
    }
    if (Number(given.clock) > 0) found.push(...(await clockJumps(seed, cadres, Number(given.clock), say)))
    if (Number(given.disk) > 0) found.push(...(await fullDisk(seed, cadres, Number(given.disk), say)))
    if (Number(given.external) > 0) found.push(...(await externalRestarts(seed, cadres, Number(given.external), say)))
    for (const fault of found) say(`FAULT ${fault}`)
    return found.length === 0
  },
}
