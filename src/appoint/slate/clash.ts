/** What cannot hold together, in words. */
import { overall } from '#domain/finding.ts'
import type { Lock } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import { explain, moveOf } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { labelOfLock, labelOfWish } from './goals.ts'
import type { SlateWork } from './plan.ts'
import { nobodyFor, seatName } from './wording.ts'

/**
 * Locks that no lawful move could keep, each with the reason. They are told before the search, because the rule that stands
 * against says more than that no move is left.
 */
export function unmetLocks(work: SlateWork): Text[] {
  const { board, ground, request } = work
  const { facts } = ground
  return request.locks.flatMap((lock): Text[] => {
    if (lock.kind !== 'must' && lock.kind !== 'must-move') return []
    const contradiction = contradictionOf(ground, request.locks, lock)
    if (contradiction) return [contradiction]
    const cadre = facts.cadreIndex(lock.cadreId)
    const seat = lock.kind === 'must' ? facts.seatIndex(lock.positionId) : undefined
    const wanted = labelOfLock(ground, lock)
    if (cadre === undefined || (lock.kind === 'must' && seat === undefined)) return [fill(unknown, { wanted })]
    const possible = board.moves.some(
      (move) => move.cadre === cadre && (lock.kind === 'must-move' || move.seat === seat),
    )
    if (possible) return []
    if (seat === undefined) return [fill(nowhere, { wanted })]
    return [fill(unlawful, { wanted, reason: whyUnlawful(work, cadre, seat) })]
  })
}

/** The first of the locks that says the opposite of a lock to move, in words. */
export function contradictionOf(
  ground: Ground,
  locks: readonly Lock[],
  lock: Extract<Lock, { kind: 'must' | 'must-move' }>,
): Text | undefined {
  const seat = lock.kind === 'must' ? ground.facts.seatIndex(lock.positionId) : undefined
  const holders = seat === undefined ? [] : ground.facts.seat(seat).holders()
  const isHolder = (id: string): boolean => holders.some((holder) => holder.cadre === id)
  const against = locks.find(
    (other) =>
      (other.kind === 'keep' && (other.cadreId === lock.cadreId || isHolder(other.cadreId))) ||
      (lock.kind === 'must' &&
        ((other.kind === 'must-not' && other.cadreId === lock.cadreId && other.positionId === lock.positionId) ||
          (other.kind === 'leave-empty' && other.positionId === lock.positionId))),
  )
  return against && cannotBoth(ground, lock, against)
}

/** Two locks that cannot hold together, in words. */
export const cannotBoth = (ground: Ground, lock: Lock, other: Lock): Text =>
  fill(contradicts, { wanted: labelOfLock(ground, lock), other: labelOfLock(ground, other) })

/** Vacancies that must be filled, and that nobody who may move could fill. */
export function unfillable({ board, ground, request }: SlateWork): Text[] {
  if (request.fill.force !== 'limit') return []
  const entered = new Set(board.moves.map(({ seat }) => seat))
  return board.vacancies
    .filter((seat) => !entered.has(seat))
    .map((seat): Text => {
      const wanted = fill(mustFill, { seat: seatName(ground.facts.seat(seat)) })
      const position = ground.facts.seat(seat).position
      const against = request.locks.find((lock) => lock.kind === 'leave-empty' && lock.positionId === position)
      return against
        ? fill(contradicts, { wanted, other: labelOfLock(ground, against) })
        : fill(nobody, { wanted, reason: nobodyFor(board, seat) })
    })
}

/** The first rule that stands against somebody in a seat, or what else does. */
export function whyUnlawful(
  { ground, request }: Pick<SlateWork, 'ground' | 'request'>,
  cadre: number,
  seat: number,
): Text {
  const { facts, book, snapshot } = ground
  const person = facts.cadre(cadre)
  const place = facts.seat(seat)
  if (person.hasLeft) return left
  if (person.post?.position === place.position) return already
  if (moveOf(person, place) === 'demotion') return down
  const findings = explain(book.inForce('appointment', snapshot.asOf), facts, person, place)
  const verdict = overall(findings)
  if (verdict !== 'unmet' && request.verdicts.includes(verdict)) return outOfReach
  const found = findings.find((one) => one.verdict === verdict && one.weight !== 'asks') ?? findings[0]
  if (!found) return outOfReach
  return fill(byRule, {
    reason: found.reasons[0] ?? found.basis.title,
    basis: `${found.basis.instrument} ${found.basis.article}`,
  })
}

/** The limits that cannot hold together, one sentence in front. */
export function clashWords({ ground, request, posed }: SlateWork, clash: Int32Array): Text[] {
  const wishes = [...clash].flatMap((place) => posed.wishes[place] ?? [])
  const labels = wishes.map((wish) => labelOfWish(ground, request, wish))
  const [only] = labels
  const [wish] = wishes
  if (wish?.goal === 'lock' && wish.lock.kind === 'must' && labels.length === 1 && only)
    return [fill(unlawful, { wanted: only, reason: outOfReach })]
  if (labels.length === 1 && only) return [fill(alone, { wanted: only })]
  return [together, ...labels]
}

const unknown: Text = {
  zh: '“{wanted}”：库里没有这个人或者这个岗位。',
  en: '"{wanted}": there is no such person or seat.',
}
const contradicts: Text = {
  zh: '“{wanted}”与“{other}”不能同时做到，去掉其中一条。',
  en: '"{wanted}" and "{other}" cannot both hold; take one away.',
}
const mustFill: Text = { zh: '补上{seat}', en: 'Fill {seat}' }
const nobody: Text = {
  zh: '“{wanted}”做不到：{reason}放宽可动范围或者资格条件，或者不作为必须。',
  en: '"{wanted}" cannot be: {reason} Widen who may move or the verdicts that count, or do not insist.',
}
const nowhere: Text = {
  zh: '“{wanted}”：没有一个可去的岗位。放宽可用的岗位或者任职资格的范围。',
  en: '"{wanted}": there is no seat to go to. Widen the seats or the verdicts that may be used.',
}
export const unlawful: Text = { zh: '“{wanted}”做不到：{reason}', en: '"{wanted}" cannot be: {reason}' }
const byRule: Text = { zh: '{reason}（{basis}）。', en: '{reason} ({basis}).' }
const left: Text = { zh: '本人已不在职。', en: 'no longer in service.' }
const already: Text = { zh: '本人就在这个岗位。', en: 'already holds the seat.' }
const down: Text = { zh: '是降职，走另外的程序。', en: 'a demotion, which has a procedure of its own.' }
const outOfReach: Text = {
  zh: '这个岗位既不是选定的空缺，也不会因本方案的调动空出。',
  en: 'the seat is neither a chosen vacancy nor opened by a move of this slate.',
}
const alone: Text = { zh: '“{wanted}”单独一条就做不到。', en: '"{wanted}" cannot hold even by itself.' }
const together: Text = {
  zh: '下面几条不能同时做到，去掉或者放宽其中任意一条，这一处就不再冲突：',
  en: 'These cannot hold together; without any one of them this clash is gone:',
}
