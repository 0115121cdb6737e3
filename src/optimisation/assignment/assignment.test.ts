import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flawsOf } from './fixtures/certificate.ts'
import { enumerateAssignments, problemOf, smallProblems } from './fixtures/enumeration.ts'
import type { AssignmentProblem } from './problem.ts'
import { solveAssignment, solveDenseAssignment } from './solve.ts'

/** Uniform on (0, 1) from a seed, good enough for instances (Park & Miller, 1988). */
function uniformFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

const dense = (size: number, gain: (row: number, column: number) => number) =>
  solveDenseAssignment({
    rowCount: size,
    columnCount: size,
    gains: Float64Array.from({ length: size * size }, (_, place) => gain(Math.floor(place / size), place % size)),
    full: 'rows',
  })

const filledOf = ({ full, rowStarts, columnCount }: AssignmentProblem, lacking: number): number =>
  full === undefined ? 0 : (full === 'rows' ? rowStarts.length - 1 : columnCount) - lacking

describe('against every assignment there is', () => {
  test('the objective, what cannot be filled, and the prices that prove it', () => {
    fc.assert(
      fc.property(smallProblems(5), (problem) => {
        const found = solveAssignment(problem)
        expect({
          filled: filledOf(problem, found.lacking.length),
          objective: found.objective,
        }).toEqual(enumerateAssignments(problem))
        expect(flawsOf(problem, found)).toEqual([])
      }),
      { numRuns: 4_000 },
    )
  })
})

describe('published instances', () => {
  // https://projecteuler.net/problem=345, "Matrix Sum".
  const matrixSum = `7 53 183 439 863 497 383 563 79 973 287 63 343 169 583
627 343 773 959 943 767 473 103 699 303 957 703 583 639 913
447 283 463 29 23 487 463 993 119 883 327 493 423 159 743
217 623 3 399 853 407 103 983 89 463 290 516 212 462 350
960 376 682 962 300 780 486 502 912 800 250 346 172 812 350
870 456 192 162 593 473 915 45 989 873 823 965 425 329 803
973 965 905 919 133 673 665 235 509 613 673 815 165 992 326
322 148 972 962 286 255 941 541 265 323 925 281 601 95 973
445 721 11 525 473 65 511 164 138 672 18 428 154 448 848
414 456 310 312 798 104 566 520 302 248 694 976 430 392 198
184 829 373 181 631 101 969 613 840 740 778 458 284 760 390
821 461 843 513 17 901 711 993 293 157 274 94 192 156 574
34 124 4 878 450 476 712 914 838 669 875 299 823 329 699
815 559 813 459 522 788 168 586 966 232 308 833 251 631 107
813 883 451 509 615 77 281 613 459 205 380 274 302 35 805`

  test('the matrix sum of fifteen rows is 13938', () => {
    const problem = problemOf(matrixSum.split('\n').map((line) => line.split(' ').map(Number)))
    expect(solveAssignment(problem).objective).toBe(13938)
  })

  test('costs i · j, the hardest for the Hungarian method (Machol & Wien, 1976), are least in reverse order', () => {
    const size = 60
    const { objective } = dense(size, (row, column) => -(row + 1) * (column + 1))
    expect(-objective).toBe((size * (size + 1) * (size + 2)) / 6)
  })

  test('exponential costs have the mean Σ 1/k² (Parisi, 1998; Linusson & Wästlund, 2004)', () => {
    const size = 20
    const instances = 400
    const uniform = uniformFrom(11)
    let sum = 0
    for (let instance = 0; instance < instances; instance += 1) sum -= dense(size, () => Math.log(uniform())).objective
    const mean = Array.from({ length: size }, (_, k) => 1 / (k + 1) ** 2).reduce((a, b) => a + b)
    // The variance is about (4ζ(2) − 4ζ(3)) / size; four standard errors.
    expect(Math.abs(sum / instances - mean)).toBeLessThan(4 * Math.sqrt(1.771 / size / instances))
  })
})

describe('rows with hundreds of arcs, of which few are looked at', () => {
  test.each([20, 5_000])('the prices prove the assignment, whole gains up to %i', (range) => {
    const uniform = uniformFrom(range)
    for (const full of [undefined, 'rows'] as const) {
      const cells = Array.from({ length: 60 }, () =>
        Array.from({ length: 300 }, () => Math.floor((uniform() - 0.6) * range)),
      )
      const problem = { ...problemOf(cells), ...(full && { full }) }
      expect(flawsOf(problem, solveAssignment(problem))).toEqual([])
    }
  })
})

test('gains that are no whole numbers have prices that prove the assignment too', () => {
  const uniform = uniformFrom(3)
  for (const [rows, columns] of [
    [50, 80],
    [80, 50],
  ] as const) {
    const cells = Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => (uniform() < 0.3 ? Math.log(uniform()) + 1 : null)),
    )
    const problem = problemOf(cells)
    expect(flawsOf(problem, solveAssignment(problem))).toEqual([])
  }
})

describe('the same problem', () => {
  const uniform = uniformFrom(7)
  const cells = Array.from({ length: 40 }, () =>
    Array.from({ length: 70 }, () => (uniform() < 0.3 ? Math.floor(uniform() * 20) - 4 : null)),
  )

  test('gives the same assignment, and the certificate holds', () => {
    const problem = problemOf(cells)
    const found = solveAssignment(problem)
    expect(solveAssignment(problemOf(cells))).toEqual(found)
    expect(flawsOf(problem, found)).toEqual([])
  })

  test('is worth as much with rows and columns exchanged', () => {
    const turned = Array.from({ length: 70 }, (_, column) => cells.map((row) => row[column] ?? null))
    expect(solveAssignment(problemOf(turned)).objective).toBe(solveAssignment(problemOf(cells)).objective)
  })

  test('is worth as much given dense', () => {
    const filled = cells.map((row) => row.map((gain) => gain ?? -1))
    const gains = Float64Array.from(filled.flat())
    const found = solveDenseAssignment({ rowCount: 40, columnCount: 70, gains })
    expect(found.objective).toBe(solveAssignment(problemOf(filled)).objective)
  })
})

describe('what it says of bad input', () => {
  const good = problemOf([[1, 2]])
  test.each<[string, Partial<AssignmentProblem>, RegExp]>([
    ['a gain that is no number', { gains: Float64Array.of(1, Number.NaN) }, /gains\[1\] must be finite, not NaN/],
    ['an endless gain', { gains: Float64Array.of(1, Number.POSITIVE_INFINITY) }, /gains\[1\] must be finite/],
    ['a negative size', { columnCount: -1 }, /columnCount must be a whole number ≥ 0, not -1/],
    ['a column that is not there', { columns: Int32Array.of(0, 2) }, /arc 1: there is no column 2/],
    ['the same arc twice', { columns: Int32Array.of(0, 0) }, /row 0 has two arcs to column 0/],
    ['rows that do not end with the arcs', { rowStarts: Int32Array.of(0, 1) }, /rowStarts must go from 0/],
    ['rows that fall', { rowStarts: Int32Array.of(0, 3, 2) }, /rowStarts falls after row 1/],
    ['no rowStarts', { rowStarts: new Int32Array(0) }, /rowStarts needs an entry more/],
    ['values of other rows', { rowUnfilled: new Float64Array(3) }, /rowUnfilled must have 1 entries, not 3/],
  ])('%s', (_, bad, message) => {
    const attempt = () => solveAssignment({ ...good, ...bad })
    expect(attempt).toThrow(RangeError)
    expect(attempt).toThrow(message)
  })

  test('a dense table of another size', () => {
    const attempt = () => solveDenseAssignment({ rowCount: 2, columnCount: 2, gains: new Float64Array(3) })
    expect(attempt).toThrow(/gains must have 4 entries, not 3/)
  })
})
