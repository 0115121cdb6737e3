/** The board of a slate: who may move, which seats may be entered, and every lawful move between them. */

import { booleanAt } from '#domain/columns.ts'
import type { Verdict } from '#domain/finding.ts'
import { markedAs } from '#domain/restriction.ts'
import type { RotationDuty } from '#domain/results.ts'
import type { Lock, SlateRequest } from '#domain/slate.ts'
import { comparePlanes, type Facts, moveOf, overallAt, overallVerdict } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { isVacant } from '../vacant.ts'
import { admits, setAsideReader } from './set-aside.ts'
import type { SlateSettings } from './settings.ts'

/** A lawful move of somebody to a seat. */
export interface LawfulMove {
  /** Row of the cadre. */
  readonly cadre: number
  /** Row of the seat. */
  readonly seat: number
  readonly verdict: Verdict
  /** Undefined of who must move and has no fit, most often by an upheld objection: the move itself adds nothing. */
  readonly fit: number | undefined
  readonly sd: number
}

export interface SlateBoard {
  /** Rows of the vacancies that were chosen and are vacant. */
  readonly vacancies: readonly number[]
  /** Rows of everybody who may move. */
  readonly people: readonly number[]
  /** The seat that somebody leaves by moving: held by nobody else. */
  readonly homeOf: (cadre: number) => number | undefined
  /** What a person is worth in the seat held now; undefined where it is not among the known seats. */
  readonly fitAtHome: (cadre: number) => { readonly fit: number; readonly sd: number } | undefined
  readonly moves: readonly LawfulMove[]
  /** Pairs that the rules were asked about. */
  readonly compared: number
  /** How many of the lawful pairs of a seat were looked at: all, or those that fit best. */
  readonly leftOut: number
  /** By row of the seat: how many may be eligible and are not looked at, for their verdict, set aside or in no order. */
  readonly setAside: ReadonlyMap<number, number>
}

/** People in service who are in the pool of a request. */
export function poolOf({ facts, snapshot }: Ground, request: SlateRequest): number[] {
  const { pool } = request
  const units = pool?.units && new Set(pool.units)
  const named = pool?.cadres && new Set(pool.cadres)
  const locked = new Set(request.locks.flatMap((lock) => (admits(lock) ? [lock.cadreId] : [])))
  const { reserve } = snapshot.tables.cadres.columns
  return Array.from({ length: facts.cadreCount }, (_, index) => index).filter((index) => {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) return false
    if (locked.has(cadre.id)) return true
    if (named && !named.has(cadre.id)) return false
    if (units && !units.has(cadre.post?.seat?.unit ?? '')) return false
    return !pool?.reserveOnly || booleanAt(reserve, index) === true
  })
}

/** The seat of the present post, where its holder is known to be the only one. */
function homeReader(facts: Facts): (cadre: number) => number | undefined {
  return (cadre) => {
    const { post, id } = facts.cadre(cadre)
    if (post?.seat === undefined || post.kind !== 'appointed') return undefined
    return post.seat.holders().every((holder) => holder.cadre === id) ? post.seat.index : undefined
  }
}

/**
 * Every lawful move that a chain of the request can reach: into the vacancies first, then into the seats that those movers
 * leave, and so on. Moves to a lower level go by another procedure and are never among them.
 */
export function boardOf(
  ground: Ground,
  request: SlateRequest,
  settings: SlateSettings,
  duties: readonly RotationDuty[],
): SlateBoard {
  const { facts, book, fits, snapshot } = ground
  const people = poolOf(ground, request)
  const homeOf = homeReader(facts)
  const vacancies = vacantAmong(facts, request)
  const special = specialPeople(request, duties, facts)
  const kept = new Set(request.locks.flatMap((lock) => (lock.kind === 'keep' ? [lock.cadreId] : [])))
  const barred = new Set(
    request.locks.flatMap((lock) => (lock.kind === 'must-not' ? [`${lock.cadreId} ${lock.positionId}`] : [])),
  )
  const leaving = new Set(
    request.locks.flatMap((lock) => (lock.kind === 'must-move' && lock.elsewhere ? [lock.cadreId] : [])),
  )
  const closed = new Set(request.locks.flatMap((lock) => (lock.kind === 'leave-empty' ? [lock.positionId] : [])))
  const allowed = new Set<Verdict>(request.verdicts)
  const rules = book.inForce('appointment', snapshot.asOf)
  const movable = people.filter((cadre) => !kept.has(facts.cadre(cadre).id))
  const atHome = remembered((cadre: number) => {
    const home = facts.cadre(cadre).post?.seat
    const score = home && fits.score(facts.cadre(cadre), home)
    return score && { fit: score.value, sd: score.sd }
  })

  const unordered = markedAs('order', ground.estimates)
  const isSetAside = remembered(setAsideReader(ground, request, settings))
  const setAside = new Map<number, number>()
  let compared = 0
  let leftOut = 0
  function into(seats: readonly number[]): LawfulMove[] {
    if (seats.length === 0) return []
    const planes = comparePlanes(rules, facts, { people: movable, seats })
    return planes.seats.flatMap((seat, place) => {
      if (closed.has(seat.position)) return []
      const overall = overallAt(planes, place)
      const found: LawfulMove[] = []
      movable.forEach((cadre, person) => {
        const verdict = overallVerdict(overall, person)
        if (verdict === 'unmet') return
        const mover = facts.cadre(cadre)
        if (mover.post?.position === seat.position || barred.has(`${mover.id} ${seat.position}`)) return
        if (leaving.has(mover.id) && mover.post?.seat?.unit === seat.unit) return
        if (moveOf(mover, seat) === 'demotion') return
        if (!allowed.has(verdict) || isSetAside(cadre)) {
          setAside.set(seat.index, (setAside.get(seat.index) ?? 0) + 1)
          return
        }
        const score = fits.score(mover, seat)
        if (score) found.push({ cadre, seat: seat.index, verdict, fit: score.value, sd: score.sd })
        else if (special.moving.has(cadre)) found.push({ cadre, seat: seat.index, verdict, fit: undefined, sd: 0 })
        else if (unordered.has(mover.id)) setAside.set(seat.index, (setAside.get(seat.index) ?? 0) + 1)
      })
      compared += movable.length
      const chosen = bestOf(found, settings, special, (cadre) => atHome(cadre)?.fit ?? 0)
      leftOut += found.length - chosen.length
      return chosen
    })
  }

  const moves: LawfulMove[] = []
  const entered = new Set<number>()
  let front = [...vacancies]
  if (request.exchanges || request.rotation.force !== 'off') front.push(...special.homes)
  const depthMost = request.exchanges ? Math.max(2, request.chainMost) : request.chainMost
  for (let depth = 1; depth <= depthMost && front.length > 0; depth += 1) {
    const fresh = [...new Set(front)].filter((seat) => !entered.has(seat)).sort((a, b) => a - b)
    for (const seat of fresh) entered.add(seat)
    const reached = into(fresh)
    // A hundred thousand moves are too many arguments for one call.
    for (const move of reached) moves.push(move)
    front = reached.flatMap(({ cadre }) => homeOf(cadre) ?? [])
  }
  return {
    vacancies,
    people,
    homeOf,
    fitAtHome: atHome,
    moves: moves.sort((a, b) => a.seat - b.seat || a.cadre - b.cadre),
    compared,
    leftOut,
    setAside,
  }
}

/** Rows of the chosen seats that nobody holds. */
function vacantAmong(facts: Facts, request: SlateRequest): number[] {
  const vacant = request.vacancies.filter((position) => isVacant({ facts }, position))
  return [...new Set(vacant.flatMap((position) => facts.seatIndex(position) ?? []))].sort((a, b) => a - b)
}

interface Special {
  /** Rows of cadres who are looked at for every seat, however they fit. */
  readonly cadres: ReadonlySet<number>
  /** Rows of those of them whom the request moves, whether or not anything is known of their fit. */
  readonly moving: ReadonlySet<number>
  /** Seats of those who should or must move; where people may change places, those that they must go to, too. */
  readonly homes: readonly number[]
}

function specialPeople(request: SlateRequest, duties: readonly RotationDuty[], facts: Facts): Special {
  const due = request.rotation.force === 'off' ? [] : duties.filter(({ state }) => state !== 'later')
  const named = request.locks.flatMap((lock) => (admits(lock) ? [lock.cadreId] : []))
  const moved = request.locks.flatMap((lock) => (lock.kind === 'must' || lock.kind === 'must-move' ? lock.cadreId : []))
  const mustRotate = request.rotation.force === 'limit' ? due.map(({ cadreId }) => cadreId) : []
  const rowsOf = (ids: readonly string[]): number[] => ids.flatMap((id) => facts.cadreIndex(id) ?? [])
  const locked = request.exchanges ? request.locks.flatMap((lock) => lockedSeats(lock, facts)) : []
  return {
    cadres: new Set(rowsOf([...due.map(({ cadreId }) => cadreId), ...named])),
    moving: new Set(rowsOf([...moved, ...mustRotate])),
    homes: [...due.flatMap(({ positionId }) => facts.seatIndex(positionId) ?? []), ...locked],
  }
}

/** The seats that a lock to move empties and fills. */
function lockedSeats(lock: Lock, facts: Facts): number[] {
  if (lock.kind !== 'must' && lock.kind !== 'must-move') return []
  const cadre = facts.cadreIndex(lock.cadreId)
  const home = cadre === undefined ? undefined : facts.cadre(cadre).post?.seat?.index
  const wanted = lock.kind === 'must' ? facts.seatIndex(lock.positionId) : undefined
  return [home, wanted].filter((seat) => seat !== undefined)
}

/** Those who would gain most, and everybody who is looked at in any case. */
function bestOf(
  found: readonly LawfulMove[],
  { candidatesMost }: SlateSettings,
  special: Special,
  homeFit: (cadre: number) => number,
): LawfulMove[] {
  if (found.length <= candidatesMost) return [...found]
  const fits = Float64Array.from(found, ({ fit }) => fit ?? 0)
  const gains = Float64Array.from(found, ({ cadre }, place) => (fits[place] as number) - homeFit(cadre))
  const at = (values: Float64Array, place: number): number => values[place] as number
  const byRow = (a: number, b: number): number => (found[a]?.cadre ?? 0) - (found[b]?.cadre ?? 0)
  const byFit = (a: number, b: number): number => at(fits, b) - at(fits, a) || byRow(a, b)
  const byGain = (a: number, b: number): number => at(gains, b) - at(gains, a) || byFit(a, b)
  const half = Math.ceil(candidatesMost / 2)
  const first = firstOf(found.length, half, byFit)
  const chosen = new Set([...first, ...firstOf(found.length, candidatesMost - half, byGain)])
  found.forEach(({ cadre }, place) => {
    if (special.cadres.has(cadre)) chosen.add(place)
  })
  return [...chosen].map((place) => found[place] as LawfulMove)
}

/** The places 0 … length - 1 that come first, in their order; no two compare as equal. */
function firstOf(length: number, count: number, compare: (a: number, b: number) => number): number[] {
  const kept: number[] = []
  if (count <= 0) return kept
  for (let place = 0; place < length; place += 1) {
    if (kept.length >= count && compare(place, kept.at(-1) as number) > 0) continue
    let low = 0
    for (let high = kept.length; low < high; ) {
      const middle = (low + high) >> 1
      if (compare(kept[middle] as number, place) < 0) low = middle + 1
      else high = middle
    }
    kept.splice(low, 0, place)
    if (kept.length > count) kept.pop()
  }
  return kept
}

function remembered<T>(make: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>()
  return (key) => {
    if (known.has(key)) return known.get(key) as T
    const made = make(key)
    known.set(key, made)
    return made
  }
}
