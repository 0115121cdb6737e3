/** What a seat asks for where no requirement of its own is on record: local settings by role, field of work and level. */
import type { DateCode } from '#domain/calendar.ts'
import type { EnumerationName, Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import type { SeatFacts } from '../facts/seats.ts'
import type { ParameterValue, Scalar } from '../language/types.ts'
import type { Rule } from './rule.ts'

export interface AskedElement {
  readonly facet: Identifier<'facet'>
  readonly element: string
  /** 1 to 5. */
  readonly level: number
}

/** @example book.seatProfile(20261122)?.(seat)[0] // { facet: 'psychology', element: '抗压能力', level: 3 } */
export type SeatProfile = (seat: Pick<SeatFacts, 'level' | 'role' | 'sector'>) => readonly AskedElement[]

/** The rule that holds these settings. */
export const seatProfileRule = 'LOCAL-SEAT-PROFILE'

const levels = [1, 2, 3, 4, 5] as const

/** @throws ProblemError where a setting names a facet, field or level that does not exist. */
export function readSeatProfile(rule: Rule, asOf: DateCode): SeatProfile {
  const entries = (name: string): [string, Scalar][] => {
    const found: ParameterValue | undefined = parameterOn(rule, name, asOf)
    return typeof found === 'object' && !Array.isArray(found) ? Object.entries(found) : []
  }
  const elements = (name: string) =>
    entries(name).map(([element, facet]) => ({ element, facet: known(rule, name, identifiersOf('facet'), facet) }))
  const keyed = <E extends EnumerationName>(name: string, vocabulary: E): [string, Scalar][] =>
    entries(name).map(([key, value]) => [known(rule, name, identifiersOf(vocabulary), key), value])

  const ofAll = elements('elements')
  const ofPrincipals = elements('elements_of_principals')
  const knowledge = new Map(keyed('knowledge', 'sector'))
  const levelOf = new Map(
    keyed('levels', 'postLevel').map(([key, value]) => [key, known(rule, 'levels', levels, value)]),
  )
  return ({ level, role, sector }) => {
    const asked = levelOf.get(level)
    if (asked === undefined) return []
    const field = knowledge.get(sector ?? 'other')
    return [
      ...ofAll,
      ...(role === 'principal' ? ofPrincipals : []),
      ...(field === undefined ? [] : [{ facet: 'knowledge' as const, element: String(field) }]),
    ].map((one) => ({ ...one, level: asked }))
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
