import type { Finding } from '#domain/finding.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { type CadreFacts, explain, type Facts, factsFor, type RuleBook, type SeatFacts } from '#policy/index.ts'

/**
 * Every rule that bears on one cadre and one seat, with reasons, evidence and what is missing.
 * @throws ProblemError when the snapshot has no such cadre or seat on its day
 * @example explainPair(snapshot, book, 'P0001', 'C0001')[0].basis.article // '8(3)'
 */
export function explainPair(snapshot: Snapshot, book: RuleBook, positionId: string, cadreId: string): Finding[] {
  const facts = factsFor(snapshot, book)
  const { cadre, seat } = pairNamed(facts, positionId, cadreId)
  return explain(book.inForce('appointment', snapshot.asOf), facts, cadre, seat)
}

/** The facts of a cadre and of a seat by their ids. @throws ProblemError where there is no such cadre or seat on the day */
export const pairNamed = (
  facts: Facts,
  positionId: string,
  cadreId: string,
): { cadre: CadreFacts; seat: SeatFacts } => ({
  cadre: cadreNamed(facts, cadreId),
  seat: seatNamed(facts, positionId),
})

/** @throws ProblemError where there is no such cadre on the day */
export function cadreNamed(facts: Facts, cadreId: string): CadreFacts {
  const cadre = facts.cadreIndex(cadreId)
  if (cadre === undefined) throw notFound('cadre', '干部', cadreId, 'cadres')
  return facts.cadre(cadre)
}

/** @throws ProblemError where there is no such seat on the day */
export function seatNamed(facts: Facts, positionId: string): SeatFacts {
  const seat = facts.seatIndex(positionId)
  if (seat === undefined) throw notFound('seat', '岗位', positionId, 'positions')
  return facts.seat(seat)
}

function notFound(en: string, zh: string, id: string, table: string): ProblemError {
  return new ProblemError({
    code: 'id-not-found',
    file: `${table}.csv`,
    message: { zh: `比对日没有编号为 ${id} 的${zh}。`, en: `There is no ${en} ${id} on that day.` },
    mend: {
      zh: `核对编号；${zh}编号见 ${table}.csv，比对日之后才有的不在其中。`,
      en: `Check the id against ${table}.csv; what begins after the as-of date is not there yet.`,
    },
  })
}
