/**
 * How much has been tried. Work is counted in what the solver did (iterations, entries), never by a clock, so that the same
 * work gives the same answer on every machine; one unit takes about a second on a small one.
 */
export interface Effort {
  readonly spend: (work: number) => void
  readonly left: () => number
  readonly fraction: () => number
  readonly stop: () => void
  /** Work is used up, time is over, or who asked wants no more. */
  readonly over: () => boolean
}

export const effortOf = (work: number, seconds: number | undefined): Effort => {
  const began = seconds === undefined ? 0 : performance.now()
  let spent = 0
  let stopped = false
  const late = () => seconds !== undefined && performance.now() - began > seconds * 1000
  return {
    spend: (more) => {
      spent += more
    },
    left: () => Math.max(0, work - spent),
    fraction: () => Math.min(1, spent / work),
    stop: () => {
      stopped = true
    },
    over: () => stopped || spent >= work || late(),
  }
}

/** Measured: seconds for iterations of the simplex method, of a barrier, and of branch and cut. */
export const simplexWork = (iterations: number, rows: number): number => iterations * (5e-5 + 2.5e-8 * rows)
export const barrierWork = (entries: number): number => 2.2e-5 * entries
export const branchingWork = (iterations: number, rows: number, entries: number): number =>
  0.005 + 1.5e-6 * entries + iterations * (2.4e-4 + 2.4e-7 * rows)
export const branchingIterations = (work: number, rows: number): number => Math.ceil(work / (2.4e-4 + 2.4e-7 * rows))
export const pricingWork = (arcs: number, depth: number): number => 2e-8 * arcs * (1 + depth)
