/**
 * A synthetic city with known truth, from a seed number: for demonstration, as a playground and as the world in which the
 * methods are tested. Places and people are invented; region codes begin with 99, which no place has.
 */
export { type County, generateCounty } from './county.ts'
export type { TruthTable } from './truth.ts'
