import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { PairChange, Rule, SeatChange } from '#policy/index.ts'
import type { PersonRecord, VacancyRecord } from '#records/queries/index.ts'
import type { WhatIf } from '../contract/index.ts'
import type { LawComparison } from '../law/what-if.ts'
import { presentRuleBasis } from './horizon.ts'
import { presentPerson } from './matrix.ts'
import { term } from './term.ts'

export interface WhatIfParts {
  readonly asOf: DateCode
  readonly people: ReadonlyMap<string, PersonRecord>
  readonly vacancies: ReadonlyMap<string, VacancyRecord>
  /** The rules that the change touches; `isNew` where the rule book did not have it. */
  readonly touched: readonly { readonly rule: Rule; readonly isNew: boolean }[]
  readonly found: LawComparison
  readonly offset: number
}

const sumOf = (seats: readonly SeatChange[], figure: 'gains' | 'losses'): number =>
  seats.reduce((sum, seat) => sum + seat[figure], 0)

function presentSeats({ found, vacancies }: WhatIfParts): WhatIf['bySeat'] {
  return found.seats
    .flatMap(({ positionId, before, after, changed, gains, losses }) => {
      const vacancy = vacancies.get(positionId)
      if (!vacancy) return []
      const { unit_name, title, post_level } = vacancy
      const place = { positionId, unitName: unit_name, title, postLevel: term('postLevel', post_level) }
      return [{ ...place, before: { ...before }, after: { ...after }, changed, gains, losses }]
    })
    .sort((a, b) => b.changed - a.changed)
}

function presentRows(changes: readonly PairChange[], { people, vacancies }: WhatIfParts): WhatIf['rows'] {
  return changes.flatMap(({ cadreId, positionId, from, to, rules }) => {
    const [person, vacancy] = [people.get(cadreId), vacancies.get(positionId)]
    if (!person || !vacancy) return []
    return [
      {
        person: presentPerson(person),
        positionId,
        seatTitle: vacancy.title,
        seatUnitName: vacancy.unit_name,
        from,
        to,
        rules: rules.map((one) => ({ rule: one.rule, from: one.from ?? null, to: one.to ?? null })),
      },
    ]
  })
}

export function presentWhatIf(parts: WhatIfParts): WhatIf {
  const { found, people, vacancies } = parts
  return {
    asOf: formatDate(parts.asOf),
    seats: vacancies.size,
    people: people.size,
    pairs: found.pairs,
    changed: found.changed,
    changedPeople: found.changedPeople,
    gains: sumOf(found.seats, 'gains'),
    losses: sumOf(found.seats, 'losses'),
    rules: parts.touched.map(({ rule, isNew }) => ({
      rule: rule.id,
      basis: presentRuleBasis(rule),
      purposes: [...rule.purposes],
      isNew,
    })),
    transitions: found.transitions.map((one) => ({ ...one })),
    bySeat: presentSeats(parts),
    total: found.total,
    offset: parts.offset,
    rows: presentRows(found.named, parts),
  }
}
