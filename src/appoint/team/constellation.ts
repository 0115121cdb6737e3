import { type AmendedRow, amended } from '#domain/amended-snapshot.ts'
import { formatDate } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import { type CadreFacts, type Facts, factsFor } from '#policy/index.ts'
import { cadreNamed, seatNamed } from '../explain-pair.ts'
import type { Ground } from '../ground.ts'

/** One person into one seat, or the seat left empty. */
export interface SeatChange {
  readonly positionId: string
  /** Undefined: the seat is left empty. */
  readonly cadreId: string | undefined
}

/** Somebody leaves a seat. */
export interface Leaving {
  readonly cadre: number
  readonly seat: number
}

/** Who would sit where after changes that take place on the day, all at one time. */
export interface Constellation {
  /** The facts as they would be. */
  readonly facts: Facts
  readonly moves: readonly { readonly cadre: number; readonly seat: number }[]
  readonly leavings: readonly Leaving[]
}

type Stretch = CadreFacts['stretches'][number]

/**
 * The board after changes: whoever gets a seat gives up the posts held as a main one, and whoever sat in it leaves it. Seats
 * held concurrently stay.
 * @throws ProblemError where a seat or a person is not known, has left, or is named twice
 */
export function constellationAfter(ground: Ground, changes: readonly SeatChange[]): Constellation {
  const { facts, snapshot } = ground
  const [moves, ended] = readChanges(facts, changes)
  const today = formatDate(snapshot.asOf)
  const rows: AmendedRow[] = [
    ...[...ended.keys()].map(
      ({ evidence }): AmendedRow => ['tenures', { tenure_id: evidence.slice('tenures/'.length), to: today }],
    ),
    ...moves.map(({ cadre, seat }): AmendedRow => {
      const position = facts.seat(seat).position
      const held = { cadre_id: facts.cadre(cadre).id, position_id: position, from: today, kind: 'appointed' }
      return ['tenures', { tenure_id: `simulated/${position}`, ...held }]
    }),
  ]
  return {
    facts: rows.length === 0 ? facts : factsFor(amended(snapshot, rows), ground.book),
    moves,
    leavings: [...ended].flatMap(([{ seat }, cadre]) => (seat ? [{ cadre, seat: seat.index }] : [])),
  }
}

/** The moves, and who gives up which stretches. */
function readChanges(facts: Facts, changes: readonly SeatChange[]): [Constellation['moves'], Map<Stretch, number>] {
  const moves: { cadre: number; seat: number }[] = []
  const ended = new Map<Stretch, number>()
  const end = (cadre: CadreFacts, isEnded: (stretch: Stretch) => boolean): void => {
    for (const stretch of cadre.stretches) if (stretch.to === 0 && isEnded(stretch)) ended.set(stretch, cadre.index)
  }
  checkNamedOnce(changes)
  for (const { positionId, cadreId } of changes) {
    const seat = seatNamed(facts, positionId)
    const holders = seat.holders()
    if (cadreId !== undefined) {
      const cadre = cadreNamed(facts, cadreId)
      if (cadre.hasLeft) throw hasLeft(cadreId)
      if (holders.some((holder) => holder.cadre === cadreId)) continue
      moves.push({ cadre: cadre.index, seat: seat.index })
      end(cadre, ({ kind }) => kind === 'appointed')
    }
    for (const { cadre } of holders) end(cadreNamed(facts, cadre), ({ position }) => position === positionId)
  }
  return [moves, ended]
}

function checkNamedOnce(changes: readonly SeatChange[]): void {
  const ids = changes.flatMap(({ positionId, cadreId }) => [positionId, cadreId ?? []].flat())
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice === undefined) return
  throw new ProblemError({
    code: 'named-twice',
    message: { zh: `${twice} 在调整中出现了两次。`, en: `${twice} is named twice in the changes.` },
    mend: { zh: '一个岗位只排一人，一个人只排一个岗位。', en: 'One person for a seat, one seat for a person.' },
  })
}

const hasLeft = (cadreId: string): ProblemError =>
  new ProblemError({
    code: 'has-left',
    message: { zh: `${cadreId} 已不在职。`, en: `${cadreId} has left the service.` },
    mend: { zh: '从在职人员中选取。', en: 'Choose among those in service.' },
  })
