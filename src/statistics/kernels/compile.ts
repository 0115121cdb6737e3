/**
 * Compiles the AssemblyScript kernels to WebAssembly and keeps the result under `.zhiren/`, named by the hash of the
 * source, so that it is built once per version. Run as a script it builds and exits.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const sourceFile = join(here, 'assembly', 'kernels.ts')
const options = ['-O3', '--runtime', 'stub', '--enable', 'simd', '--importMemory', '--noAssert']

/** Where the compiled kernels of the present source are, or will be. */
export function compiledFile(): string {
  const hash = createHash('sha256').update(readFileSync(sourceFile)).update(options.join(' ')).digest('hex')
  return join(here, '..', '..', '..', '.zhiren', 'kernels', `${hash.slice(0, 16)}.wasm`)
}

/** Compiles the kernels unless this version is there already. Returns the path of the compiled file. */
export async function compileKernels(): Promise<string> {
  const target = compiledFile()
  if (existsSync(target)) return target
  const { default: compiler } = await import('assemblyscript/asc')
  let compiled: Uint8Array | undefined
  const outcome = await compiler.main(['kernels.ts', ...options, '--outFile', 'kernels.wasm'], {
    readFile: (name) => (name === 'kernels.ts' ? readFileSync(sourceFile, 'utf8') : null),
    writeFile: (_name, content) => {
      compiled = content as Uint8Array
    },
    listFiles: () => [],
  })
  if (outcome.error || !compiled) throw outcome.error ?? new Error('the kernels were not compiled')
  mkdirSync(dirname(target), { recursive: true })
  const draft = `${target}.${process.pid}`
  writeFileSync(draft, compiled)
  renameSync(draft, target)
  return target
}

if (import.meta.main) await compileKernels()
