/**
 * `npm run bench`: each benchmark measures one thing of ours against a known peer in the same run. Names as arguments run
 * only those; `--json` prints one JSON object. Results go to stdout, messages to stderr; nothing is kept. The proofs of
 * `reliability/` are run by their names too, one at a time and with options of their own.
 */
import { availableParallelism, cpus } from 'node:os'
import { parseArgs } from 'node:util'
import type { Benchmark, Budget, Comparison } from './benchmark.ts'
import { installPeers } from './peers.ts'
import { isProof, prove } from './reliability/main.ts'
import { describe } from './report.ts'

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  csv: async () => (await import('./csv.ts')).csv,
  cholesky: async () => (await import('./cholesky.ts')).cholesky,
  reml: async () => (await import('./reml.ts')).reml,
  team: async () => (await import('./team.ts')).team,
  large: async () => (await import('./large.ts')).large,
  import: async () => (await import('./import.ts')).importing,
  roster: async () => (await import('./roster.ts')).roster,
  'roster-query': async () => (await import('./roster-query.ts')).rosterQueries,
  workbench: async () => (await import('./window/workbench.ts')).workbench,
  forms: async () => (await import('./forms.ts')).formBatch,
  verdicts: async () => (await import('./verdicts.ts')).verdicts,
  paths: async () => (await import('./paths.ts')).paths,
  assignment: async () => (await import('./assignment.ts')).assignment,
  'cascade-200': async () => (await import('./cascade.ts')).cascade200,
  'cascade-400': async () => (await import('./cascade.ts')).cascade400,
  'cascade-800': async () => (await import('./cascade.ts')).cascade800,
  'cascade-2000': async () => (await import('./cascade.ts')).cascade2000,
}

const machine = { node: process.version, processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() }

function readArguments(): { names: readonly string[]; json: boolean } | undefined {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } })
    const strange = positionals.find((name) => !Object.hasOwn(benchmarks, name))
    if (strange !== undefined) throw new Error(`没有 ${strange} 这项测评 · there is no benchmark ${strange}`)
    return { names: positionals.length > 0 ? positionals : Object.keys(benchmarks), json: values.json === true }
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n`)
    process.stderr.write(`npm run bench -- [${Object.keys(benchmarks).join('] [')}] [--json]\n`)
    return undefined
  }
}

async function run(names: readonly string[], json: boolean): Promise<number> {
  const found: Record<string, readonly (Comparison | Budget)[]> = {}
  let failed = 0
  if (!json) process.stdout.write(`Node ${machine.node} · ${machine.processor} · ${machine.cores} cores\n`)
  for (const name of names) {
    process.stderr.write(`正在测评 · measuring ${name} …\n`)
    try {
      const benchmark = await benchmarks[name]?.()
      if (benchmark === undefined) continue
      if (benchmark.peers.length > 0) installPeers()
      const comparisons = await benchmark.run()
      found[name] = comparisons
      if (!json) for (const comparison of comparisons) process.stdout.write(`\n${describe(name, comparison)}`)
    } catch (cause) {
      failed += 1
      process.stderr.write(`${name}: ${cause instanceof Error ? cause.message : String(cause)}\n`)
    }
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine, benchmarks: found }, undefined, 2)}\n`)
  return failed === 0 ? 0 : 1
}

const [proof, ...options] = process.argv.slice(2)
const given = isProof(proof) ? undefined : readArguments()
if (isProof(proof)) process.exitCode = await prove(proof, options)
else process.exitCode = given === undefined ? 2 : await run(given.names, given.json)
