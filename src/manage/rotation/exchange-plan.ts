/** A plan of exchanges over years (跨部门交流计划): who is due is spread so that no unit loses too many people in one year. */
import { addMonths, type DateCode, latest, yearOf } from '#domain/calendar.ts'
import type { ExchangeSettings } from './settings.ts'
import { retirementReader, type WaveGround, waveAhead } from './wave.ts'

export interface PersonDue {
  readonly cadreId: string
  readonly positionId: string
  readonly unitId: string
  readonly isPrincipal: boolean
  readonly dueOn: DateCode
}

/** `late`: every year up to the one it is due in is full. `unplaced`: so are all years of the plan. */
export type PlanState = 'planned' | 'late' | 'unplaced'

export interface PlannedExchange extends PersonDue {
  /** Undefined where no year has room. */
  readonly year: number | undefined
  readonly state: PlanState
}

type Limits = Pick<ExchangeSettings, 'planYears' | 'perUnitYear' | 'principalsPerUnitYear' | 'earlyYears'>

/**
 * Proposes a year for everybody due within the plan: the year it falls due or, where that is full, an earlier one, and only
 * then a later one. A function of its arguments; a plan is for people to decide on.
 * @example exchangePlan(people, settings, 20261122)[0]?.year // 2026
 */
export function exchangePlan(people: readonly PersonDue[], limits: Limits, asOf: DateCode): readonly PlannedExchange[] {
  const first = yearOf(asOf)
  const years = Array.from({ length: limits.planYears }, (_, step) => first + step)
  const within = people.filter(({ dueOn }) => yearOf(dueOn) < first + limits.planYears)
  return [...Map.groupBy(within, ({ unitId }) => unitId).values()]
    .flatMap((own) => spread(own, years, limits))
    .sort(
      (a, b) =>
        (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY) ||
        latest(a.dueOn) - latest(b.dueOn) ||
        (a.cadreId < b.cadreId ? -1 : 1),
    )
}

/** One unit: from the last year back, those who could go earlier least first; then whoever is left over, later. */
function spread(own: readonly PersonDue[], years: readonly number[], limits: Limits): PlannedExchange[] {
  const first = years[0] ?? 0
  const room = new Map(
    years.map((year) => [year, { all: limits.perUnitYear, principals: limits.principalsPerUnitYear }]),
  )
  const placed = new Map<PersonDue, number>()
  const take = (person: PersonDue, year: number): boolean => {
    const left = room.get(year)
    if (!left || left.all < 1 || (person.isPrincipal && left.principals < 1)) return false
    left.all -= 1
    if (person.isPrincipal) left.principals -= 1
    placed.set(person, year)
    return true
  }
  const dueIn = ({ dueOn }: PersonDue): number => Math.max(first, yearOf(dueOn))
  const from = (person: PersonDue): number => Math.max(first, dueIn(person) - limits.earlyYears)
  const ordered = [...own].sort(
    (a, b) => from(b) - from(a) || latest(a.dueOn) - latest(b.dueOn) || (a.cadreId < b.cadreId ? -1 : 1),
  )
  for (const year of [...years].reverse())
    for (const person of ordered)
      if (!placed.has(person) && from(person) <= year && year <= dueIn(person)) take(person, year)
  const rest = ordered.filter((person) => !placed.has(person)).sort((a, b) => latest(a.dueOn) - latest(b.dueOn))
  for (const person of rest) years.some((year) => year > dueIn(person) && take(person, year))
  return ordered.map((person) => {
    const year = placed.get(person)
    return { ...person, year, state: year === undefined ? 'unplaced' : year > dueIn(person) ? 'late' : 'planned' }
  })
}

/** Whom a plan is about: the first duty of each person who does not retire before it or too soon to be moved. */
export function peopleDue(ground: WaveGround, { remainingMonths }: ExchangeSettings): readonly PersonDue[] {
  const { facts, book } = ground
  const soon = addMonths(facts.snapshot.asOf, remainingMonths)
  const retires = retirementReader(facts, book)
  const seen = new Set<string>()
  return waveAhead(ground).flatMap(({ kind, cadreId, positionId, unitId, on }) => {
    const [cadre, seat] = [facts.cadreIndex(cadreId), facts.seatIndex(positionId)]
    if (kind !== 'rotation' || seen.has(cadreId) || cadre === undefined || seat === undefined) return []
    seen.add(cadreId)
    const leaves = retires(facts.cadre(cadre))
    if (leaves !== undefined && leaves <= Math.max(on, soon)) return []
    return [{ cadreId, positionId, unitId, isPrincipal: facts.seat(seat).role === 'principal', dueOn: on }]
  })
}
