/** 先看一眼: who would fill the chosen vacancies if nothing else moved, as an assignment kept open while locks change. */
import type { Estimate } from '#domain/estimate.ts'
import type { Verdict } from '#domain/finding.ts'
import type { Lock, SlateRequest } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import { type Assignment, type AssignmentProblem, type OpenAssignment, openAssignment } from '#optimisation/index.ts'
import { seededUniform } from '#statistics/index.ts'
import type { Ground } from '../ground.ts'
import { boardOf, type LawfulMove, type SlateBoard } from './board.ts'
import { labelOfLock, labelOfWish } from './goals.ts'
import { kinLimits } from './kin.ts'
import { type HeldLocks, heldLocks, nowhere } from './preview-locks.ts'
import { gainReader, type WishedLimit } from './problem.ts'
import { quotaLimits } from './quota.ts'
import { slateSettings } from './settings.ts'
import { unfilledReason } from './wording.ts'

export interface PreviewedPerson {
  readonly cadreId: string
  readonly fit: Estimate
  readonly verdict: Verdict
}

export interface PreviewedSeat {
  readonly positionId: string
  /** Undefined where the seat stays empty. */
  readonly person: PreviewedPerson | undefined
  /** Why it stays empty. */
  readonly reason: Text | undefined
  /** A lock puts the person here. */
  readonly isLocked: boolean
  /**
   * What is best without that person here: who comes instead, nobody where the seat would stay empty, and what the objective
   * loses; below 0 where a lock is in the way of more. Undefined where a lock to move lets nothing else be.
   */
  readonly next: { readonly person: PreviewedPerson | undefined; readonly loss: number } | undefined
}

/** Only the chosen vacancies are filled: no chains, exchanges, teams, rotation duties or budget of moves. */
export interface SlatePreview {
  readonly seats: readonly PreviewedSeat[]
  /** Σ of what the moves gain, as the objective of a slate counts it, with the price of `fill` for each seat filled. */
  readonly objective: number
  /** Locks that cannot be kept here, in words. */
  readonly unmet: readonly Text[]
  /** Law that the search keeps over all moves together and the preview does not: recusal, quotas; what is overrun. */
  readonly overrun: readonly Text[]
}

export interface OpenPreview {
  /** Under these locks: a function of them, whatever was asked before; only the difference is worked out. */
  under(locks: readonly Lock[]): SlatePreview
}

/** Requests of one key have the same preview under the same locks. */
export const previewKey = (request: SlateRequest): string => JSON.stringify(bare(request))

/** The request without what a preview leaves out, and without locks. */
function bare({ movesMost: _budget, ...request }: SlateRequest): SlateRequest {
  const off = { force: 'off', price: 0 } as const
  return { ...request, chainMost: 1, exchanges: false, rotation: off, structure: { ...off, floors: [] }, locks: [] }
}

/**
 * Compares everybody with every chosen vacancy once; the locks of the request are not looked at.
 * @example openPreview(ground, request).under([{ kind: 'keep', cadreId: 'C1' }]).seats[0]?.person?.cadreId // 'C2'
 */
export function openPreview(ground: Ground, request: SlateRequest): OpenPreview {
  const plain = bare(request)
  const anyone = openBoard(ground, plain, [])
  const atLarge = new Set(anyone.board.moves.map(({ cadre }) => ground.facts.cadre(cadre).id))
  let opened = anyone
  return {
    under(locks) {
      const admitted = admittedBy(locks).filter((id) => !atLarge.has(id))
      if (admitted.join() !== opened.admitted.join()) opened = openBoard(ground, plain, admitted)
      return previewOf(opened, locks)
    },
  }
}

/** A lock to move lets people in who are outside the pool, only just took a post or soon retire. */
const admittedBy = (locks: readonly Lock[]): string[] =>
  [
    ...new Set(locks.flatMap((lock) => (lock.kind === 'must' || lock.kind === 'must-move' ? [lock.cadreId] : []))),
  ].sort()

interface OpenBoard {
  readonly ground: Ground
  readonly request: SlateRequest
  readonly board: SlateBoard
  readonly admitted: readonly string[]
  /** Of each move. */
  readonly gains: Float64Array
  readonly problem: AssignmentProblem
  readonly open: OpenAssignment
  readonly limits: readonly WishedLimit[]
  /** More than all moves together can gain or lose: what a person who must move is worth anywhere. */
  readonly insistence: number
  held: HeldLocks
}

/** Nobody is left out for their number: an assignment is quick enough for all. */
function openBoard(ground: Ground, request: SlateRequest, admitted: readonly string[]): OpenBoard {
  const settings = { ...slateSettings(ground.book, ground.snapshot.asOf), candidatesMost: Number.POSITIVE_INFINITY }
  const locks = admitted.map((cadreId): Lock => ({ kind: 'must-move', cadreId }))
  const board = boardOf(ground, { ...request, locks }, settings, [])
  const gainsOf = gainReader(ground, board, request, settings)
  const filled = request.fill.force === 'goal' ? request.fill.price : 0
  const gains = Float64Array.from(board.moves, (move) => gainsOf(move).reduce((sum, { value }) => sum + value, filled))
  const problem = assignmentOf(board, gains, request)
  const greatest = gains.reduce((most, gain) => Math.max(most, Math.abs(gain)), 0)
  return {
    ground,
    request,
    board,
    admitted,
    gains,
    problem,
    open: openAssignment(problem),
    limits: [...kinLimits(ground.facts, board), ...quotaLimits(ground, board)],
    insistence: 1 + 2 * board.vacancies.length * greatest,
    held: { arcs: new Map(), insisted: new Set(), unmet: [] },
  }
}

/**
 * Far below what fits can tell apart: with it one assignment alone is the greatest, so that it does not depend on which
 * locks came and went before. (Isolation: Mulmuley, Vazirani & Vazirani, 1987, Combinatorica 7:105.)
 */
const isolation = 1e-7

/** Rows are vacancies, columns people; the arcs are the moves, in their order. */
function assignmentOf({ vacancies, moves }: SlateBoard, gains: Float64Array, request: SlateRequest): AssignmentProblem {
  const people = [...new Set(moves.map(({ cadre }) => cadre))].sort((a, b) => a - b)
  const columnOf = new Map(people.map((cadre, column) => [cadre, column]))
  const bySeat = Map.groupBy(moves, ({ seat }) => seat)
  const rowStarts = new Int32Array(vacancies.length + 1)
  vacancies.forEach((seat, row) => {
    rowStarts[row + 1] = (rowStarts[row] ?? 0) + (bySeat.get(seat)?.length ?? 0)
  })
  const draw = seededUniform(1)
  return {
    columnCount: people.length,
    rowStarts,
    columns: Int32Array.from(moves, ({ cadre }) => columnOf.get(cadre) ?? -1),
    gains: gains.map((gain) => gain + isolation * draw()),
    ...(request.fill.force === 'limit' && { full: 'rows' as const }),
  }
}

function previewOf(opened: OpenBoard, locks: readonly Lock[]): SlatePreview {
  const { ground, board, limits } = opened
  const request = { ...opened.request, locks }
  holdLocks(opened, heldLocks(opened, request))
  const best = opened.open.current()
  const chosen = new Set(best.arcs)
  const placed = new Set([...chosen].map((arc) => board.moves[arc]?.cadre))
  const unplaced = [...opened.held.insisted].filter((cadre) => !placed.has(cadre))
  const overrun = limits.filter(({ limit: { arcs, coefficients, most } }) => {
    const sum = arcs.reduce((all, arc, i) => all + (chosen.has(arc) ? (coefficients[i] ?? 0) : 0), 0)
    return sum > most
  })
  return {
    seats: board.vacancies.map((seat, row) => {
      const arc = best.arcs[row] ?? -1
      const move = board.moves[arc]
      return {
        positionId: ground.facts.seat(seat).position,
        person: personOf(ground, move),
        reason: move ? undefined : unfilledReason({ ground, request, board }, seat),
        isLocked: opened.held.arcs.get(arc) === 'pinned',
        next: move && nextBest(opened, best, row),
      }
    }),
    objective: objectiveOf(opened, best),
    unmet: [
      ...opened.held.unmet,
      ...unplaced.map((cadre) => {
        const { id: cadreId } = ground.facts.cadre(cadre)
        return fill(nowhere, { wanted: labelOfLock(ground, { kind: 'must-move', cadreId }) })
      }),
    ],
    overrun: overrun.map(({ wish }) => fill(together, { wish: labelOfWish(ground, request, wish) })),
  }
}

/** Takes away the locks that are no longer held, then sets the new ones: of those held together none speaks against another. */
function holdLocks(opened: OpenBoard, next: HeldLocks): void {
  const { open, held, board, problem, insistence } = opened
  for (const [arc, kind] of held.arcs) if (next.arcs.get(arc) !== kind) open.release(arc)
  for (const [arc, kind] of next.arcs) {
    if (held.arcs.get(arc) === kind) continue
    if (kind === 'pinned') open.pin(arc)
    else open.forbid(arc)
  }
  board.moves.forEach(({ cadre }, arc) => {
    const isInsisted = next.insisted.has(cadre)
    if (isInsisted !== held.insisted.has(cadre))
      open.setGain(arc, (problem.gains[arc] ?? 0) + (isInsisted ? insistence : 0))
  })
  opened.held = next
}

/** What is best when the person of a row is not in that seat. Leaves the locks as they are. */
function nextBest(opened: OpenBoard, best: Assignment, row: number): PreviewedSeat['next'] {
  const { ground, board, open, held } = opened
  const arc = best.arcs[row] ?? -1
  const isPinned = held.arcs.get(arc) === 'pinned'
  if (isPinned) open.release(arc)
  open.forbid(arc)
  const other = open.current()
  open.release(arc)
  if (isPinned) open.pin(arc)
  if (insistedPlaced(opened, other) < insistedPlaced(opened, best)) return undefined
  const loss = objectiveOf(opened, best) - objectiveOf(opened, other)
  return {
    person: personOf(ground, board.moves[other.arcs[row] ?? -1]),
    loss: Math.abs(loss) < isolation * (board.vacancies.length + 1) ? 0 : loss,
  }
}

const insistedPlaced = ({ board, held }: OpenBoard, { arcs }: Assignment): number =>
  arcs.filter((arc) => held.insisted.has(board.moves[arc]?.cadre ?? -1)).length

const objectiveOf = ({ gains }: OpenBoard, { arcs }: Assignment): number =>
  arcs.reduce((sum, arc) => sum + (gains[arc] ?? 0), 0)

function personOf({ facts, fits }: Ground, move: LawfulMove | undefined): PreviewedPerson | undefined {
  if (!move) return undefined
  const cadre = facts.cadre(move.cadre)
  return { cadreId: cadre.id, fit: fits.told(cadre, facts.seat(move.seat)), verdict: move.verdict }
}

const together: Text = {
  zh: '“{wish}”：这里没有避开，搜索时必须成立。',
  en: '"{wish}" does not hold here; the search keeps it.',
}
