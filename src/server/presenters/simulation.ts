import {
  type GoalState,
  type Ground,
  goalState,
  labelOfKind,
  type SheetColumn,
  type Simulation,
  type TeamOnBoard,
  type TeamOutcome,
} from '#appoint/index.ts'
import { ageOn, formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { TeamStanding } from '#domain/slate.ts'
import type { PersonRecord } from '#records/queries/index.ts'
import type { SimulatedTeam, SimulationOutcome, SimulationShape } from '../contract/index.ts'
import { establishmentOf } from '../units/establishment.ts'
import { presentBasis, presentEstimate, presentFinding, presentText } from './evidence.ts'
import { termOrNull } from './term.ts'

export interface Simulated {
  readonly ground: Ground
  readonly team: TeamOnBoard
  readonly simulation: Simulation
  readonly comparison: { readonly positionId: string; readonly columns: readonly SheetColumn[] } | undefined
  /** Others who are to be named. */
  readonly named: readonly string[]
  readonly people: ReadonlyMap<string, PersonRecord>
}

/** A simulation with the names of everybody and everything in it. */
export function presentSimulation({ ground, team, simulation, comparison, named, people }: Simulated): SimulationShape {
  const present = outcomePresenter(ground)
  const whole = present(simulation)
  const columns = comparison?.columns.map((column) => ({
    cadreId: column.cadreId,
    outcome: present(column.simulation),
  }))
  const outcomes = [whole, ...(columns ?? []).map(({ outcome }) => outcome)]
  return {
    asOf: formatDate(ground.snapshot.asOf),
    unitId: team.unitId,
    unitName: team.unitName,
    people: unique([...outcomes.flatMap(cadresIn), ...named]).map((id) => presentPerson(ground, id, people.get(id))),
    seats: unique(outcomes.flatMap(positionsIn)).map((id) => presentSeat(ground, id)),
    ...whole,
    comparison: comparison && columns ? { positionId: comparison.positionId, columns } : null,
  }
}

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))].sort()

const cadresIn = ({ moves, vacated, teams }: SimulationOutcome): (string | null)[] => [
  ...moves.map(({ cadreId }) => cadreId),
  ...vacated.flatMap(({ cadreId, takenBy }) => [cadreId, takenBy]),
  ...teams.flatMap(({ seats }) => seats.flatMap(({ before, after }) => [before, after])),
]

const positionsIn = ({ moves, vacated, teams }: SimulationOutcome): (string | null)[] => [
  ...moves.map(({ positionId }) => positionId),
  ...vacated.flatMap(({ positionId, goesTo }) => [positionId, goesTo]),
  ...teams.flatMap(({ seats }) => seats.map(({ positionId }) => positionId)),
]

function presentPerson(
  { facts, snapshot }: Ground,
  cadreId: string,
  person: PersonRecord | undefined,
): SimulationShape['people'][number] {
  const row = facts.cadreIndex(cadreId)
  const bornOn = row === undefined ? undefined : facts.cadre(row).bornOn
  return {
    cadreId,
    name: person?.name ?? cadreId,
    age: bornOn === undefined ? null : ageOn(bornOn, snapshot.asOf).least,
    post: `${person?.unit_name ?? ''}${person?.title ?? ''}`,
  }
}

function presentSeat({ facts, snapshot }: Ground, positionId: string): SimulationShape['seats'][number] {
  const seat = facts.seat(facts.seatIndex(positionId) ?? -1)
  const { portfolio } = snapshot.tables.positions.columns
  return {
    positionId,
    unitId: seat.unit,
    unitName: seat.unitName,
    title: seat.title,
    role: seat.role,
    portfolio: textAt(portfolio, seat.index) ?? null,
    sector: termOrNull('sector', seat.sector ?? null),
  }
}

const outcomePresenter =
  (ground: Ground) =>
  ({ moves, vacated, teams }: Simulation): SimulationOutcome => ({
    moves: moves.map(({ cadreId, positionId, verdict, move, fit, findings }) => ({
      cadreId,
      positionId,
      verdict,
      move: move ?? null,
      fit: presentEstimate(fit),
      concerns: findings.filter((finding) => finding.verdict !== 'met').map(presentFinding),
    })),
    vacated: vacated.map(({ positionId, cadreId, goesTo, takenBy, indicators, duties }) => ({
      positionId,
      cadreId,
      goesTo: goesTo ?? null,
      takenBy: takenBy ?? null,
      indicators: [...indicators],
      duties: duties.map(({ basis, dueOn, reasons }) => ({
        basis: presentBasis(basis),
        dueOn: formatDate(dueOn),
        reasons: reasons.map(presentText),
      })),
    })),
    teams: teams.map((team) => presentTeam(ground, team)),
  })

/** What changes do to the quotas of a team: whoever holds a seat beside the one on the board still counts. */
function quotasAfter({ facts }: Ground, { team, occupantsAfter }: TeamOutcome): SimulatedTeam['quotas'] {
  const roleOf = (seat: number) => (facts.seat(seat).role === 'principal' ? 'principal' : 'deputy')
  const seated = (role: string, occupants: ReadonlyMap<number, number>): number =>
    new Set(team.seats.filter((seat) => roleOf(seat) === role).flatMap((seat) => occupants.get(seat) ?? [])).size
  const own = establishmentOf(facts).byId.get(team.unitId)?.quotas ?? []
  return [...Map.groupBy(own, ({ role }) => role)].map(([role, teams]) => {
    const quotas = teams.flatMap(({ quota }) => quota ?? [])
    const before = teams.reduce((sum, { held }) => sum + held, 0)
    const change = seated(role, occupantsAfter) - seated(role, team.occupants)
    const quota = quotas.length < teams.length ? null : quotas.reduce((sum, one) => sum + one, 0)
    return { role, quota, before, after: before + change }
  })
}

function presentTeam(ground: Ground, outcome: TeamOutcome): SimulatedTeam {
  const { facts } = ground
  const { team, occupantsAfter, before, after, structure, recusal } = outcome
  const idOf = (row: number | undefined): string | null => (row === undefined ? null : facts.cadre(row).id)
  const ids = ({ members }: TeamStanding): string[] => members.map(({ cadreId }) => cadreId)
  const [was, is] = [ids(before), ids(after)]
  return {
    unitId: team.unitId,
    unitName: team.unitName,
    quota: team.quota ?? null,
    seats: team.seats.map((seat) => ({
      positionId: facts.seat(seat).position,
      before: idOf(team.occupants.get(seat)),
      after: idOf(occupantsAfter.get(seat)),
    })),
    staying: was.filter((id) => is.includes(id)),
    leaving: was.filter((id) => !is.includes(id)),
    coming: is.filter((id) => !was.includes(id)),
    empty: { before: before.empty, after: after.empty },
    goals: team.floors.map(({ kind, with: by, least }, at) => ({
      id: `${kind}:${by ?? ''}`,
      label: presentText(labelOfKind({ kind, ...(by === undefined ? {} : { with: by }) })),
      least,
      before: presentTally(before.counts[at], least),
      after: presentTally(after.counts[at], least),
    })),
    quotas: quotasAfter(ground, outcome),
    structure: structure.map((line) => ({ ...line, label: presentText(line.label) })),
    recusal: recusal.filter(isTold).map(({ cadreId, positionId, about, finding, before: said }) => ({
      cadreId,
      positionId,
      about,
      finding: presentFinding(finding),
      before: said ?? null,
    })),
    recusalChecked: recusal.length,
  }
}

/** Of newcomers everything that is not met; of those who stay, what changes and what is not met anyway. */
const isTold = ({ finding: { verdict }, before }: TeamOutcome['recusal'][number]): boolean =>
  before === undefined ? verdict !== 'met' : verdict !== before || verdict === 'unmet'

function presentTally(
  count: TeamStanding['counts'][number] | undefined,
  least: number,
): { count: number; unknown: number; state: GoalState } {
  const { count: people = 0, unknown = 0 } = count ?? {}
  return { count: people, unknown, state: count ? goalState(count, least) : 'missed' }
}
