/** Locks as they hold over the arcs of a preview, and those that cannot be kept there, in words. */
import type { Lock, SlateRequest } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Ground } from '../ground.ts'
import type { LawfulMove, SlateBoard } from './board.ts'
import { cannotBoth, contradictionOf, unlawful, whyUnlawful } from './clash.ts'
import { labelOfLock } from './goals.ts'

/** No two of these speak against each other. */
export interface HeldLocks {
  /** By the index of the move. */
  readonly arcs: ReadonlyMap<number, 'pinned' | 'forbidden'>
  /** Rows of the cadres who must move, wherever to. */
  readonly insisted: ReadonlySet<number>
  readonly unmet: readonly Text[]
}

type LockToMove = Extract<Lock, { kind: 'must' | 'must-move' }>

/** What keeps somebody or something out holds first; of two locks to one seat, or of one person, the earlier. */
export function heldLocks({ ground, board }: Place, request: SlateRequest): HeldLocks {
  const { locks } = request
  const arcs = new Map(barredBy({ ground, board }, locks).map((arc) => [arc, 'forbidden' as 'forbidden' | 'pinned']))
  const insisted = new Set<number>()
  const unmet: Text[] = []
  const pins: Extract<Lock, { kind: 'must' }>[] = []
  for (const lock of locks) {
    if (lock.kind !== 'must' && lock.kind !== 'must-move') continue
    const rival = pins.find(
      (pin) => lock.kind === 'must' && (pin.cadreId === lock.cadreId) !== (pin.positionId === lock.positionId),
    )
    const against = rival ? cannotBoth(ground, lock, rival) : contradictionOf(ground, locks, lock)
    const arc = board.moves.findIndex((move) => isOf(ground, lock, move))
    if (against) unmet.push(against)
    else if (arc === -1) unmet.push(whyNowhere({ ground, board }, request, lock))
    else if (lock.kind === 'must-move') insisted.add(board.moves[arc]?.cadre ?? -1)
    else {
      pins.push(lock)
      arcs.set(arc, 'pinned')
    }
  }
  // Whom no lock puts anywhere is not proposed without a fit.
  board.moves.forEach(({ cadre, fit }, arc) => {
    if (fit === undefined && !insisted.has(cadre) && !arcs.has(arc)) arcs.set(arc, 'forbidden')
  })
  return { arcs, insisted, unmet }
}

interface Place {
  readonly ground: Ground
  readonly board: SlateBoard
}

const isOf = ({ facts }: Ground, lock: LockToMove, { cadre, seat }: LawfulMove): boolean =>
  facts.cadre(cadre).id === lock.cadreId && (lock.kind === 'must-move' || facts.seat(seat).position === lock.positionId)

/** Moves of those who stay, into seats that stay empty, or named by themselves. */
function barredBy({ ground: { facts }, board }: Place, locks: readonly Lock[]): number[] {
  const kept = new Set(locks.flatMap((lock) => (lock.kind === 'keep' ? [lock.cadreId] : [])))
  const closed = new Set(locks.flatMap((lock) => (lock.kind === 'leave-empty' ? [lock.positionId] : [])))
  const barred = new Set(
    locks.flatMap((lock) => (lock.kind === 'must-not' ? [`${lock.cadreId} ${lock.positionId}`] : [])),
  )
  return [...board.moves.keys()].filter((arc) => {
    const move = board.moves[arc]
    if (!move) return false
    const { id } = facts.cadre(move.cadre)
    const { position } = facts.seat(move.seat)
    return kept.has(id) || closed.has(position) || barred.has(`${id} ${position}`)
  })
}

function whyNowhere({ ground, board }: Place, request: SlateRequest, lock: LockToMove): Text {
  const wanted = labelOfLock(ground, lock)
  const cadre = ground.facts.cadreIndex(lock.cadreId)
  const seat = lock.kind === 'must' ? ground.facts.seatIndex(lock.positionId) : undefined
  if (cadre === undefined || seat === undefined || !board.vacancies.includes(seat)) return fill(nowhere, { wanted })
  return fill(unlawful, { wanted, reason: whyUnlawful({ ground, request }, cadre, seat) })
}

export const nowhere: Text = {
  zh: '“{wanted}”：选定的空缺里安排不下，这里不计；搜索时还看由调动空出的岗位。',
  en: '"{wanted}": the chosen vacancies have no room for it, so it is left out here; the search also looks at seats that moves open.',
}
