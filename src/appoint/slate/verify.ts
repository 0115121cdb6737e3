/**
 * An independent check of a slate: it shares no code with the search. The moves are carried out one after another in their
 * order on a copy of the record, and before each one every rule is asked again on the record as it then is; so relatives who
 * come together only by two moves, and quotas that only a third move overruns, are found.
 */

import { type AmendedRow, amended } from '#domain/amended-snapshot.ts'
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import { overall } from '#domain/finding.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import type { SlateChain, SlateCheck, SlateRequest } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import { type CadreFacts, explain, type Facts, factsFor } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { isOfKind } from '../team/kinds.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import { labelOfFloor } from '../team/wording.ts'
import { nameOf } from './goals.ts'
import { seatName } from './wording.ts'

/** What the check needs of a plan: as it is read from `slate.json`, too. */
export interface CheckedPlan {
  readonly moves: readonly { readonly cadreId: string; readonly from: string | undefined; readonly to: string }[]
  readonly chains: readonly Pick<SlateChain, 'kind' | 'moves'>[]
}

type Fault = SlateCheck['faults'][number]

/** @example verifySlate(ground, request, plan).faults.length // 0 */
export function verifySlate(ground: Ground, request: SlateRequest, plan: CheckedPlan): SlateCheck {
  const shape = shapeFaults(ground, request, plan)
  if (shape.length > 0) return { moves: plan.moves.length, rules: 0, faults: shape }
  const { faults, rules, after } = replay(ground, request, plan)
  const wished = [...wishFaults(ground, request, plan), ...floorFaults(after, request)]
  return { moves: plan.moves.length, rules, faults: [...faults, ...wished] }
}

/** Nobody twice, no seat twice, everybody where the plan takes them from, chains that hang together. */
function shapeFaults({ facts }: Ground, request: SlateRequest, { moves, chains }: CheckedPlan): Fault[] {
  const faults: Fault[] = []
  const people = new Set<string>()
  const seats = new Set<string>()
  moves.forEach((move, index) => {
    const { cadreId, from, to } = move
    const cadre = facts.cadreIndex(cadreId)
    const say = (says: Text): void => void faults.push({ move: index, says: fill(says, { cadre: cadreId, seat: to }) })
    if (people.has(cadreId)) say(twice)
    if (seats.has(to)) say(enteredTwice)
    people.add(cadreId)
    seats.add(to)
    if (cadre === undefined || facts.cadre(cadre).hasLeft) return say(goneNow)
    if (facts.seatIndex(to) === undefined) return say(noSeat)
    if (facts.cadre(cadre).post?.seat?.position !== from) say(elsewhere)
    if (from === to) say(staysPut)
  })
  const listed = chains.flatMap((chain) => chain.moves)
  if (listed.length !== moves.length || moves.some((_, index) => !listed.includes(index)))
    faults.push({ move: undefined, says: notInChains })
  for (const chain of chains) faults.push(...chainFaults(request, moves, chain))
  return faults
}

function chainFaults(
  request: SlateRequest,
  moves: CheckedPlan['moves'],
  { kind, moves: own }: CheckedPlan['chains'][number],
): Fault[] {
  const faults: Fault[] = []
  const linked = (index: number, next: number): boolean => moves[index]?.from === moves[next]?.to
  own.slice(1).forEach((next, place) => {
    if (!linked(own[place] ?? -1, next)) faults.push({ move: next, says: unlinked })
  })
  const [first = -1] = own
  if (kind === 'chain') {
    if (!request.vacancies.includes(moves[first]?.to ?? '')) faults.push({ move: first, says: notVacant })
    if (own.length > request.chainMost) faults.push({ move: first, says: fill(tooLong, { most: request.chainMost }) })
  } else {
    if (!request.exchanges || own.length !== 2) faults.push({ move: first, says: noExchange })
    if (!linked(own.at(-1) ?? -1, first)) faults.push({ move: first, says: unlinked })
  }
  return faults
}

interface Replayed {
  readonly faults: readonly Fault[]
  /** Findings that were asked for. */
  readonly rules: number
  /** The record when all moves are made. */
  readonly after: Ground
}

function replay(ground: Ground, request: SlateRequest, { moves, chains }: CheckedPlan): Replayed {
  const faults: Fault[] = []
  let now = ground
  let rules = 0
  for (const { kind, moves: own } of chains) {
    const steps = kind === 'exchange' ? [own] : own.map((index) => [index])
    for (const step of steps) {
      // Those who change places leave at one time, so each finds the other's seat empty.
      const leaving = kind === 'exchange' ? step.flatMap((index) => leavingRows(ground, moves[index]?.cadreId)) : []
      for (const index of step) {
        const move = moves[index]
        if (!move) continue
        const others = leaving.filter(([, row]) => row.cadre_id !== move.cadreId)
        const { facts } = groundAfter(now, others)
        const found = stepFaults(ground, facts, request, move)
        rules += found.rules
        faults.push(...found.faults.map((says) => ({ move: index, says })))
      }
      now = groundAfter(
        now,
        step.flatMap((index) => moveRows(ground, moves[index], index)),
      )
    }
  }
  return { faults, rules, after: now }
}

function groundAfter(ground: Ground, rows: readonly AmendedRow[]): Ground {
  if (rows.length === 0) return ground
  const snapshot = amended(ground.snapshot, rows)
  return { ...ground, snapshot, facts: factsFor(snapshot, ground.book) }
}

/** The open appointments that a move ends. */
function leavingRows({ facts, snapshot }: Ground, cadreId: string | undefined): AmendedRow[] {
  const index = cadreId === undefined ? undefined : facts.cadreIndex(cadreId)
  if (index === undefined) return []
  const { post } = facts.cadre(index)
  const tenure = post?.kind === 'appointed' && post.to === 0 ? post.evidence.split('/')[1] : undefined
  if (tenure === undefined || cadreId === undefined) return []
  return [['tenures', { tenure_id: tenure, cadre_id: cadreId, to: formatDate(snapshot.asOf) }]]
}

function moveRows(ground: Ground, move: CheckedPlan['moves'][number] | undefined, index: number): AmendedRow[] {
  if (!move) return []
  const seat = ground.facts.seat(ground.facts.seatIndex(move.to) ?? -1)
  return [
    ...leavingRows(ground, move.cadreId),
    [
      'tenures',
      {
        tenure_id: `slate-${index}`,
        cadre_id: move.cadreId,
        position_id: move.to,
        post_level: seat.level,
        role: seat.role,
        from: formatDate(ground.snapshot.asOf),
        kind: 'appointed',
      },
    ],
  ]
}

function stepFaults(
  ground: Ground,
  facts: Facts,
  request: SlateRequest,
  move: CheckedPlan['moves'][number],
): { readonly faults: readonly Text[]; readonly rules: number } {
  const cadre = facts.cadre(facts.cadreIndex(move.cadreId) ?? -1)
  const seat = facts.seat(facts.seatIndex(move.to) ?? -1)
  const said = { name: nameOf(ground, cadre.index), seat: seatName(seat) }
  const faults: Text[] = []
  if (seat.holders().some((holder) => holder.cadre !== cadre.id)) faults.push(fill(stillHeld, said))
  const { asOf } = ground.snapshot
  const findings = explain(ground.book.inForce('appointment', asOf), facts, cadre, seat)
  const verdict = overall(findings)
  if (verdict === 'unmet' || !request.verdicts.includes(verdict)) {
    const against = findings.filter((finding) => finding.weight !== 'asks' && finding.verdict === verdict)
    const [reason] = against.flatMap(({ reasons }) => reasons)
    const [basis] = against.map((finding) => finding.basis)
    faults.push(
      fill(notEligible, {
        ...said,
        basis: basis ? `${basis.instrument} ${basis.article}` : '',
        reason: reason ?? { zh: '', en: '' },
      }),
    )
  }
  if (isStepDown(cadre, seat.level)) faults.push(fill(stepDown, said))
  return { faults, rules: findings.length }
}

const isStepDown = ({ level }: CadreFacts, to: string): boolean => level !== undefined && postRank(to) < postRank(level)

function staysInUnit(facts: Facts, { cadreId, to }: CheckedPlan['moves'][number]): boolean {
  const mover = facts.cadreIndex(cadreId)
  const seat = facts.seatIndex(to)
  const unit = mover === undefined ? undefined : facts.cadre(mover).post?.seat?.unit
  return unit !== undefined && seat !== undefined && facts.seat(seat).unit === unit
}

/** Limits and locks that must hold. */
function wishFaults(ground: Ground, request: SlateRequest, { moves }: CheckedPlan): Fault[] {
  const { facts } = ground
  const faults: Fault[] = []
  const say = (says: Text): void => void faults.push({ move: undefined, says })
  moves.forEach(({ cadreId }, index) => {
    if (!mayMove(ground, request, cadreId)) faults.push({ move: index, says: fill(outsidePool, { cadre: cadreId }) })
  })
  if (request.movesMost !== undefined && moves.length > request.movesMost)
    say(fill(tooMany, { count: moves.length, most: request.movesMost }))
  for (const lock of request.locks) {
    const moved = 'cadreId' in lock ? moves.find(({ cadreId }) => cadreId === lock.cadreId) : undefined
    const broken = {
      must: () => lock.kind === 'must' && moved?.to !== lock.positionId,
      'must-not': () => lock.kind === 'must-not' && moved?.to === lock.positionId,
      keep: () => moved !== undefined,
      'must-move': () =>
        moved === undefined || (lock.kind === 'must-move' && lock.elsewhere === true && staysInUnit(facts, moved)),
      'leave-empty': () => lock.kind === 'leave-empty' && moves.some(({ to }) => to === lock.positionId),
    }[lock.kind]()
    if (broken) say(fill(lockBroken, { place: request.locks.indexOf(lock) + 1 }))
  }
  if (request.fill.force === 'limit') {
    for (const position of request.vacancies) {
      const seat = facts.seatIndex(position)
      const isVacant = seat !== undefined && facts.seat(seat).holders().length === 0
      if (isVacant && !moves.some(({ to }) => to === position)) say(fill(notFilled, { seat: position }))
    }
  }
  return faults
}

/** Is somebody among those whom the request lets move? Who is named in a lock is. */
function mayMove({ facts, snapshot }: Ground, { pool, locks }: SlateRequest, cadreId: string): boolean {
  if (pool === undefined || locks.some((lock) => 'cadreId' in lock && lock.cadreId === cadreId)) return true
  const index = facts.cadreIndex(cadreId) ?? -1
  const unit = facts.cadre(index).post?.seat?.unit ?? ''
  return (
    (pool.cadres?.includes(cadreId) ?? true) &&
    (pool.units?.includes(unit) ?? true) &&
    (pool.reserveOnly !== true || booleanAt(snapshot.tables.cadres.columns.reserve, index) === true)
  )
}

function floorFaults(after: Ground, { structure }: SlateRequest): Fault[] {
  if (structure.force !== 'limit') return []
  const ofKind = isOfKind(after)
  const teams = new Map(teamsOnBoard(after).map((team) => [team.unitId, team]))
  return structure.floors.flatMap((floor): Fault[] => {
    const team = teams.get(floor.unitId)
    if (!team) return []
    const members = new Set(team.occupants.values())
    const count = [...members].filter((cadre) => ofKind(cadre, floor.kind, floor.with) === true).length
    if (count >= floor.least) return []
    const says = fill(floorMissed, { team: team.unitName, floor: labelOfFloor(floor), count })
    return [{ move: undefined, says }]
  })
}

const twice: Text = { zh: '{cadre}动了不止一次。', en: '{cadre} moves more than once.' }
const enteredTwice: Text = { zh: '{seat}安排了不止一人。', en: 'More than one person goes to {seat}.' }
const goneNow: Text = { zh: '{cadre}已不在职。', en: '{cadre} is no longer in service.' }
const noSeat: Text = { zh: '岗位{seat}已不存在。', en: 'The seat {seat} no longer exists.' }
const elsewhere: Text = {
  zh: '{cadre}已不在方案所说的岗位。',
  en: '{cadre} no longer holds the seat that the plan says.',
}
const staysPut: Text = { zh: '{cadre}已在{seat}。', en: '{cadre} already holds {seat}.' }
const notInChains: Text = { zh: '有的调动不在任何链里，或者在两条链里。', en: 'A move is in no chain, or in two.' }
const unlinked: Text = {
  zh: '链断开：这一步补的不是上一步空出的岗位。',
  en: 'The chain is broken: this step does not fill the seat that the step before opens.',
}
const notVacant: Text = { zh: '链的起点不是选定的空缺。', en: 'The chain does not begin at a chosen vacancy.' }
const tooLong: Text = { zh: '这条链超过 {most} 人次。', en: 'The chain has more than {most} moves.' }
const noExchange: Text = {
  zh: '互换只限两人，并须在条件里列入。',
  en: 'An exchange is between two, and only where the request allows it.',
}
const stillHeld: Text = {
  zh: '{name}到{seat}：岗位还有人在任。',
  en: '{name} to {seat}: somebody still holds the seat.',
}
const notEligible: Text = { zh: '{name}到{seat}：{reason}（{basis}）', en: '{name} to {seat}: {reason} ({basis})' }
const stepDown: Text = {
  zh: '{name}到{seat}是降职，走另外的程序。',
  en: '{name} to {seat} is a demotion, which has a procedure of its own.',
}
const outsidePool: Text = { zh: '{cadre}不在可动范围内。', en: '{cadre} is not among those who may move.' }
const tooMany: Text = { zh: '动 {count} 人次，超过 {most}。', en: '{count} moves, more than {most}.' }
const lockBroken: Text = { zh: '第 {place} 条锁定没有做到。', en: 'Lock {place} is not kept.' }
const floorMissed: Text = {
  zh: '{team}：{floor}，方案后只有 {count} 人。',
  en: '{team}: {floor}; after the plan {count}.',
}
const notFilled: Text = { zh: '{seat}没有补上，而条件是必须补上。', en: '{seat} is not filled, though it must be.' }
