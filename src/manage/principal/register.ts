/** Who is the principal (一把手) of a unit now, since when, in which team, and what supervision has recorded meanwhile. */
import { type DateCode, earliest } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import { groupRows, resolve, rowsOf } from '#domain/snapshot.ts'
import { type CadreFacts, type Facts, heldSince, type SeatFacts, type SupervisionEvent } from '#policy/index.ts'

export interface TeamMember {
  readonly cadreId: string
  readonly seat: SeatFacts
}

export interface Principal {
  readonly cadre: CadreFacts
  readonly seat: SeatFacts
  readonly since: DateCode
  readonly kind: 'appointed' | 'concurrent' | 'acting'
  /** The post that counts as the present one, where several are held. */
  readonly isMain: boolean
  /** Of the team, as far as it is recorded. */
  readonly term: { readonly from: DateCode | undefined; readonly to: DateCode | undefined } | undefined
  /** The others of the team. */
  readonly team: readonly TeamMember[]
  /** About the person, and about the unit, since the post was taken. */
  readonly events: readonly SupervisionEvent[]
}

const principalKinds: readonly string[] = ['appointed', 'concurrent', 'acting']

const isPrincipalSeat = (seat: SeatFacts | undefined): seat is SeatFacts =>
  seat !== undefined && seat.leading && seat.role === 'principal'

/**
 * Everybody who holds a principal seat on the snapshot's day, in the order of cadres; whoever holds two stands twice.
 * @example principalsIn(facts).find(({ cadre }) => cadre.id === 'C0001')?.since // 20210301
 */
export const principalsIn: (facts: Facts) => readonly Principal[] = oncePer(readPrincipals)

function readPrincipals(facts: Facts): Principal[] {
  const teams = teamReader(facts)
  const principals: Principal[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    const seen = new Set<string>()
    for (const stretch of cadre.stretches) {
      const { seat, kind, to } = stretch
      if (to !== 0 || !isPrincipalSeat(seat) || !principalKinds.includes(kind) || seen.has(seat.position)) continue
      seen.add(seat.position)
      const since = heldSince(cadre.stretches, stretch)
      principals.push({
        cadre,
        seat,
        since,
        kind: kind as Principal['kind'],
        isMain: cadre.post?.seat === seat,
        term: teams.termOf(seat),
        team: teams.membersOf(seat).filter(({ cadreId }) => cadreId !== cadre.id),
        events: cadre.supervision().filter(({ on }) => earliest(on) >= earliest(since)),
      })
    }
  }
  return principals
}

export interface TeamReader {
  termOf(seat: SeatFacts): Principal['term']
  /** Those who hold a seat of the team of a seat now; of the leading seats of its unit where no team is recorded. */
  membersOf(seat: SeatFacts): readonly TeamMember[]
}

export function teamReader(facts: Facts): TeamReader {
  const { positions, teams, units } = facts.snapshot.tables
  const p = positions.columns
  const teamRows = resolve(p.team_id, teams.columns.team_id)
  const unitRows = resolve(p.unit_id, units.columns.unit_id)
  const ofTeam = groupRows(teamRows, teams.length)
  const ofUnit = groupRows(unitRows, units.length)
  const seatsBeside = ({ index }: SeatFacts): readonly SeatFacts[] => {
    const team = teamRows[index] ?? -1
    const rows = team >= 0 ? rowsOf(ofTeam, team) : rowsOf(ofUnit, unitRows[index] ?? -1)
    return [...rows].map((row) => facts.seat(row)).filter(({ leading }) => leading)
  }
  return {
    termOf({ index }) {
      const team = teamRows[index] ?? -1
      if (team < 0) return undefined
      return { from: dateAt(teams.columns.term_from, team), to: dateAt(teams.columns.term_to, team) }
    },
    membersOf(seat) {
      const held = seatsBeside(seat).flatMap((one) => one.holders().map(({ cadre }) => ({ cadreId: cadre, seat: one })))
      const order = ['principal', 'deputy', 'member']
      const sorted = held.sort((a, b) => order.indexOf(a.seat.role) - order.indexOf(b.seat.role))
      return [...new Map(sorted.toReversed().map((member) => [member.cadreId, member])).values()].reverse()
    },
  }
}

/** The principal of each unit, by unit id: what is found of the unit is for that person to mend. Acting ones come last. */
export function headsOf(facts: Facts): ReadonlyMap<string, Principal> {
  const sorted = principalsIn(facts).toSorted((a, b) => Number(b.kind === 'acting') - Number(a.kind === 'acting'))
  return new Map(sorted.map((principal) => [principal.seat.unit, principal]))
}

export const nameOf = (facts: Facts, cadre: CadreFacts): string =>
  textAt(facts.snapshot.tables.cadres.columns.name, cadre.index) ?? cadre.id
