/** The sentences of a plan. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Lock, SlateMove } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import { moveOf, type SeatFacts } from '#policy/index.ts'
import type { LawfulMove, SlateBoard } from './board.ts'
import type { SlateWork } from './plan.ts'

/** 云川市财政局局长, said once where the title names the unit itself. */
export function seatName({ unitName, title }: Pick<SeatFacts, 'unitName' | 'title'>): string {
  return title.startsWith(unitName) ? title : `${unitName}${title}`
}

export const figure = (value: number): string => value.toFixed(2)

const percent = (share: number): string => `${Math.round(share * 100)}%`

export function chainEnds(kind: 'chain' | 'exchange', end: SeatFacts | undefined): Text {
  if (kind === 'exchange') return exchanged
  return end ? fill(opened, { seat: seatName(end) }) : closed
}

export function moveReasons({ ground, board, request, settings, duties }: SlateWork, move: LawfulMove): Text[] {
  const cadre = ground.facts.cadre(move.cadre)
  const seat = ground.facts.seat(move.seat)
  const left = board.fitAtHome(move.cadre)
  const kind = moveOf(cadre, seat)
  const fit = ground.fits.told(cadre, seat)
  const reasons = [
    fit.separable
      ? fill(left ? fitsBetter : fits, {
          to: figure(fit.value),
          weight: percent(settings.weightOf(seat.role)),
          from: left ? figure(left.fit) : '',
          weightLeft: percent(settings.weightOf(cadre.post?.role ?? seat.role)),
        })
      : fill(withoutFit, { cause: fit.cause }),
    fill(lawful, {
      move: kind ? labelOf('move', kind) : unknownMove,
      verdict: labelOf('verdict', move.verdict),
    }),
  ]
  const duty = duties.find(
    ({ cadreId, positionId, state }) =>
      state !== 'later' && cadreId === cadre.id && positionId === cadre.post?.position,
  )
  if (duty && request.rotation.force !== 'off')
    reasons.push(fill(due, { reason: duty.reason, on: formatDate(duty.dueOn, '.') }))
  const lock = request.locks.find((one) => asksFor(one, { cadreId: cadre.id, to: seat.position }))
  if (lock) reasons.push(fill(locked, { by: lock.by ?? '', on: lock.on?.replaceAll('-', '.') ?? '' }))
  return reasons
}

/** Whether a lock is the reason of a move. */
export const asksFor = (lock: Lock, { cadreId, to }: Pick<SlateMove, 'cadreId' | 'to'>): boolean =>
  (lock.kind === 'must' && lock.cadreId === cadreId && lock.positionId === to) ||
  (lock.kind === 'must-move' && lock.cadreId === cadreId)

export function unfilledReason(
  { ground, request, board }: Pick<SlateWork, 'ground' | 'request' | 'board'>,
  seat: number,
): Text {
  const { position } = ground.facts.seat(seat)
  if (request.locks.some((lock) => lock.kind === 'leave-empty' && lock.positionId === position)) return leftEmpty
  const candidates = board.moves.filter((move) => move.seat === seat).length
  return candidates === 0 ? nobodyFor(board, seat) : fill(others, { count: candidates })
}

/** Why nobody may fill a seat. What is not known is no "no". */
export function nobodyFor({ setAside }: SlateBoard, seat: number): Text {
  const count = setAside.get(seat) ?? 0
  return count === 0 ? nobody : fill(nobodySure, { count })
}

const exchanged: Text = { zh: '互换岗位，同时办理，不空出岗位。', en: 'They change places at one time; no seat opens.' }
const opened: Text = { zh: '{seat}空出，本方案没有补。', en: '{seat} opens and is not filled in this plan.' }
const closed: Text = {
  zh: '最后一人调出后不另空出岗位。',
  en: 'No further seat opens when the last one leaves.',
}
const fitsBetter: Text = {
  zh: '适岗度 {to}（岗位分量 {weight}），在现岗位为 {from}（{weightLeft}）。',
  en: 'Fit {to} (the seat counts {weight}); in the present seat {from} ({weightLeft}).',
}
const fits: Text = { zh: '适岗度 {to}（岗位分量 {weight}）。', en: 'Fit {to} (the seat counts {weight}).' }
const withoutFit: Text = {
  zh: '{cause}：适岗度不计入总数。',
  en: '{cause}. The sum counts no fit for it.',
}
const lawful: Text = { zh: '{move}，任职资格{verdict}。', en: '{move}; eligibility: {verdict}.' }
const unknownMove: Text = { zh: '任用性质未知', en: 'Kind of move unknown' }
const due: Text = { zh: '{reason}，{on}到期。', en: '{reason}, due on {on}.' }
const locked: Text = { zh: '按锁定安排。{by} {on}', en: 'As locked. {by} {on}' }
const nobody: Text = {
  zh: '可动范围内没有人符合任职资格。',
  en: 'Nobody among those who may move is eligible.',
}
const nobodySure: Text = {
  zh: '可动范围内没有可以列入的人；另有 {count} 人缺材料、有待认定，刚任现职、临近退休，或者异议成立不作计算，没有列入。',
  en: 'Nobody who may move can be considered; {count} more lack records, await a decision, only just took a post, soon retire or are not computed by an upheld objection.',
}
const leftEmpty: Text = { zh: '按锁定不补。', en: 'Locked to stay empty.' }
const others: Text = {
  zh: '有 {count} 人可以比对；补上它，其他目标失去的更多，或者与条件不合。',
  en: '{count} may be considered; filling it would cost other goals more, or break a limit.',
}
