import type { SlatePlanShape, SlateShape } from '#server/contract/index.ts'

/** Who comes to one vacancy under each slate. */
export interface SeatRow {
  readonly positionId: string
  readonly seat: string
  /** A name, empty where it stays empty, undefined where the slate does not speak of the seat. */
  readonly people: readonly (string | '' | undefined)[]
  readonly differs: boolean
}

const firstPlan = ({ plans }: SlateShape): SlatePlanShape | undefined => plans[0]

function comesTo(slate: SlateShape, positionId: string): string | undefined {
  const move = firstPlan(slate)?.moves.find(({ to }) => to.positionId === positionId)
  if (move) return move.cadre.name
  const isAsked = slate.request.vacancies.includes(positionId) && slate.plans.length > 0
  return isAsked ? '' : undefined
}

/** Every seat that a slate fills or leaves empty, those on which the slates differ first. */
export function seatRows(slates: readonly SlateShape[]): SeatRow[] {
  const seats = slates.flatMap((slate) => {
    const plan = firstPlan(slate)
    return [...(plan?.moves ?? []).map(({ to }) => to), ...(plan?.unfilled ?? []).map(({ seat }) => seat)]
  })
  const names = new Map(seats.map(({ positionId, unitName, title }) => [positionId, `${unitName} ${title}`]))
  return [...names]
    .map(([positionId, seat]) => {
      const people = slates.map((slate) => comesTo(slate, positionId))
      return { positionId, seat, people, differs: new Set(people).size > 1 }
    })
    .sort((a, b) => Number(b.differs) - Number(a.differs) || a.seat.localeCompare(b.seat, 'zh'))
}

/** Whether the slates were asked the same, so that their objectives compare. */
export const sameRequest = (slates: readonly SlateShape[]): boolean =>
  new Set(slates.map(({ request: { locks: _locks, ...request } }) => JSON.stringify(request))).size <= 1
