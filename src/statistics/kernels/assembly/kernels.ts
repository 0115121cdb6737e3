// Dense kernels of the mixed-model engine: AssemblyScript, compiled to WebAssembly SIMD by ../compile.ts.
// Matrices are column-major in the imported memory; every address is a byte offset. Each element of a product is summed
// in ascending order of the inner index, one block of DEPTH at a time, exactly as plain.ts does: the two are equal bit
// for bit, on every machine.

const DEPTH: i32 = 256
const ROWS: i32 = 128
const COLUMNS: i32 = 512

/** Packs `count` rows of op(A) (inner range `depth`) in strips of four, zero-filled. `step` walks rows, `stride` the inner index. */
function pack(from: usize, step: usize, stride: usize, count: i32, depth: i32, to: usize): void {
  for (let strip = 0; strip < count; strip += 4) {
    const left = count - strip
    let source = from + <usize>strip * step
    if (left >= 4) {
      for (let inner = 0; inner < depth; inner++) {
        store<f64>(to, load<f64>(source))
        store<f64>(to, load<f64>(source + step), 8)
        store<f64>(to, load<f64>(source + 2 * step), 16)
        store<f64>(to, load<f64>(source + 3 * step), 24)
        source += stride
        to += 32
      }
    } else {
      for (let inner = 0; inner < depth; inner++) {
        store<f64>(to, load<f64>(source))
        store<f64>(to, left > 1 ? load<f64>(source + step) : 0, 8)
        store<f64>(to, left > 2 ? load<f64>(source + 2 * step) : 0, 16)
        store<f64>(to, 0, 24)
        source += stride
        to += 32
      }
    }
  }
}

/** C (rows × columns, at most 4 × 4) += sign · (strip of A)(strip of B). */
function tile(a: usize, b: usize, depth: i32, sign: f64, c: usize, ldc: usize, rows: i32, columns: i32): void {
  let c00 = f64x2.splat(0)
  let c01 = f64x2.splat(0)
  let c10 = f64x2.splat(0)
  let c11 = f64x2.splat(0)
  let c20 = f64x2.splat(0)
  let c21 = f64x2.splat(0)
  let c30 = f64x2.splat(0)
  let c31 = f64x2.splat(0)
  const end = a + (<usize>depth << 5)
  while (a < end) {
    const a0 = v128.load(a)
    const a1 = v128.load(a, 16)
    const b0 = v128.load64_splat(b)
    c00 = f64x2.add(c00, f64x2.mul(a0, b0))
    c01 = f64x2.add(c01, f64x2.mul(a1, b0))
    const b1 = v128.load64_splat(b, 8)
    c10 = f64x2.add(c10, f64x2.mul(a0, b1))
    c11 = f64x2.add(c11, f64x2.mul(a1, b1))
    const b2 = v128.load64_splat(b, 16)
    c20 = f64x2.add(c20, f64x2.mul(a0, b2))
    c21 = f64x2.add(c21, f64x2.mul(a1, b2))
    const b3 = v128.load64_splat(b, 24)
    c30 = f64x2.add(c30, f64x2.mul(a0, b3))
    c31 = f64x2.add(c31, f64x2.mul(a1, b3))
    a += 32
    b += 32
  }
  const s = f64x2.splat(sign)
  addColumn(c, rows, f64x2.mul(s, c00), f64x2.mul(s, c01))
  if (columns > 1) addColumn(c + ldc, rows, f64x2.mul(s, c10), f64x2.mul(s, c11))
  if (columns > 2) addColumn(c + 2 * ldc, rows, f64x2.mul(s, c20), f64x2.mul(s, c21))
  if (columns > 3) addColumn(c + 3 * ldc, rows, f64x2.mul(s, c30), f64x2.mul(s, c31))
}

// @ts-ignore: decorator
@inline
function addColumn(c: usize, rows: i32, low: v128, high: v128): void {
  if (rows >= 4) {
    v128.store(c, f64x2.add(v128.load(c), low))
    v128.store(c, f64x2.add(v128.load(c, 16), high), 16)
    return
  }
  store<f64>(c, load<f64>(c) + f64x2.extract_lane(low, 0))
  if (rows > 1) store<f64>(c, load<f64>(c, 8) + f64x2.extract_lane(low, 1), 8)
  if (rows > 2) store<f64>(c, load<f64>(c, 16) + f64x2.extract_lane(high, 0), 16)
}

/**
 * C (m × n) += sign · op(A) op(B), inner dimension k. `work` holds DEPTH · (ROWS + COLUMNS) numbers.
 */
export function multiply(
  transposeA: bool, transposeB: bool, m: i32, n: i32, k: i32, sign: f64,
  a: usize, lda: i32, b: usize, ldb: i32, c: usize, ldc: i32, work: usize,
): void {
  const aStep: usize = transposeA ? <usize>lda << 3 : 8
  const aStride: usize = transposeA ? 8 : <usize>lda << 3
  const bStep: usize = transposeB ? 8 : <usize>ldb << 3
  const bStride: usize = transposeB ? <usize>ldb << 3 : 8
  const cColumn: usize = <usize>ldc << 3
  const packedA = work
  const packedB = work + ((<usize>DEPTH * <usize>ROWS) << 3)
  for (let column = 0; column < n; column += COLUMNS) {
    const width = min(COLUMNS, n - column)
    for (let inner = 0; inner < k; inner += DEPTH) {
      const depth = min(DEPTH, k - inner)
      pack(b + <usize>column * bStep + <usize>inner * bStride, bStep, bStride, width, depth, packedB)
      for (let row = 0; row < m; row += ROWS) {
        const height = min(ROWS, m - row)
        pack(a + <usize>row * aStep + <usize>inner * aStride, aStep, aStride, height, depth, packedA)
        const strip = <usize>depth << 5
        let right = packedB
        for (let j = 0; j < width; j += 4) {
          let left = packedA
          let target = c + <usize>(column + j) * cColumn + (<usize>row << 3)
          const columns = min(4, width - j)
          for (let i = 0; i < height; i += 4) {
            tile(left, right, depth, sign, target, cColumn, min(4, height - i), columns)
            left += strip
            target += 32
          }
          right += strip
        }
      }
    }
  }
}

/** Cholesky factor of the lower triangle of an n × n block, in place. Returns the column that fails, or -1. */
export function factor(n: i32, a: usize, lda: i32): i32 {
  const column: usize = <usize>lda << 3
  for (let j = 0; j < n; j++) {
    const aj = a + <usize>j * column
    for (let k = 0; k < j; k++) {
      const ak = a + <usize>k * column
      const multiplier = load<f64>(ak + (<usize>j << 3))
      if (multiplier == 0) continue
      for (let i = j; i < n; i++) {
        const at = <usize>i << 3
        store<f64>(aj + at, load<f64>(aj + at) - multiplier * load<f64>(ak + at))
      }
    }
    const pivot = load<f64>(aj + (<usize>j << 3))
    if (!(pivot > 0)) return j
    const root = Math.sqrt(pivot)
    store<f64>(aj + (<usize>j << 3), root)
    for (let i = j + 1; i < n; i++) {
      const at = aj + (<usize>i << 3)
      store<f64>(at, load<f64>(at) / root)
    }
  }
  return -1
}

/** The inverse of a lower triangle into a dense n × n block whose upper triangle becomes zero. */
export function invertTriangle(n: i32, l: usize, ldl: i32, to: usize): void {
  const column: usize = <usize>n << 3
  for (let j = 0; j < n; j++) {
    const x = to + <usize>j * column
    for (let i = 0; i < n; i++) store<f64>(x + (<usize>i << 3), i == j ? 1 : 0)
    for (let k = j; k < n; k++) {
      const lk = l + ((<usize>k * <usize>ldl) << 3)
      const value = load<f64>(x + (<usize>k << 3)) / load<f64>(lk + (<usize>k << 3))
      store<f64>(x + (<usize>k << 3), value)
      for (let i = k + 1; i < n; i++) {
        const at = <usize>i << 3
        store<f64>(x + at, load<f64>(x + at) - value * load<f64>(lk + at))
      }
    }
  }
}
