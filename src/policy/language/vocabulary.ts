/**
 * The words a rule may use: facts of the cadre, of the seat, of the move from one to the other, and the lists of a record.
 * Each word has a type, the field of the data package that would settle it where it is unknown, and the seat fields it
 * depends on (so that it is computed once for seats that are alike).
 */
import { type DateCode, monthOf, yearOf } from '#domain/calendar.ts'
import { type EnumerationName, enumerations } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf, type Move, postLadder, postRank } from '#domain/lexicon/terms.ts'
import type { MeetingFacts } from '#domain/meeting.ts'
import type { ProcessFacts } from '#domain/process.ts'
import type { Text } from '#domain/text.ts'
import { levelChanges, stretchKinds } from '../facts/career.ts'
import type { CadreFacts } from '../facts/facts.ts'
import { gradeLadder, gradeSteps } from '../facts/grades.ts'
import { measures } from '../facts/histories.ts'
import { kinClasses } from '../facts/kin.ts'
import { organs, type SeatFacts } from '../facts/seats.ts'
import { meetingWords, processWords } from './process-words.ts'
import { ownTermLabel } from './term-labels.ts'
import type { Known, Scalar, ValueType } from './types.ts'

/** What a condition is asked of. `row` is the row of the list being read, lent for the time of a question about it. */
export interface Scope {
  readonly cadre: CadreFacts
  readonly seat: SeatFacts | undefined
  /** The selection case, for gates of procedure. */
  readonly process?: ProcessFacts | undefined
  /** An item of a meeting, for the rules of decision. */
  readonly meeting?: MeetingFacts | undefined
  readonly today: DateCode
  row: unknown
}

export interface Word {
  readonly type: ValueType
  /** `table.field` that would settle it; absent where it is always known. */
  readonly missing?: string
  readonly read: (scope: Scope) => Known
  /** Names of seat facts that the answer depends on. */
  readonly seat?: readonly (keyof SeatFacts)[]
  /** The answer depends on the seat through the kind of move. */
  readonly byMove?: boolean
  /**
   * Names of the facts of the cadre that the answer depends on, where these are few; [] = none. Left out: any; for a word of
   * a row, none but those of whom the row belongs to.
   */
  readonly cadre?: readonly (keyof CadreFacts)[]
  /** For a word of a row that also asks about the seat: the facts of the row that it depends on. Left out: any. */
  readonly row?: readonly string[]
  /** For a sparse relation of rows to seats: it is `otherwise` where the names of a row and of the seat are all different. */
  readonly meets?: {
    /** Undefined: to be asked of every seat. */
    readonly row: (row: unknown) => readonly unknown[] | undefined
    readonly seat: (seat: SeatFacts) => readonly unknown[]
    readonly otherwise: Scalar
  }
  /** The answer changes by itself: with the month or the year, or it is the day itself where nothing else is recorded. */
  readonly today?: 'day' | 'month' | 'year'
}

/** From low to high; only these may be compared by order. */
const ranked: Readonly<Record<string, readonly string[]>> = {
  postLevel: postLadder,
  grade: gradeLadder,
  educationLevel: [...identifiersOf('educationLevel')].reverse(),
  unitLevel: [...identifiersOf('unitLevel')].reverse(),
  processStage: identifiersOf('processStage'),
}

export const rankedVocabularies = Object.keys(ranked)

export const moves = identifiersOf('move')

/** How the post of a relative stands to the unit of a seat; `named` where only its words are known. */
export const ties = ['same-unit', 'unit-above', 'unit-below', 'named', 'none'] as const
export type Tie = (typeof ties)[number]

const own: Readonly<Record<string, readonly string[]>> = {
  organ: organs,
  kin: kinClasses,
  tie: ties,
  stretchKind: stretchKinds,
  levelChange: levelChanges,
  measure: measures,
}

/** Vocabularies that only the rule language has. */
export const ownVocabularies = Object.keys(own)

export const identifiersIn = (vocabulary: string): readonly string[] =>
  own[vocabulary] ?? (vocabulary in enumerations ? identifiersOf(vocabulary as EnumerationName) : [])

/** The place of a term in its order, or undefined where the vocabulary has none. */
export const orderIn = (vocabulary: string): readonly string[] | undefined => ranked[vocabulary]

export const termLabel = (vocabulary: string, id: string): Text =>
  ownTermLabel(vocabulary, id) ??
  (vocabulary in enumerations ? labelOf(vocabulary as EnumerationName, id) : { zh: id, en: id })

const date: ValueType = { kind: 'date' }
const number: ValueType = { kind: 'number' }
const boolean: ValueType = { kind: 'boolean' }
const text: ValueType = { kind: 'text' }
const term = (vocabulary: string): ValueType => ({ kind: 'term', vocabulary })

/** The seat facts that the kind of move depends on. */
export const moveFields: readonly (keyof SeatFacts)[] = ['grade', 'level', 'role']

/**
 * What an appointment would be, told from the present post's level and role against the seat's. A same-level seat as
 * principal for one who is not is further use (进一步使用); whether another lateral move is, people judge. A grade is a
 * step only above the grade held; it never is a promotion to a leading post.
 */
export function moveOf(cadre: CadreFacts, seat: SeatFacts): Move | undefined {
  if (seat.grade !== undefined) {
    const rungs = gradeSteps(cadre, seat.grade) ?? 1
    return rungs > 0 ? 'grade-step' : rungs === 0 ? 'lateral' : 'demotion'
  }
  if (cadre.level === undefined) return undefined
  const step = postRank(seat.level) - postRank(cadre.level)
  if (step !== 0) return step > 0 ? 'promotion' : 'demotion'
  if (seat.role !== 'principal' || cadre.role === 'principal') return 'lateral'
  return cadre.role === undefined ? undefined : 'further-use'
}

/** The county of a place; undefined where a code says no more than the prefecture. */
const countyOf = (place: string | undefined): string | undefined =>
  place === undefined || place.slice(4, 6) === '00' ? undefined : place.slice(0, 6)

function cadre(type: ValueType, missing: string, read: (c: CadreFacts) => Known): Word {
  return { type, missing, read: (scope) => read(scope.cadre) }
}

function seat(type: ValueType, missing: string, name: keyof SeatFacts): Word {
  const read = (scope: Scope): Known => scope.seat?.[name] as Known
  return { type, missing, read, seat: [name], cadre: [] }
}

export const words: Readonly<Record<string, Word>> = {
  'cadre.born_on': cadre(date, 'cadres.born_on', (c) => c.bornOn),
  'cadre.work_started_on': cadre(date, 'cadres.work_started_on', (c) => c.workStartedOn),
  'cadre.party': cadre(text, 'cadres.party', (c) => c.party),
  'cadre.party_joined_on': cadre(date, 'cadres.party_joined_on', (c) => c.partyJoinedOn),
  'cadre.health_ok': cadre(boolean, 'cadres.health_ok', (c) => c.healthOk),
  'cadre.reserve': cadre(boolean, 'cadres.reserve', (c) => c.reserve),
  'cadre.growth_place': cadre(text, 'cadres.growth_place_code', (c) => c.growthPlace),
  'cadre.growth_county': cadre(text, 'cadres.growth_place_code', (c) => countyOf(c.growthPlace)),
  'cadre.growth_city': cadre(text, 'cadres.growth_place_code', (c) => c.growthPlace?.slice(0, 4)),
  'cadre.level': cadre(term('postLevel'), 'tenures.post_level', (c) => c.level),
  'cadre.minority': cadre(boolean, 'cadres.ethnicity', (c) => c.minority),
  'cadre.post_since': cadre(date, 'tenures.from', (c) => c.postSince),
  'cadre.standing': cadre(term('postLevel'), 'tenures.post_level', (c) => c.standing),
  'cadre.id': cadre(text, 'cadres.cadre_id', (c) => c.id),
  'cadre.outside_organs': cadre(boolean, 'tenures.position_id', (c) => c.outsideOrgans),
  'cadre.role': cadre(term('role'), 'tenures.role', (c) => c.role),
  'seat.level': seat(term('postLevel'), 'positions.post_level', 'level'),
  'seat.level_below': seat(term('postLevel'), 'positions.post_level', 'levelBelow'),
  'seat.role': seat(term('role'), 'positions.role', 'role'),
  'seat.grade': seat(term('grade'), 'positions.title', 'grade'),
  'seat.quota': seat(number, 'teams.quota_deputy', 'quota'),
  'seat.staff_quota': seat(number, 'units.staff_quota', 'staffQuota'),
  'seat.closed_on': seat(date, 'positions.open_to', 'closedOn'),
  'seat.leading': seat(boolean, 'positions.role', 'leading'),
  'seat.position': seat(text, 'positions.position_id', 'position'),
  'seat.unit': seat(text, 'positions.unit_id', 'unit'),
  'seat.parent_unit': seat(text, 'units.parent_id', 'parentUnit'),
  'seat.unit_kind': seat(term('unitKind'), 'units.kind', 'unitKind'),
  'seat.unit_level': seat(term('unitLevel'), 'units.level', 'unitLevel'),
  'seat.organ': seat(term('organ'), 'units.kind', 'organ'),
  'seat.region': seat(text, 'units.region_code', 'region'),
  'seat.county': {
    type: text,
    missing: 'units.region_code',
    read: ({ seat }) => countyOf(seat?.region),
    seat: ['region'],
    cadre: [],
  },
  /** Only a name can say that a place is autonomous; other names leave it open. */
  'seat.autonomous': {
    type: boolean,
    missing: 'units.name',
    read: ({ seat }) => (seat && /自治/.test(`${seat.unitName}${seat.parentUnitName ?? ''}`) ? true : undefined),
    seat: ['unitName', 'parentUnitName'],
    cadre: [],
  },
  'seat.city': {
    type: text,
    missing: 'units.region_code',
    read: ({ seat }) => seat?.region?.slice(0, 4),
    seat: ['region'],
    cadre: [],
  },
  'seat.sector': seat(term('sector'), 'positions.sector', 'sector'),
  'seat.restricted_work': seat(boolean, 'positions.portfolio', 'restrictedWork'),
  'seat.key': seat(boolean, 'positions.key_power', 'key'),
  move: {
    type: term('move'),
    missing: 'tenures.post_level',
    read: (scope) => (scope.seat ? moveOf(scope.cadre, scope.seat) : undefined),
    byMove: true,
    cadre: ['level', 'role', 'grade', 'leastGrade'],
  },
  steps: {
    type: number,
    missing: 'tenures.post_level',
    read: ({ cadre, seat }) =>
      seat && cadre.standing !== undefined ? postRank(seat.level) - postRank(cadre.standing) : undefined,
    seat: ['level'],
    cadre: ['standing'],
  },
  grade_steps: {
    type: number,
    missing: 'grades.grade',
    read: ({ cadre, seat }) => (seat?.grade === undefined ? undefined : gradeSteps(cadre, seat.grade)),
    seat: ['grade'],
    cadre: ['grade', 'leastGrade'],
  },
  'today.year': {
    type: number,
    read: (scope) => yearOf(scope.today),
    cadre: [],
    today: 'year',
  },
  'today.month': {
    type: number,
    read: (scope) => monthOf(scope.today),
    cadre: [],
    today: 'month',
  },
  ...processWords,
  ...meetingWords,
}
