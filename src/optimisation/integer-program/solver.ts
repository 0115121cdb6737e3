/**
 * Linear and integer programs on HiGHS (Huangfu and Hall 2018), compiled to WebAssembly. It runs in one thread with one
 * seed, so the same program with the same limits has the same answer on every machine; a call blocks until it ends.
 */
import load, { type CallbackType, type Highs, type HighsCallbackMap, type Model } from 'highs'

/** Columns by their entries: column j has `rows[starts[j] … starts[j + 1])` with `values` of the same places. */
export interface Columns {
  readonly cost: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
}

/** Rows without entries: least ≤ … ≤ most. */
export interface Rows {
  readonly least: Float64Array
  readonly most: Float64Array
}

/** Maximise Σ cost · x over lower ≤ x ≤ upper and least ≤ A x ≤ most. */
export interface Program {
  readonly columns: Columns
  readonly rows: Rows
}

export interface LinearAnswer {
  readonly state: 'optimal' | 'infeasible' | 'stopped'
  readonly objective: number
  readonly values: Float64Array
  /** What one more unit of a row's active side would add to the objective: ≥ 0 at `most`, ≤ 0 at `least`. */
  readonly prices: Float64Array
  readonly iterations: number
}

/**
 * `simplex` goes on from the basis of the last solve; `barrier` starts afresh and ends in the middle of the optimal face,
 * whose prices are steadier; `vertex` is a barrier with a crossover to a basis.
 */
export type Method = 'simplex' | 'barrier' | 'vertex'

/** A linear program that grows. Close it, or its memory stays. */
export interface LinearProgram {
  readonly add: (rows: Rows, columns: Columns) => void
  readonly bound: (columns: Int32Array, lower: number, upper: number) => void
  readonly solve: (method: Method) => LinearAnswer
  readonly close: () => void
}

export interface IntegerOptions {
  /** A column that is true here is an integer. */
  readonly integer: (column: number) => boolean
  readonly start?: Float64Array
  readonly relativeGap?: number
  readonly nodesMost?: number
  readonly iterationsMost?: number
  readonly onIncumbent?: (values: Float64Array) => void
  /** Called again and again with the proven bound and the iterations so far; true ends the search. */
  readonly stop?: (bound: number, iterations: number) => boolean
}

export interface IntegerAnswer {
  readonly state: 'optimal' | 'infeasible' | 'stopped'
  /** The best values found; undefined where there are none. */
  readonly values: Float64Array | undefined
  /** No integer solution is better. */
  readonly bound: number
  readonly iterations: number
  readonly nodes: number
}

export interface Solver {
  readonly openLinear: (program: Program) => LinearProgram
  readonly solveInteger: (program: Program, options: IntegerOptions) => IntegerAnswer
}

let loaded: Promise<Solver> | undefined

/** The solver; the first call reads its WebAssembly. */
export const loadSolver = (): Promise<Solver> => {
  // The package's types are those of CommonJS, where the default export is inside the module; Node imports the other form.
  loaded ??= (load as unknown as typeof load.default)().then(solverOn)
  return loaded
}

const solverOn = (highs: Highs): Solver => ({
  openLinear: (program) => openLinear(highs, program),
  solveInteger: (program, options) => solveInteger(highs, program, options),
})

const columnData = ({ cost, lower, upper, starts, rows: indices, values }: Columns, numRows: number) => {
  const matrix = { format: 'csc' as const, numCols: cost.length, numRows, starts, indices, values }
  return { cost, lower, upper, matrix }
}

const modelOf = (highs: Highs, { columns, rows }: Program, integrality?: Int32Array): Model => {
  const { cost, lower, upper, matrix } = columnData(columns, rows.least.length)
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.least.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.least,
    rowUpper: rows.most,
    matrix,
    ...(integrality === undefined ? {} : { integrality }),
  })
  model.options.set({ output_flag: false, random_seed: 0 })
  return model
}

const openLinear = (highs: Highs, program: Program): LinearProgram => {
  const model = modelOf(highs, program)
  const { optimal, infeasible } = highs.constants.modelStatus
  return {
    add: (rows, columns) => {
      const { numCols } = model.raw.getDimensions()
      const numRows = rows.least.length
      if (numRows > 0) {
        const starts = new Int32Array(numRows + 1)
        const none = { starts, indices: new Int32Array(0), values: new Float64Array(0) }
        model.addRows({ lower: rows.least, upper: rows.most, matrix: { format: 'csr', numCols, numRows, ...none } })
      }
      if (columns.cost.length > 0) model.addCols(columnData(columns, model.raw.getDimensions().numRows))
    },
    bound: (columns, lower, upper) => {
      const side = (value: number) => new Float64Array(columns.length).fill(value)
      model.changeColsBounds({ kind: 'set', indices: columns.toSorted() }, side(lower), side(upper))
    },
    solve: (method) => {
      if (method !== 'simplex') model.clearSolver()
      // Without a crossover HiGHS finds no prices for what presolve took out.
      const presolve = method === 'vertex' ? 'choose' : 'off'
      const run_crossover = method === 'barrier' ? 'off' : 'on'
      // Strategy 0 takes the primal simplex method where the basis is primal feasible, as it is when columns have come.
      model.options.set({ solver: method === 'simplex' ? method : 'ipm', presolve, run_crossover, simplex_strategy: 0 })
      const { modelStatus } = model.run()
      const { colValue, rowDual } = model.getSolution()
      return {
        state: modelStatus === optimal ? 'optimal' : modelStatus === infeasible ? 'infeasible' : 'stopped',
        objective: model.getObjectiveValue(),
        values: colValue,
        prices: rowDual,
        iterations: Math.max(0, Number(model.info.get('simplex_iteration_count'))),
      }
    },
    close: () => model.dispose(),
  }
}

const solveInteger = (highs: Highs, program: Program, options: IntegerOptions): IntegerAnswer => {
  const count = program.columns.cost.length
  const integrality = Int32Array.from({ length: count }, (_, column) => (options.integer(column) ? 1 : 0))
  const model = modelOf(highs, program, integrality)
  const { callbackType, modelStatus: status } = highs.constants
  try {
    model.options.set({
      mip_rel_gap: options.relativeGap ?? 0,
      mip_abs_gap: 1e-9,
      // Probing of branches costs more here than it saves: the bound hardly moves with one column.
      mip_pscost_minreliable: 0,
      mip_max_nodes: options.nodesMost ?? 2 ** 31 - 1,
    })
    if (options.start) model.setSolution({ colValue: options.start })
    const iterationsMost = options.iterationsMost ?? Number.POSITIVE_INFINITY
    let best: Float64Array | undefined
    const callbacks: HighsCallbackMap = {
      [callbackType.mipImprovingSolution as CallbackType & 4]: (event) => {
        best = event.data.mip_solution
        if (best) options.onIncumbent?.(best)
        return undefined
      },
      [callbackType.mipInterrupt as CallbackType & 6]: (event) => {
        const iterations = Number(event.data.mip_total_lp_iterations ?? 0)
        const bound = event.data.mip_dual_bound ?? Number.POSITIVE_INFINITY
        if (iterations > iterationsMost || options.stop?.(bound, iterations)) event.interrupt()
        return undefined
      },
    }
    const { modelStatus } = model.run(callbacks)
    const found = Number(model.info.get('primal_solution_status')) === highs.constants.solutionStatus.feasible
    return {
      state: modelStatus === status.optimal ? 'optimal' : modelStatus === status.infeasible ? 'infeasible' : 'stopped',
      values: found ? model.getSolution().colValue : best,
      bound: Number(model.info.get('mip_dual_bound')),
      iterations: Math.max(0, Number(model.info.get('simplex_iteration_count'))),
      nodes: Math.max(0, Number(model.info.get('mip_node_count'))),
    }
  } finally {
    model.dispose()
  }
}
