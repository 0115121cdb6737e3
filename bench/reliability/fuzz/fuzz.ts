/** `npm run bench -- fuzz`: bad input for every parser, by a seed; prints a line a parser and keeps every failing input. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof } from '../proof.ts'
import { keepFailure, runTarget, type TargetResult } from './campaign.ts'
import { targets } from './targets.ts'

const line = ({ name, inputs, accepted, refused, codes, slowest, blocks, failures, seconds }: TargetResult): string =>
  [
    name.padEnd(34),
    `${inputs.toLocaleString('en')} inputs`,
    `${accepted.toLocaleString('en')} read, ${refused.toLocaleString('en')} refused (${codes.length} codes)`,
    `slowest ${Math.round(slowest)} ms`,
    `${blocks.toLocaleString('en')} blocks of ours`,
    `${failures.length} failures`,
    `${Math.round(seconds)} s`,
  ].join(' · ')

export const fuzz: Proof = {
  options: {
    seed: { default: '1', what: 'of the changes' },
    inputs: { default: '100000', what: 'of all parsers together' },
    only: { default: '', what: 'parsers whose name has this in it' },
    keep: { default: join(tmpdir(), 'zhiren-fuzz-failures'), what: 'folder for failing inputs' },
  },
  async run({ seed, inputs, only, keep }, say) {
    const chosen = targets.filter(({ name }) => name.includes(only ?? ''))
    const weight = chosen.reduce((sum, one) => sum + one.weight, 0)
    const results: TargetResult[] = []
    for (const one of chosen) {
      const share = Math.ceil((Number(inputs) * one.weight) / weight)
      const result = await runTarget(one.name, Number(seed), share)
      results.push(result)
      say(line(result))
      for (const [index, failure] of result.failures.entries())
        say(`  ${failure.kind}: ${failure.what} → ${keepFailure(keep ?? '', failure, index)}`)
    }
    const total = results.reduce((sum, one) => sum + one.inputs, 0)
    const failures = results.reduce((sum, one) => sum + one.failures.length, 0)
    const slowest = Math.max(...results.map((one) => one.slowest))
    say(
      `${total.toLocaleString('en')} inputs for ${chosen.length} parsers, ${failures} failures, slowest ${Math.round(slowest)} ms`,
    )
    return failures === 0
  },
}
