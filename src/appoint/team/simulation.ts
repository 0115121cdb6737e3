/** What changes in the seats of teams would do: to the make-up of each, to recusal, and to what is left behind. */
import type { Estimate } from '#domain/estimate.ts'
import { type Finding, overall, type Verdict } from '#domain/finding.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import type { TeamStanding } from '#domain/slate.ts'
import { type CadreFacts, explain, moveOf, recusalOf, type SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { type Constellation, constellationAfter, type SeatChange } from './constellation.ts'
import { standingOf } from './standing.ts'
import { type StructureLine, structureOf } from './structure.ts'
import { occupantsOf, type TeamOnBoard, teamsOnBoard } from './teams-on-board.ts'
import { type VacatedSeat, vacatedSeats } from './vacated.ts'

/** One person put into a seat, as the rules and the fit see it with everybody else where the changes put them. */
export interface MoveOutcome {
  readonly positionId: string
  readonly cadreId: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly move: Move | undefined
  /** Undefined where nothing says what the seat asks for. */
  readonly fit: Estimate
}

/** A recusal rule about a member of a team after the changes. */
export interface RecusalCheck {
  readonly positionId: string
  readonly cadreId: string
  readonly about: 'kin' | 'place'
  readonly finding: Finding
  /** What the rule says of this person in this seat now; undefined for newcomers. */
  readonly before: Verdict | undefined
}

export interface TeamOutcome {
  readonly team: TeamOnBoard
  readonly occupantsAfter: ReadonlyMap<number, number>
  readonly before: TeamStanding
  readonly after: TeamStanding
  readonly structure: readonly StructureLine[]
  readonly recusal: readonly RecusalCheck[]
}

export interface Simulation {
  readonly moves: readonly MoveOutcome[]
  readonly vacated: readonly VacatedSeat[]
  /** The teams asked for, then those that changes touch. */
  readonly teams: readonly TeamOutcome[]
}

/**
 * The board after changes that take place on the day of the snapshot, all at one time. Nothing is stored.
 * Of a newcomer the career is read as it stands, and everybody else where the changes put them, so that two newcomers who
 * are relatives are found.
 * @param unitIds teams to tell of even where nothing changes in them
 * @throws ProblemError where a seat or a person is not known, has left, or is named twice
 * @example simulate(ground, [{ positionId: 'P1', cadreId: 'C1' }]).teams[0]?.after.counts
 */
export function simulate(ground: Ground, changes: readonly SeatChange[], unitIds: readonly string[] = []): Simulation {
  const after = constellationAfter(ground, changes)
  const touched = new Set([...after.moves, ...after.leavings].map(({ seat }) => seat))
  const asked = teamsOnBoard(ground).filter(({ unitId }) => unitIds.includes(unitId))
  const others = teamsOnBoard(ground).filter(
    (team) => !asked.includes(team) && team.seats.some((seat) => touched.has(seat)),
  )
  return {
    moves: after.moves.map((move) => moveOutcome(ground, after, move)),
    vacated: vacatedSeats(ground, after),
    teams: [...asked, ...others].map((team) => teamOutcome(ground, after, team)),
  }
}

export interface SheetColumn {
  readonly cadreId: string
  readonly simulation: Simulation
}

/**
 * One simulation a candidate: each in turn in the same seat, with the same other changes.
 * @example compareInSeat(ground, 'P1', ['C1', 'C2'])[1]?.simulation.moves[0]?.verdict
 */
export const compareInSeat = (
  ground: Ground,
  positionId: string,
  cadreIds: readonly string[],
  changes: readonly SeatChange[] = [],
  unitIds: readonly string[] = [],
): SheetColumn[] =>
  cadreIds.map((cadreId) => {
    const others = changes.filter((change) => change.positionId !== positionId && change.cadreId !== cadreId)
    return { cadreId, simulation: simulate(ground, [...others, { positionId, cadreId }], unitIds) }
  })

/** A career as it stands, among people where the changes put them. */
const among = (cadre: CadreFacts, changed: CadreFacts): CadreFacts => ({ ...cadre, relatives: changed.relatives })

function moveOutcome(
  ground: Ground,
  after: Constellation,
  { cadre, seat }: Constellation['moves'][number],
): MoveOutcome {
  const { facts, book, snapshot, fits } = ground
  const person = facts.cadre(cadre)
  const rules = book.inForce('appointment', snapshot.asOf)
  const findings = explain(rules, after.facts, among(person, after.facts.cadre(cadre)), after.facts.seat(seat))
  return {
    positionId: facts.seat(seat).position,
    cadreId: person.id,
    verdict: overall(findings),
    findings,
    move: moveOf(person, facts.seat(seat)),
    fit: fits.told(person, facts.seat(seat)),
  }
}

function teamOutcome(ground: Ground, after: Constellation, team: TeamOnBoard): TeamOutcome {
  const occupantsAfter = occupantsOf(after.facts, team.seats)
  const people = (occupants: ReadonlyMap<number, number>) => [...new Set(occupants.values())]
  return {
    team,
    occupantsAfter,
    before: standingOf(ground, team, team.occupants),
    after: standingOf(ground, team, occupantsAfter),
    structure: structureOf(ground, team.lines, people(team.occupants), people(occupantsAfter)),
    recusal: [...occupantsAfter].flatMap(([seat, cadre]) => recusalChecks(ground, after, cadre, seat)),
  }
}

/** Everything but what surely does not stand in the way. */
function recusalChecks(ground: Ground, after: Constellation, cadre: number, seat: number): RecusalCheck[] {
  const { facts, book, snapshot } = ground
  const rules = book.inForce('appointment', snapshot.asOf).filter(({ rule }) => recusalOf(rule) !== undefined)
  const isNew = after.moves.some((move) => move.cadre === cadre && move.seat === seat)
  const said = (person: CadreFacts, place: SeatFacts, of = facts) => explain(rules, of, person, place)
  const person = facts.cadre(cadre)
  const now = isNew ? [] : said(person, facts.seat(seat))
  const then = said(among(person, after.facts.cadre(cadre)), after.facts.seat(seat), after.facts)
  return then.map((finding) => {
    const bound = rules.find(({ rule }) => rule.id === finding.rule)
    return {
      positionId: facts.seat(seat).position,
      cadreId: person.id,
      about: (bound && recusalOf(bound.rule)) ?? 'kin',
      finding,
      before: now.find(({ rule }) => rule === finding.rule)?.verdict,
    }
  })
}
