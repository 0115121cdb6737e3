/**
 * The words a rule may use: facts of the cadre, of the seat, of the move from one to the other, and the lists of a record.
 * Each word has a type, the field of the data package that would settle it where it is unknown, and the seat fields it
 * depends on (so that it is computed once for seats that are alike).
 */
import { type DateCode, yearOf } from '#domain/calendar.ts'
import { type EnumerationName, enumerations } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf, postLadder, postRank } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { stretchKinds } from '../facts/career.ts'
import type { CadreFacts } from '../facts/facts.ts'
import { kinClasses } from '../facts/kin.ts'
import { organs, type SeatFacts } from '../facts/seats.ts'
import type { Known, ValueType } from './types.ts'

/** What a condition is asked of. `row` is the row of the list being read, lent for the time of a question about it. */
export interface Scope {
  readonly cadre: CadreFacts
  readonly seat: SeatFacts | undefined
  readonly today: DateCode
  row: unknown
}

export interface Word {
  readonly type: ValueType
  readonly label: Text
  /** `table.field` that would settle it. */
  readonly missing: string
  readonly read: (scope: Scope) => Known
  /** Names of seat facts that the answer depends on. */
  readonly seat?: readonly (keyof SeatFacts)[]
  /** The answer depends on the seat through the kind of move. */
  readonly byMove?: boolean
}

/** From low to high; only these may be compared by order. */
const ranked: Readonly<Record<string, readonly string[]>> = {
  postLevel: postLadder,
  educationLevel: [...identifiersOf('educationLevel')].reverse(),
  unitLevel: [...identifiersOf('unitLevel')].reverse(),
}

export const moves = ['promotion', 'further-use', 'lateral', 'demotion', 'grade-step'] as const
export type Move = (typeof moves)[number]

/** How the post of a relative stands to the unit of a seat; `named` where only its words are known. */
export const ties = ['same-unit', 'unit-above', 'unit-below', 'named', 'none'] as const
export type Tie = (typeof ties)[number]

const own: Readonly<Record<string, readonly string[]>> = {
  move: moves,
  organ: organs,
  kin: kinClasses,
  tie: ties,
  stretchKind: stretchKinds,
}

export const identifiersIn = (vocabulary: string): readonly string[] =>
  own[vocabulary] ?? (vocabulary in enumerations ? identifiersOf(vocabulary as EnumerationName) : [])

/** The place of a term in its order, or undefined where the vocabulary has none. */
export const orderIn = (vocabulary: string): readonly string[] | undefined => ranked[vocabulary]

export const termLabel = (vocabulary: string, id: string): Text =>
  vocabulary in enumerations ? labelOf(vocabulary as EnumerationName, id) : { zh: id, en: id }

const date: ValueType = { kind: 'date' }
const number: ValueType = { kind: 'number' }
const boolean: ValueType = { kind: 'boolean' }
const text: ValueType = { kind: 'text' }
const term = (vocabulary: string): ValueType => ({ kind: 'term', vocabulary })

/**
 * What an appointment would be, told from the present post's level and role against the seat's. A same-level seat as
 * principal for one who is not is further use (进一步使用); whether another lateral move is, people judge.
 */
export function moveOf(cadre: CadreFacts, seat: SeatFacts): Move | undefined {
  if (seat.isGrade) return 'grade-step'
  if (cadre.level === undefined) return undefined
  const step = postRank(seat.level) - postRank(cadre.level)
  if (step !== 0) return step > 0 ? 'promotion' : 'demotion'
  if (seat.role !== 'principal' || cadre.role === 'principal') return 'lateral'
  return cadre.role === undefined ? undefined : 'further-use'
}

function cadre(type: ValueType, zh: string, en: string, missing: string, read: (c: CadreFacts) => Known): Word {
  return { type, label: { zh, en }, missing, read: (scope) => read(scope.cadre) }
}

function seat(type: ValueType, zh: string, en: string, missing: string, name: keyof SeatFacts): Word {
  const read = (scope: Scope): Known => scope.seat?.[name] as Known
  return { type, label: { zh, en }, missing, read, seat: [name] }
}

export const words: Readonly<Record<string, Word>> = {
  'cadre.work_started_on': cadre(
    date,
    '参加工作时间',
    'start of work',
    'cadres.work_started_on',
    (c) => c.workStartedOn,
  ),
  'cadre.party': cadre(text, '政治面貌', 'party', 'cadres.party', (c) => c.party),
  'cadre.party_joined_on': cadre(date, '入党时间', 'date of joining', 'cadres.party_joined_on', (c) => c.partyJoinedOn),
  'cadre.health_ok': cadre(boolean, '身体状况结论', 'health conclusion', 'cadres.health_ok', (c) => c.healthOk),
  'cadre.growth_place': cadre(text, '成长地', 'place of upbringing', 'cadres.growth_place_code', (c) => c.growthPlace),
  'cadre.growth_city': cadre(text, '成长地（市）', 'city of upbringing', 'cadres.growth_place_code', (c) =>
    c.growthPlace?.slice(0, 4),
  ),
  'cadre.level': cadre(term('postLevel'), '现任职务层次', 'present level', 'tenures.post_level', (c) => c.level),
  'cadre.standing': cadre(term('postLevel'), '现职务职级层次', 'standing', 'tenures.post_level', (c) => c.standing),
  'cadre.role': cadre(term('role'), '现任角色', 'present role', 'tenures.role', (c) => c.role),
  'seat.level': seat(term('postLevel'), '拟任职务层次', 'level of the seat', 'positions.post_level', 'level'),
  'seat.level_below': seat(
    term('postLevel'),
    '下一级职务层次',
    'next lower level',
    'positions.post_level',
    'levelBelow',
  ),
  'seat.role': seat(term('role'), '拟任角色', 'role of the seat', 'positions.role', 'role'),
  'seat.leading': seat(boolean, '领导职务', 'leading post', 'positions.role', 'leading'),
  'seat.position': seat(text, '岗位', 'seat', 'positions.position_id', 'position'),
  'seat.unit': seat(text, '单位', 'unit', 'positions.unit_id', 'unit'),
  'seat.parent_unit': seat(text, '上级单位', 'parent unit', 'units.parent_id', 'parentUnit'),
  'seat.unit_kind': seat(term('unitKind'), '单位类别', 'kind of unit', 'units.kind', 'unitKind'),
  'seat.unit_level': seat(term('unitLevel'), '单位层级', 'level of the unit', 'units.level', 'unitLevel'),
  'seat.organ': seat(term('organ'), '机关类别', 'kind of organ', 'units.kind', 'organ'),
  'seat.region': seat(text, '行政区划', 'region', 'units.region_code', 'region'),
  'seat.city': {
    type: text,
    label: { zh: '所在市', en: 'city' },
    missing: 'units.region_code',
    read: ({ seat }) => seat?.region?.slice(0, 4),
    seat: ['region'],
  },
  'seat.sector': seat(term('sector'), '领域', 'sector', 'positions.sector', 'sector'),
  'seat.key': seat(boolean, '关键岗位', 'key seat', 'positions.key_power', 'key'),
  move: {
    type: term('move'),
    label: { zh: '任用方式', en: 'kind of move' },
    missing: 'tenures.post_level',
    read: (scope) => (scope.seat ? moveOf(scope.cadre, scope.seat) : undefined),
    byMove: true,
  },
  steps: {
    type: number,
    label: { zh: '层次差', en: 'levels up' },
    missing: 'tenures.post_level',
    read: ({ cadre, seat }) =>
      seat && cadre.standing !== undefined ? postRank(seat.level) - postRank(cadre.standing) : undefined,
    seat: ['level'],
  },
  'today.year': {
    type: number,
    label: { zh: '年度', en: 'year' },
    missing: '',
    read: (scope) => yearOf(scope.today),
  },
}
