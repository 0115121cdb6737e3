/**
 * The library of what classes of seats ask for (岗位要求库), for seats without requirements of their own: local settings by
 * role, post level, kind of unit and field of work.
 */
import type { DateCode } from '#domain/calendar.ts'
import type { EnumerationName, Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { ParameterValue, Scalar } from '../language/types.ts'
import type { Rule } from './rule.ts'

type Facet = Identifier<'facet'>

export interface AskedElement {
  readonly facet: Facet
  readonly element: string
  /** 1 to 5. */
  readonly level: number
  /** What it counts for beside the others of the seat: the points of its facet, shared equally among the facet's elements. */
  readonly weight: number
  /** The parameter of the rule that asks for it. */
  readonly parameter: string
}

export type SeatClass = Pick<SeatFacts, 'level' | 'role' | 'sector' | 'unitKind'>

/** @example book.seatProfile(20261122)?.(seat)[0] // { facet: 'party-spirit', element: '政治能力', level: 3, … } */
export type SeatProfile = (seat: SeatClass) => readonly AskedElement[]

/** The rule that holds the library. */
export const seatProfileRule = 'LOCAL-SEAT-PROFILE'

const levels = [1, 2, 3, 4, 5] as const
const steps = [-4, -3, -2, -1, 0, 1, 2, 3, 4] as const

type Named = Omit<AskedElement, 'level' | 'weight'>

/** @throws ProblemError where a setting names a facet, field, level or kind of unit that does not exist. */
export function readSeatProfile(rule: Rule, asOf: DateCode): SeatProfile {
  const entries = (name: string): [string, Scalar][] => {
    const found: ParameterValue | undefined = parameterOn(rule, name, asOf)
    return typeof found === 'object' && !Array.isArray(found) ? Object.entries(found) : []
  }
  const elements = (parameter: string): Named[] =>
    entries(parameter).map(([element, facet]) => ({
      element,
      facet: known(rule, parameter, identifiersOf('facet'), facet),
      parameter,
    }))
  /** One element for each key, all of one facet. */
  const keyed = (parameter: string, vocabulary: EnumerationName, facet: Facet): ReadonlyMap<string, Named> =>
    new Map(
      entries(parameter).map(([key, element]) => [
        known<string>(rule, parameter, identifiersOf(vocabulary), key),
        { element: String(element), facet, parameter },
      ]),
    )
  const numbers = (name: string, vocabulary: EnumerationName, allowed?: readonly number[]): Map<string, number> =>
    new Map(
      entries(name).map(([key, value]) => [
        known<string>(rule, name, identifiersOf(vocabulary), key),
        allowed ? known(rule, name, allowed, Number(value)) : Number(value),
      ]),
    )

  const ofAll = elements('elements')
  const ofPrincipals = elements('elements_of_principals')
  const ofDeputies = elements('elements_of_deputies')
  const bySector = (['knowledge', 'practice', 'style'] as const).map((facet) => keyed(facet, 'sector', facet))
  const byUnitKind = (['practice', 'experience'] as const).map((facet) =>
    keyed(`${facet}_of_unit_kinds`, 'unitKind', facet),
  )
  const levelOf = numbers('levels', 'postLevel', levels)
  const [stepsOfAll, stepsOfPrincipals] = ['steps', 'steps_of_principals'].map((name) => numbers(name, 'facet', steps))
  const [points, pointsOfPrincipals] = ['weights', 'weights_of_principals'].map((name) => numbers(name, 'facet'))

  return ({ level, role, sector, unitKind }) => {
    const base = levelOf.get(level)
    if (base === undefined) return []
    const isPrincipal = role === 'principal'
    const named = [
      ...ofAll,
      ...(isPrincipal ? ofPrincipals : role === 'staff' ? [] : ofDeputies),
      ...byUnitKind.flatMap((map) => map.get(unitKind) ?? []),
      ...bySector.flatMap((map) => map.get(sector ?? 'other') ?? []),
    ]
    const once = named.filter((one, place) => named.findIndex(({ element }) => element === one.element) === place)
    const counts = new Map<Facet, number>()
    for (const { facet } of once) counts.set(facet, (counts.get(facet) ?? 0) + 1)
    return once.map((one) => {
      const step = (stepsOfAll?.get(one.facet) ?? 0) + (isPrincipal ? (stepsOfPrincipals?.get(one.facet) ?? 0) : 0)
      const ofFacet = (isPrincipal ? pointsOfPrincipals : points)?.get(one.facet) ?? 0
      return {
        ...one,
        level: Math.min(5, Math.max(1, base + step)),
        weight: ofFacet / (counts.get(one.facet) ?? 1),
      }
    })
  }
}

function known<T extends Scalar>(rule: Rule, name: string, allowed: readonly T[], value: Scalar): T {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw new ProblemError({
    code: 'rule-file',
    file: rule.source,
    column: name,
    message: { zh: `${rule.id} 的 ${name} 里没有“${value}”这一取值`, en: `${name} of ${rule.id} cannot be "${value}"` },
    mend: { zh: `可用：${allowed.join('、')}`, en: `one of: ${allowed.join(', ')}` },
  })
}
