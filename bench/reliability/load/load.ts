/**
 * `npm run bench -- load` and `npm run bench -- memory`: users at work on a city for a while, answers by kind of request, and
 * what the server and its database hold meanwhile.
 */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof } from '../proof.ts'
import { Site } from '../site.ts'
import type { KindReport, LoadReport, Order } from './generator.ts'
import { type Sample, sample, slopeOf } from './resources.ts'

const password = 'Load-proof-7-lamp'
const sampleMs = 10_000

function generate(order: Order): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'generator.ts'))
    child.once('message', (report) => resolve(report as LoadReport))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the users ended with ${code}`)))
    child.send(order)
  })
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

function row({ kind, times, errors }: KindReport): string {
  const sorted = times.toSorted((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share).toFixed(0).padStart(6))
  const failed = Object.entries(errors).map(([code, count]) => `${count} × ${code}`)
  return `${kind.padEnd(42)} ${String(times.length).padStart(7)} ${p50} ${p95} ${p99} ${(sorted.at(-1) ?? 0).toFixed(0).padStart(6)}  ${failed.join(', ') || '0'}`
}

function memoryLines(samples: readonly Sample[]): readonly string[] {
  // Caches fill first.
  const later = samples.slice(Math.floor(samples.length / 4))
  return (['server', 'database'] as const).map((part) => {
    const values = later.map(({ at, [part]: value }) => ({ at, value }))
    const { hour, lower, upper } = slopeOf(values)
    const all = values.map(({ value }) => value)
    return `${part}: ${Math.min(...all).toFixed(0)} to ${Math.max(...all).toFixed(0)} MB in the last three quarters, ${hour.toFixed(0)} MB an hour (95 % ${lower.toFixed(0)} to ${upper.toFixed(0)}), ${samples.length} samples in all`
  })
}

const proof = (minutes: string): Proof => ({
  options: {
    seed: { default: '1', what: 'of the city and of what people do' },
    minutes: { default: minutes, what: 'of load' },
    users: { default: '200', what: 'sessions at once' },
    think: { default: '8', what: 'seconds between an answer and the next request, on average' },
    cadres: { default: '10000', what: 'people in the invented city' },
  },
  async run({ seed, minutes: asked, users, think, cadres }, say) {
    const folder = mkdtempSync(join(tmpdir(), 'zr-load-'))
    const site = new Site({ folder, cadres: Number(cadres), seed: Number(seed), password, asOf: '2026-11-22' })
    const samples: Sample[] = []
    const loads: number[] = []
    try {
      const begun = performance.now()
      await site.start()
      await site.ready()
      say(`the city was made, imported and analysed in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
      const since = performance.now()
      const watch = setInterval(() => {
        samples.push(sample(site, since))
        loads.push(loadavg()[0] ?? 0)
        const last = samples.at(-1)
        if (last && samples.length % 30 === 0)
          say(
            `  after ${(last.at / 60).toFixed(0)} min: server ${last.server.toFixed(0)} MB, database ${last.database.toFixed(0)} MB`,
          )
      }, sampleMs)
      const order: Order = {
        address: site.address,
        password,
        users: Number(users),
        seconds: Number(asked) * 60,
        thinkMs: Number(think) * 1000,
        seed: Number(seed),
      }
      const before = sample(site, since)
      const { kinds, processor, seconds } = await generate(order).finally(() => clearInterval(watch))
      const after = sample(site, since)
      const all: KindReport = { kind: 'all', times: kinds.flatMap(({ times }) => times), errors: {} }
      say(
        `${'ms'.padEnd(42)} ${'number'.padStart(7)} ${['p50', 'p95', 'p99', 'most'].map((name) => name.padStart(6)).join(' ')}  errors`,
      )
      for (const kind of kinds.toSorted((a, b) => b.times.length - a.times.length)) say(row(kind))
      say(row(all))
      const errors = kinds.reduce(
        (sum, { errors: own }) => sum + Object.values(own).reduce((total, count) => total + count, 0),
        0,
      )
      say(
        `${(all.times.length / seconds).toFixed(1)} requests a second · users: ${((100 * processor) / seconds).toFixed(0)} % of a core · server: ${((100 * (after.serverTime - before.serverTime)) / seconds).toFixed(0)} % · load average meanwhile ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`,
      )
      for (const line of memoryLines(samples)) say(line)
      return errors === 0
    } finally {
      await site.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

export const load = proof('10')
export const memory = proof('60')
