/** Whom a meeting paper is about: a list of people, the moves of a slate, or the candidates of cases. */
import type { DateCode } from '#domain/calendar.ts'
import type { Records } from '#records/index.ts'
import { readSeatWords, readSlates, type SeatWords } from '#records/queries/index.ts'
import type { PaperSource } from '../contract/index.ts'
import { noSuchPlan, noSuchSlate } from '../http/refusal.ts'
import { postName } from '../wording/index.ts'
import { subjectsOfCases } from './case-subjects.ts'
import type { PaperSubject } from './people-paper.ts'

type PeopleSource = Exclude<PaperSource, { kind: 'units' }>

export async function subjectsOf(
  records: Records,
  asOf: DateCode,
  source: PeopleSource,
): Promise<readonly PaperSubject[]> {
  if (source.kind === 'people') return source.people.map(({ cadreId, ...proposal }) => ({ cadreId, proposal }))
  if (source.kind === 'cases') return subjectsOfCases(records, asOf, source.caseIds)
  return ofSlate(records, source.slateId, source.plan)
}

/** @throws Refusal where there is no such slate or plan */
async function ofSlate({ database }: Records, slateId: string, plan: number): Promise<readonly PaperSubject[]> {
  const [slate] = await readSlates(database, slateId)
  if (!slate) throw noSuchSlate()
  const chosen = slate.result?.feasible ? slate.result.plans[plan] : undefined
  if (!chosen) throw noSuchPlan()
  const inOrder = chosen.chains.flatMap(({ moves }) => moves.flatMap((at) => chosen.moves[at] ?? []))
  const moves = [...new Set([...inOrder, ...chosen.moves])]
  const seats = await readSeatWords(
    database,
    moves.flatMap(({ from, to }) => (from === undefined ? [to] : [from, to])),
  )
  return moves.map(({ cadreId, from, to }) => ({
    cadreId,
    proposal: { proposedPost: seatText(seats, to), removedPost: from === undefined ? '' : seatText(seats, from) },
  }))
}

function seatText(seats: ReadonlyMap<string, SeatWords>, positionId: string): string {
  const seat = seats.get(positionId)
  return seat === undefined ? '' : postName(seat.unit_name, seat.title)
}
