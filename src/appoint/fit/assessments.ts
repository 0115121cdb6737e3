/** Assessed abilities and what seats ask for, element by element. */
import { asFraction } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

/** 党性修养 is shown as evidence for people to judge; like all political quality it gets no computed number. */
const withoutNumber = 'party-spirit'

export interface Assessment {
  readonly cadre: number
  /** `facet/element`. */
  readonly element: string
  readonly facet: string
  /** 1 to 5. */
  readonly level: number
  /** Years before the as-of date. */
  readonly age: number
}

export interface Requirement {
  readonly element: string
  readonly facet: string
  readonly level: number
  /** Weights of a seat sum to 1. */
  readonly weight: number
}

/** Every assessment but those of Party spirit. */
export function readAssessments(snapshot: Snapshot): Assessment[] {
  const { competencies, cadres } = snapshot.tables
  const c = competencies.columns
  const owners = resolve(c.cadre_id, cadres.columns.cadre_id)
  const now = asFraction(snapshot.asOf)
  const found: Assessment[] = []
  for (let row = 0; row < competencies.length; row += 1) {
    const facet = textAt(c.facet, row) ?? ''
    const level = numberAt(c.level, row)
    const cadre = owners[row] ?? -1
    if (facet === withoutNumber || level === undefined || cadre < 0) continue
    const on = dateAt(c.on, row)
    const age = on === undefined ? 0 : Math.max(0, now - asFraction(on))
    found.push({ cadre, element: `${facet}/${textAt(c.element, row)}`, facet, level, age })
  }
  return found
}

/** Weights that sum to 1; one that is not stated counts as 1. */
export function weighted(asked: readonly (Omit<Requirement, 'weight'> & { weight?: number })[]): Requirement[] {
  const total = asked.reduce((sum, { weight = 1 }) => sum + weight, 0)
  return asked.map(({ weight = 1, ...one }) => ({ ...one, weight: weight / total }))
}

/** What each seat asks for, by row of the positions frame; seats that ask for nothing are absent. */
export function readRequirements(snapshot: Snapshot): ReadonlyMap<number, readonly Requirement[]> {
  const { requirements, positions } = snapshot.tables
  const r = requirements.columns
  const seats = resolve(r.position_id, positions.columns.position_id)
  const bySeat = new Map<number, Requirement[]>()
  for (let row = 0; row < requirements.length; row += 1) {
    const facet = textAt(r.facet, row) ?? ''
    const level = numberAt(r.level, row)
    const seat = seats[row] ?? -1
    const weight = numberAt(r.weight, row) ?? 1
    if (facet === withoutNumber || level === undefined || seat < 0 || weight <= 0) continue
    const asked = bySeat.get(seat) ?? []
    asked.push({ element: `${facet}/${textAt(r.element, row)}`, facet, level, weight })
    bySeat.set(seat, asked)
  }
  return new Map([...bySeat].map(([seat, asked]) => [seat, weighted(asked)]))
}
