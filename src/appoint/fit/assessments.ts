/** Assessed abilities, element by element. */
import { asFraction, type DateCode, formatDate } from '#domain/calendar.ts'
import { dateAt, numberAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { withoutNumber } from '../requirements/seat-requirements.ts'

export interface Assessment {
  readonly cadre: number
  /** `facet/element`. */
  readonly element: string
  readonly facet: string
  /** 1 to 5. */
  readonly level: number
  readonly on: DateCode | undefined
  /** Years before the as-of date. */
  readonly age: number
  /** `competencies/C0001/practice/组织协调/2026-03-15` */
  readonly evidence: string
}

/** @example elementKey('practice', '组织协调') // 'practice/组织协调' */
export const elementKey = (facet: string, element: string): string => `${facet}/${element}`

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
    const element = elementKey(facet, textAt(c.element, row) ?? '')
    const evidence = `competencies/${textAt(c.cadre_id, row)}/${element}/${on === undefined ? '' : formatDate(on)}`
    found.push({ cadre, element, facet, level, on, age, evidence })
  }
  return found
}
