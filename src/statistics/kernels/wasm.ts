import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compiledFile } from './compile.ts'
import type { Kernels } from './kernels.ts'
import { plainKernels } from './plain.ts'

interface Exports {
  multiply(
    transposeA: number,
    transposeB: number,
    m: number,
    n: number,
    k: number,
    sign: number,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
    work: number,
  ): void
  factor(n: number, a: number, lda: number): number
  invertTriangle(n: number, l: number, ldl: number, to: number): void
}

const pageLength = 65536 / 8
const mostPages = 65536

/** The compiled kernels, from the bytes of the module. Addresses in the module are bytes, here they are numbers. */
export function wasmKernels(bytes: Uint8Array<ArrayBuffer>): Kernels {
  const memory = new WebAssembly.Memory({ initial: 160, maximum: mostPages })
  const abort = (): never => {
    throw new Error('invariant: a kernel stopped')
  }
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory, abort } })
  const module = instance.exports as unknown as Exports
  const reserve = (length: number): Float64Array => {
    const missing = Math.ceil(length / pageLength) - memory.buffer.byteLength / 65536
    if (missing > 0) memory.grow(missing)
    return new Float64Array(memory.buffer)
  }
  return {
    name: 'wasm',
    reserve,
    multiply: (ta, tb, m, n, k, sign, a, lda, b, ldb, c, ldc) =>
      module.multiply(Number(ta), Number(tb), m, n, k, sign, a * 8, lda, b * 8, ldb, c * 8, ldc, 0),
    factor: (n, a, lda) => module.factor(n, a * 8, lda),
    invertTriangle: (n, l, ldl, to) => module.invertTriangle(n, l * 8, ldl, to * 8),
  }
}

let loaded: Kernels | undefined

/** The kernels to use: compiled ones, built on first use, or the plain ones where building or SIMD is not possible. */
export function loadKernels(): Kernels {
  loaded ??= loadCompiled() ?? plainKernels()
  return loaded
}

function loadCompiled(): Kernels | undefined {
  try {
    const file = compiledFile()
    if (!existsSync(file))
      execFileSync(process.execPath, [fileURLToPath(new URL('./compile.ts', import.meta.url))], { stdio: 'ignore' })
    return wasmKernels(new Uint8Array(readFileSync(file)))
  } catch {
    return undefined
  }
}
