/** A grouping factor: the level of each observation, 0 … levels - 1. */
export interface Factor {
  readonly name: string
  readonly codes: Int32Array
  readonly levels: number
}

/**
 * A grouping term of which an observation may have several levels, each with a weight: the members of a team that produced
 * a result, by share of duty. Row i has `members[k]` with `shares[k]` for k in starts[i] .. starts[i + 1]; a level occurs at
 * most once a row; shares need not sum to 1 (Browne, Goldstein and Rasbash 2001, multiple membership).
 */
export interface Membership {
  readonly name: string
  readonly levels: number
  readonly starts: Int32Array
  readonly members: Int32Array
  readonly shares: Float64Array
}

/** A term of the random part: a factor, or a multiple membership. */
export type RandomTerm = Factor | Membership

export const isMembership = (term: RandomTerm): term is Membership => 'members' in term

/** One column of the fixed part. */
export interface Covariate {
  readonly name: string
  readonly values: Float64Array
}

/**
 * A linear mixed model y = Xβ + Σ Z_k b_k + e, with b_k ~ N(0, σ_k²) for every level of term k and e ~ N(0, σ²/w). A row of
 * Z_k holds a 1 for a factor, the shares for a membership. The columns of `fixed` are X as it is: put the intercept in with
 * `intercept`.
 */
export interface Design<Term extends RandomTerm = RandomTerm> {
  readonly response: Float64Array
  readonly fixed: readonly Covariate[]
  readonly random: readonly Term[]
  /** Prior weights of the observations; 1 where absent. */
  readonly weights?: Float64Array
}

export type DesignFault =
  | 'too-few-rows'
  | 'single-level'
  | 'level-per-row'
  | 'collinear'
  | 'not-finite'
  | 'constant'
  /** Codes, or starts, members and shares, are not as long as the response and each other ask. */
  | 'malformed'
  | 'no-such-level'
  | 'member-twice'

/** The data cannot carry the model: which fault, and the column or factor it lies in. */
export class DesignError extends Error {
  readonly fault: DesignFault
  readonly term: string

  constructor(fault: DesignFault, term: string) {
    super(`${fault}: ${term}`)
    this.name = 'DesignError'
    this.fault = fault
    this.term = term
  }
}

export const intercept = (length: number): Covariate => ({
  name: '(Intercept)',
  values: new Float64Array(length).fill(1),
})

/** Levels in ascending code-unit order, so that the coding does not depend on the order of rows. */
export function factorOf(name: string, values: readonly string[]): { factor: Factor; labels: readonly string[] } {
  const labels = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1))
  const codeOf = new Map(labels.map((label, code) => [label, code]))
  const codes = Int32Array.from(values, (value) => codeOf.get(value) ?? -1)
  return { factor: { name, codes, levels: labels.length }, labels }
}

/** Treatment contrasts: a 0/1 column for every level but the first, which is the reference. */
export function treatmentContrasts(factor: Factor, labels: readonly string[]): Covariate[] {
  return labels.slice(1).map((label, index) => ({
    name: `${factor.name}${label}`,
    values: Float64Array.from(factor.codes, (code) => (code === index + 1 ? 1 : 0)),
  }))
}

/** Throws a DesignError for what no fit can mend. Collinear columns are found later, by the factorisation. */
export function checkDesign(design: Design): void {
  const { response, fixed, random } = design
  const rows = response.length
  if (rows <= fixed.length + random.length) throw new DesignError('too-few-rows', String(rows))
  if (!response.every(Number.isFinite)) throw new DesignError('not-finite', 'response')
  for (const column of fixed)
    if (!column.values.every(Number.isFinite)) throw new DesignError('not-finite', column.name)
  if (response.every((value) => value === response[0])) throw new DesignError('constant', 'response')
  for (const term of random) {
    checkPlaces(term, rows)
    if (term.levels < 2) throw new DesignError('single-level', term.name)
    const isPartition = !isMembership(term) || isOneEach(term)
    if (isPartition && term.levels >= rows && !design.weights) throw new DesignError('level-per-row', term.name)
  }
  const kept = independentColumns(fixed)
  const dependent = fixed.find((column) => !kept.includes(column))
  if (dependent) throw new DesignError('collinear', dependent.name)
}

function checkPlaces(term: RandomTerm, rows: number): void {
  const isSound = isMembership(term) ? isWellFormed(term, rows) : term.codes.length === rows
  if (!isSound) throw new DesignError('malformed', term.name)
  const places = isMembership(term) ? term.members : term.codes
  for (const level of places)
    if (!(level >= 0 && level < term.levels)) throw new DesignError('no-such-level', term.name)
  if (!isMembership(term)) return
  if (!term.shares.every(Number.isFinite)) throw new DesignError('not-finite', term.name)
  if (term.shares.every((share) => share === 0)) throw new DesignError('constant', term.name)
  const lastRow = new Int32Array(term.levels).fill(-1)
  for (let row = 0; row < rows; row += 1) {
    for (let entry = term.starts[row] as number; entry < (term.starts[row + 1] as number); entry += 1) {
      const level = term.members[entry] as number
      if (lastRow[level] === row) throw new DesignError('member-twice', term.name)
      lastRow[level] = row
    }
  }
}

const isWellFormed = ({ starts, members, shares }: Membership, rows: number): boolean =>
  starts.length === rows + 1 &&
  starts[0] === 0 &&
  starts.every((start, row) => row === 0 || start >= (starts[row - 1] as number)) &&
  starts[rows] === members.length &&
  shares.length === members.length

/** One member a row, always with the same share: a factor in other words. */
const isOneEach = ({ starts, shares }: Membership): boolean =>
  starts.every((start, row) => start === row) && shares.every((share) => share === shares[0])

/** The columns that the columns before them do not explain (modified Gram–Schmidt). */
export function independentColumns(columns: readonly Covariate[]): Covariate[] {
  const basis: Float64Array[] = []
  return columns.filter(({ values }) => {
    const rest = Float64Array.from(values)
    const before = dot(rest, rest)
    for (const direction of basis) {
      const share = dot(rest, direction)
      for (let row = 0; row < rest.length; row += 1)
        rest[row] = (rest[row] as number) - share * (direction[row] as number)
    }
    const after = dot(rest, rest)
    if (!(after > 1e-14 * before)) return false
    const scale = 1 / Math.sqrt(after)
    basis.push(rest.map((value) => value * scale))
    return true
  })
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number)
  return sum
}
