/**
 * Dense kernels on one block of memory, column-major; every place is an index into that memory. Two implementations, the
 * compiled one (WebAssembly SIMD) and the plain one, give the same bits.
 */
export interface Kernels {
  readonly name: 'wasm' | 'plain'
  /** The memory, at least `length` numbers long. Its content is undefined; an earlier view may have gone stale. */
  reserve(length: number): Float64Array
  /** C (m × n) += sign · op(A) op(B), with inner dimension k. */
  multiply(
    transposeA: boolean,
    transposeB: boolean,
    m: number,
    n: number,
    k: number,
    sign: 1 | -1,
    a: number,
    lda: number,
    b: number,
    ldb: number,
    c: number,
    ldc: number,
  ): void
  /** Cholesky factor of the lower triangle of an n × n block, in place. Returns the column that fails, or -1. */
  factor(n: number, a: number, lda: number): number
  /** The inverse of a lower triangle, written as a dense n × n block with a zero upper triangle. */
  invertTriangle(n: number, l: number, ldl: number, to: number): void
}

/** Inner products are summed in blocks of this many terms, in both implementations. */
export const depthBlock = 256

/** The start of the memory that belongs to the kernels themselves; callers place their data from here on. */
export const workLength = depthBlock * (128 + 512)
