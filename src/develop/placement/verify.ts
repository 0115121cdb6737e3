/** Replays a placement round on the facts, pair by pair, by code that shares nothing with the search. */
import { addMonths } from '#domain/calendar.ts'
import { overall } from '#domain/finding.ts'
import { fill, type Text } from '#domain/text.ts'
import { expectingResults, explain, recusalOf } from '#policy/index.ts'
import type { PlacementArc, PlacementGround, PlacementProblem } from './problem.ts'

export interface PlacementFault {
  readonly cadreId: string
  readonly positionId: string
  readonly says: Text
}

export interface PlacementCheck {
  /** Needs met, reckoned anew. */
  readonly objective: number
  /** None in a round that may be shown. */
  readonly faults: readonly PlacementFault[]
}

export function verifyPlacement(
  { facts, book }: PlacementGround,
  { settings, places, cover }: Pick<PlacementProblem, 'settings' | 'places' | 'cover'>,
  chosen: readonly PlacementArc[],
): PlacementCheck {
  const last = places.reduce((day, { on }) => Math.max(day, on), addMonths(facts.snapshot.asOf, 12 * settings.rounds))
  const then = expectingResults(facts, last)
  const [taken, moved, left] = [new Map<number, number>(), new Set<number>(), new Map<string, number>()]
  const faults: PlacementFault[] = []
  let objective = 0
  for (const { cadre, place, on, round } of chosen) {
    const who = then.cadre(cadre)
    const fault = (says: Text): void => void faults.push({ cadreId: who.id, positionId: place.seat.position, says })
    if (moved.has(cadre)) fault(twice)
    moved.add(cadre)
    const holds = (taken.get(place.seat.index) ?? 0) + 1
    taken.set(place.seat.index, holds)
    if (holds > place.places) fault(full)
    const unit = who.post?.seat?.unit
    if (unit !== undefined) {
      const gone = (left.get(`${unit} ${round}`) ?? 0) + 1
      left.set(`${unit} ${round}`, gone)
      if (gone > settings.leavingMost) fault(fill(tooMany, { most: settings.leavingMost }))
    }
    if (on < place.on) fault(tooEarly)
    const all = [...book.inForce('appointment', on), ...book.inForce('planning', on)]
    const rules = place.cause === 'secondment' ? all.filter(({ rule }) => recusalOf(rule) !== undefined) : all
    const findings = explain(rules, { ...then, snapshot: { ...facts.snapshot, asOf: on } }, who, place.seat)
    const verdict = overall(findings)
    if (verdict === 'unmet' || verdict === 'unknown')
      fault(findings.find((one) => one.verdict === verdict)?.reasons[0] ?? unlawful)
    const meets = cover.needsMet(cadre, place)
    objective += meets.reduce((sum, need) => sum + settings.worth(need), 0) * Math.max(0, 1 - settings.wait * round)
  }
  return { objective, faults }
}

const twice: Text = { zh: '一人安排了两次', en: 'placed twice' }
const full: Text = { zh: '岗位安排的人多于容量', en: 'more people than the seat takes' }
const tooEarly: Text = { zh: '岗位那时还没有空出', en: 'the seat is not free by then' }
const tooMany: Text = { zh: '所在单位一轮派出超过 {most} 人', en: 'the unit gives more than {most} in one round' }
const unlawful: Text = { zh: '不符合规定', en: 'not lawful' }
