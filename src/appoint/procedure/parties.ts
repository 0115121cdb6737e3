/** The two sides that the rules hold against each other in a case: a person and a seat, or what stands in for them. */
import { textAt } from '#domain/columns.ts'
import type { CaseKind, CaseTarget, SelectionCase } from '#domain/selection-case.ts'
import { bareSeat, type CadreFacts, type Facts, gradeSeat, type SeatFacts } from '#policy/index.ts'

export const caseAbout: Readonly<Record<CaseKind, 'seat' | 'person' | 'grade'>> = {
  promotion: 'seat',
  'further-use': 'seat',
  lateral: 'seat',
  demotion: 'seat',
  secondment: 'seat',
  removal: 'person',
  resignation: 'person',
  'grade-promotion': 'grade',
}

/** Kinds by which somebody comes to hold a seat or a grade for good: the pair is held against the rules of eligibility. */
export const kindsOfEntry: ReadonlySet<CaseKind> = new Set([
  'promotion',
  'further-use',
  'lateral',
  'demotion',
  'grade-promotion',
])

export function cadreIn(facts: Facts, cadreId: string): CadreFacts | undefined {
  const row = facts.cadreIndex(cadreId)
  return row === undefined ? undefined : facts.cadre(row)
}

/** The seat of the case as it concerns a person; undefined where neither seat nor post is on record on the day. */
export function seatIn(facts: Facts, target: CaseTarget, cadre: CadreFacts | undefined): SeatFacts | undefined {
  if (target.kind === 'seat') {
    const row = facts.seatIndex(target.positionId)
    return row === undefined ? undefined : facts.seat(row)
  }
  if (target.kind === 'grade') return gradeSeat(cadre?.post?.seat, target.grade)
  const post = cadre?.stretches.find(({ evidence }) => evidence === `tenures/${target.tenureId}`)
  return (
    post && (post.seat ?? bareSeat({ title: post.label.zh, level: post.level ?? 'none', role: post.role ?? 'staff' }))
  )
}

/** Somebody of whom only the standing is known that a case of this kind goes out from: before there are candidates. */
export function anybodyFor(kind: CaseKind, seat: SeatFacts): CadreFacts {
  const level = kind === 'promotion' ? (seat.levelBelow ?? 'none') : seat.level
  const role = kind === 'further-use' ? 'deputy' : seat.role
  return {
    index: -1,
    id: '',
    bornOn: undefined,
    workStartedOn: undefined,
    party: undefined,
    partyJoinedOn: undefined,
    healthOk: undefined,
    reserve: undefined,
    growthPlace: undefined,
    minority: undefined,
    stretches: [],
    hasLeft: false,
    post: undefined,
    postSince: undefined,
    outsideOrgans: undefined,
    level,
    role,
    grade: undefined,
    leastGrade: undefined,
    standing: level,
    sanctions: [],
    supervision: () => [],
    evaluations: [],
    trainings: [],
    trainingsRecorded: false,
    educations: [],
    relatives: () => [],
  }
}

/** How one person is related to another by what both have declared; undefined where no kin is on record. */
export function kinship(
  facts: Facts,
  cadreId: string,
  otherId: string,
): 'self' | { readonly label: string } | undefined {
  if (cadreId === otherId) return 'self'
  const other = facts.cadreIndex(otherId)
  const found = cadreIn(facts, cadreId)
    ?.relatives()
    .find(({ cadre, kin }) => cadre !== undefined && cadre === other && kin !== undefined && kin !== 'other')
  return found && { label: found.label.zh }
}

/** Seats of one team that count against one quota share a key; undefined where no quota is on record. */
export function quotaKey(facts: Facts, seat: SeatFacts): string | undefined {
  if (seat.quota === undefined || seat.index < 0) return undefined
  const { team_id } = facts.snapshot.tables.positions.columns
  const team = textAt(team_id, seat.index)
  return team === undefined ? undefined : `${team} ${seat.role === 'principal'}`
}

/** Cases that will put somebody into a seat and have not yet done so. */
export const isPending = ({ standing, effect, opening }: SelectionCase): boolean =>
  standing !== 'closed' && effect === undefined && kindsOfEntry.has(opening.kind)

/** Are the seat and everybody who stands on record on the day? Where they are not, no rule could speak of them. */
export function isOnRecord(facts: Facts, { opening, candidates }: SelectionCase): boolean {
  const people = candidates.filter(({ left }) => left === undefined).map(({ cadreId }) => cadreIn(facts, cadreId))
  if (people.length === 0) return seatIn(facts, opening.target, undefined) !== undefined
  return people.every((cadre) => cadre !== undefined && seatIn(facts, opening.target, cadre) !== undefined)
}
