/** The proofs behind docs/reliability.md. */
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Proof } from './proof.ts'

const proofs: Readonly<Record<string, () => Promise<Proof>>> = {
  endpoints: async () => (await import('./endpoints/endpoints.ts')).endpoints,
  faults: async () => (await import('./faults/faults.ts')).faults,
  load: async () => (await import('./load/load.ts')).load,
  memory: async () => (await import('./load/load.ts')).memory,
  rights: async () => (await import('./rights/rights.ts')).rights,
  fuzz: async () => (await import('./fuzz/fuzz.ts')).fuzz,
}

export const isProof = (name: string | undefined): name is string => name !== undefined && Object.hasOwn(proofs, name)

/** Runs one proof with its options; 0 where all was kept, 1 where not, 2 where it was asked wrongly. */
export async function prove(name: string, rest: readonly string[]): Promise<number> {
  const proof = await proofs[name]?.()
  if (!proof) return 2
  let given: Record<string, string>
  try {
    const options = Object.fromEntries(
      Object.entries(proof.options).map(([option, { default: usual }]) => [
        option,
        { type: 'string' as const, default: usual },
      ]),
    )
    given = parseArgs({ args: [...rest], options }).values as Record<string, string>
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n`)
    for (const [option, { default: usual, what }] of Object.entries(proof.options))
      process.stderr.write(`  --${option} (${usual || 'all'})  ${what}\n`)
    return 2
  }
  const say = (line: string): void => {
    process.stdout.write(`${line}\n`)
  }
  const memory = Math.round(totalmem() / 2 ** 30)
  const asked = Object.entries(given).map(([option, value]) => `${option} ${value}`)
  say(`${name} · ${asked.join(', ')} · Node ${process.version} · ${availableParallelism()} cores, ${memory} GB`)
  say(
    `${new Date().toISOString()} · load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  const isKept = await proof.run(given, say)
  say(
    `${new Date().toISOString()} · load average ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  )
  say(isKept ? 'kept' : 'NOT kept')
  return isKept ? 0 : 1
}
