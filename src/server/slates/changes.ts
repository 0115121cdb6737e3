/** What has become of a saved slate since its facts were taken. */
import { type Ground, verifySlate } from '#appoint/index.ts'
import type { SlateRecord } from '#records/queries/index.ts'
import type { Board } from '../board/board-desk.ts'
import type { SlateShape } from '../contract/index.ts'
import { presentText } from '../presenters/evidence.ts'

/** Null where the facts and rules are the same. */
export type Changes = SlateShape['changes']

/** What no longer holds of the plans, replayed on the facts that are shown; kept until these change. */
export function changesReader(): (board: Board, row: SlateRecord) => Changes {
  const known = new WeakMap<Ground, Map<string, Changes>>()
  return (board, row) => {
    const { result } = row
    const { ground } = board
    if (!result?.feasible || isCurrent(board, row)) return null
    const ofGround = known.get(ground) ?? new Map<string, Changes>()
    known.set(ground, ofGround)
    const found = ofGround.get(row.slate_id)
    if (found) return found
    const made = result.plans.flatMap((plan, place) =>
      verifySlate(ground, row.request, plan).faults.map(({ move, says }) => ({
        plan: place,
        move: move ?? null,
        says: presentText(says),
      })),
    )
    ofGround.set(row.slate_id, made)
    return made
  }
}

/** The same facts under the same rules. */
export const isCurrent = ({ edition, ground }: Board, row: SlateRecord): boolean =>
  edition.runId === row.run_id && ground.book.hash === row.book_hash
