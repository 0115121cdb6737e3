/** Kinds of posting (level × role × exposure) that the seats of a place really offer. */
import { labelOf, type PostLevel, postLadder, postRank, type Role } from '#domain/lexicon/terms.ts'
import { oncePer } from '#domain/once.ts'
import type { Text } from '#domain/text.ts'
import { bareSeat, type Facts, localReader, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { type Exposure, exposureReader } from '../posting/seat-exposure.ts'

/** What is told apart on a path; other exposures change nothing that a rule asks. */
export const pathExposures = ['grassroots', 'hardship'] as const satisfies readonly Exposure[]
export type PathExposure = (typeof pathExposures)[number]

export interface PostingKind {
  readonly level: PostLevel
  readonly role: Role
  /** Undefined: any seat of the level will do. */
  readonly exposure: PathExposure | undefined
  /** Counts as grassroots work by the rule that says what the grassroots are. */
  readonly grassroots: boolean
  /** A seat of this kind with nothing else about it: no unit, no holders, no quota. */
  readonly seat: SeatFacts
  /** How many such seats there are, and how many of them nobody holds. */
  readonly seats: number
  readonly vacant: number
}

export type KindsAt = (level: PostLevel) => readonly PostingKind[]

/** The kinds at each level, plain first; a level without leading seats has none. */
export const kindsOfPosting: (facts: Facts, book: RuleBook) => KindsAt = oncePer(catalogueOf)

function catalogueOf(facts: Facts, book: RuleBook): KindsAt {
  const { snapshot } = facts
  const exposuresOf = exposureReader(snapshot, book)
  const isGrassroots = grassrootsByLaw(book, facts)
  const seats = Array.from({ length: snapshot.tables.positions.length }, (_, row) => facts.seat(row))
  const byLevel = Map.groupBy(
    seats.filter((seat) => seat.leading && seat.closedOn === undefined),
    ({ level }) => level,
  )
  const seatFor = seatsThatStand()
  const kinds = new Map(
    [...byLevel].map(([level, own]) => [
      level,
      [undefined, ...pathExposures].flatMap((exposure): PostingKind[] => {
        const alike = exposure === undefined ? own : own.filter((seat) => exposuresOf(seat).includes(exposure))
        return alike.length === 0 ? [] : [kindOf({ level, exposure, seats: alike }, seatFor, isGrassroots)]
      }),
    ]),
  )
  return (level) => kinds.get(level) ?? []
}

function kindOf(
  { level, exposure, seats }: { level: PostLevel; exposure: PathExposure | undefined; seats: readonly SeatFacts[] },
  seatFor: (level: PostLevel, role: Role) => SeatFacts,
  isGrassroots: (seat: SeatFacts) => boolean,
): PostingKind {
  const role = mostCommonRole(seats)
  return {
    level,
    role,
    exposure,
    grassroots: exposure === 'grassroots' || seats.every(isGrassroots),
    seat: seatFor(level, role),
    seats: seats.length,
    vacant: seats.filter((seat) => seat.holders().length === 0).length,
  }
}

/** The seat that stands for a level and a role when the rules are asked: one for each, so that it is asked about once. */
function seatsThatStand(): (level: PostLevel, role: Role) => SeatFacts {
  const known = new Map<string, SeatFacts>()
  return (level, role) => {
    const key = `${level} ${role}`
    const bare = bareSeat({ title: labelOf('postLevel', level).zh, level, role })
    const levelBelow = postLadder[postRank(level) - 1]
    const seat = known.get(key) ?? { ...bare, levelBelow, restrictedWork: false, key: false }
    known.set(key, seat)
    return seat
  }
}

function mostCommonRole(seats: readonly SeatFacts[]): Role {
  const counts = [...Map.groupBy(seats, ({ role }) => role)].sort((a, b) => b[1].length - a[1].length)
  return counts[0]?.[0] ?? 'deputy'
}

/** Units up to the level that the law's word of the grassroots reaches. */
function grassrootsByLaw(book: RuleBook, { snapshot }: Facts): (seat: SeatFacts) => boolean {
  const ladder = ['village', 'township', 'county', 'prefecture', 'province']
  const most = ladder.indexOf(String(localReader(book, 'APPT-08-1A-GRASSROOTS-DEF', snapshot.asOf)('max_unit_level')))
  return ({ unitLevel }) => {
    const place = ladder.indexOf(unitLevel)
    return place >= 0 && place <= most
  }
}

const labels: Readonly<Record<PathExposure | 'plain', Text>> = {
  plain: { zh: '{level}岗位', en: 'a seat at {level}' },
  grassroots: { zh: '基层一线的{level}岗位', en: 'a front-line seat at {level}' },
  hardship: { zh: '艰苦复杂的{level}岗位', en: 'a hardship seat at {level}' },
}

export const labelOfKind = (exposure: PathExposure | undefined): Text => labels[exposure ?? 'plain']
