import type { PlacedPerson, Placement } from '#develop/index.ts'
import { formatDate } from '#domain/calendar.ts'
import type { Facts } from '#policy/index.ts'
import type { PlacementRecord } from '#records/queries/index.ts'
import type { Board } from '../board/board-desk.ts'
import type { PlacedPersonShape, PlacementList, PlacementShape } from '../contract/index.ts'
import { presentText } from '../presenters/evidence.ts'
import { nameOf, personOf, seatNameOf } from './names.ts'
import type { PlacementProgress } from './placement-desk.ts'

type Summary = PlacementList['rounds'][number]

const placementOf = (row: PlacementRecord): Placement | null => row.result as Placement | null

export function presentSummary({ edition, ground }: Board, row: PlacementRecord, isWorking: boolean): Summary {
  const result = placementOf(row)
  return {
    placementId: row.placement_id,
    state: row.state ?? (isWorking ? 'working' : 'failed'),
    madeBy: row.made_by,
    at: row.recorded_at.toISOString(),
    asOf: row.as_of,
    isCurrent: row.run_id === edition.runId && row.book_hash === ground.book.hash,
    people: result?.people.length ?? null,
    placed: result?.people.filter(({ placed }) => placed !== undefined).length ?? null,
  }
}

export function presentPlacement(
  board: Board,
  row: PlacementRecord,
  progress: PlacementProgress | undefined,
): PlacementShape {
  const { facts } = board.ground
  const result = placementOf(row)
  return {
    ...presentSummary(board, row, progress !== undefined),
    seconds: row.seconds,
    progress: progress
      ? {
          step: presentText(progress.step),
          fraction: progress.fraction,
          objective: progress.objective ?? null,
          bound: Number.isFinite(progress.bound) ? (progress.bound ?? null) : null,
          seconds: progress.seconds,
        }
      : null,
    result: result && {
      rounds: result.rounds.map((day) => formatDate(day)),
      places: result.places,
      pairs: result.pairs,
      objective: result.objective,
      bound: result.bound,
      gap: result.gap,
      faults: result.check.faults.map(({ cadreId, positionId, says }) => ({
        cadre: nameOf(facts, cadreId),
        seat: seatNameOf(facts, positionId),
        says: presentText(says),
      })),
      people: result.people.map((person) => presentPerson(facts, person)),
    },
  }
}

function presentPerson(
  facts: Facts,
  { cadreId, needs, placed, options, contested, alternatives }: PlacedPerson,
): PlacedPersonShape {
  const brief = ({ positionId, round, meets, value }: PlacedPerson['alternatives'][number]) => ({
    seat: seatNameOf(facts, positionId),
    round,
    meets: [...meets],
    value,
  })
  return {
    cadre: personOf(facts, cadreId),
    needs: [...needs],
    placed: placed
      ? {
          ...brief(placed),
          cause: placed.cause,
          on: formatDate(placed.on),
          holder: placed.holderId === undefined ? null : nameOf(facts, placed.holderId),
          verdict: placed.verdict,
          move: placed.move ?? null,
        }
      : null,
    options,
    contested: contested.map((one) => ({ ...brief(one), heldBy: one.heldBy.map((id) => nameOf(facts, id)) })),
    alternatives: alternatives.map(brief),
  }
}
