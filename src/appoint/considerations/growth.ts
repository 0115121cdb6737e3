import { addMonths, formatDate, isOnOrBefore, monthsBetween } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { RotationDuty } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import { retirementCalendar, type SeatFacts } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { agedAt } from '../timing/ages.ts'
import { timingSettings } from '../timing/settings.ts'
import { type Candidate, type Cell, cell, type Row, yearsOf } from './row.ts'
import { serviceReader, workKinds } from './served.ts'

export interface GrowthGrounds {
  /** Rotation and term duties of everybody. */
  readonly duties: readonly RotationDuty[]
  /** Months of a kind of work from which it counts as known, and in a post from which it counts as settled. */
  readonly experienceMonths: number
  readonly settledMonths: number
}

/** 干部成长因素: what the seat would mean for each candidate. */
export function growthRows(
  ground: Ground,
  seat: SeatFacts,
  candidates: readonly Candidate[],
  grounds: GrowthGrounds,
): Row[] {
  const row = (id: GrowthRow, of: (candidate: Candidate) => Cell): Row => ({
    id,
    factor: 'growth',
    label: labels[id],
    need: undefined,
    evidence: [],
    cells: candidates.map(of),
  })
  return [
    row('adds', experienceCell(ground, seat, grounds)),
    row('duty', dutyCell(ground, grounds)),
    row('in-post', inPostCell(ground, grounds)),
    row('room', roomCell(ground)),
    row('prime', primeCell(ground)),
  ]
}

type GrowthRow = 'adds' | 'duty' | 'in-post' | 'room' | 'prime'

/** Kinds of work that the seat offers and the career is short of; a field or a level of units never worked at. */
function experienceCell(ground: Ground, seat: SeatFacts, { experienceMonths }: GrowthGrounds) {
  const service = serviceReader(ground)
  return ({ facts }: Candidate): Cell => {
    const known = facts.stretches.flatMap((one) => one.seat ?? [])
    if (known.length === 0) return cell('unknown', words.careerUnknown)
    const kinds = workKinds.filter((kind) => service.offers(seat, kind) === true)
    const short = kinds
      .filter((kind) => service.done(facts, kind).most < experienceMonths)
      .map((kind) => kindNames[kind])
    const isNew = (of: (one: SeatFacts) => string | undefined): boolean =>
      of(seat) !== undefined && !known.some((one) => of(one) === of(seat))
    const fresh = [
      ...(isNew(({ sector }) => sector) ? [labelOf('sector', seat.sector ?? '')] : []),
      ...(isNew(({ unitLevel }) => unitLevel) ? [labelOf('unitLevel', seat.unitLevel)] : []),
    ]
    const says = [
      ...(short.length > 0 ? [fill(words.short, { kinds: joined(short) })] : []),
      ...(fresh.length > 0 ? [fill(words.fresh, { kinds: joined(fresh) })] : []),
    ]
    if (says.length === 0) return cell('fact', words.nothingNew)
    return cell(short.length > 0 ? 'answers' : 'partly', joined(says, '；', '; '))
  }
}

const joined = (texts: readonly Text[], zh = '、', en = ', '): Text => ({
  zh: texts.map((one) => one.zh).join(zh),
  en: texts.map((one) => one.en).join(en),
})

function dutyCell({ snapshot }: Ground, { duties }: GrowthGrounds) {
  const soon = addMonths(snapshot.asOf, 12)
  return ({ facts }: Candidate): Cell => {
    const own = duties.find(({ cadreId, dueOn }) => cadreId === facts.id && isOnOrBefore(dueOn, soon) !== 'no')
    if (!own) return cell('fact', words.noDuty)
    const said = isOnOrBefore(own.dueOn, snapshot.asOf) === 'yes' ? words.dutyOverdue : words.dutySoon
    return cell('answers', fill(said, { on: formatDate(own.dueOn), title: own.basis.title }), [
      `positions/${own.positionId}`,
    ])
  }
}

function inPostCell({ snapshot }: Ground, { settledMonths }: GrowthGrounds) {
  return ({ facts: { post, postSince } }: Candidate): Cell => {
    if (post === undefined || postSince === undefined) return cell('unknown', words.postUnknown)
    const months = monthsBetween(postSince, snapshot.asOf).least
    const short = months < settledMonths
    const says = fill(short ? words.unsettled : words.inPost, { years: yearsOf(months), months })
    return cell(short ? 'partly' : 'fact', says, [post.evidence])
  }
}

function roomCell({ book, snapshot }: Ground) {
  const calendar = retirementCalendar(book, snapshot.asOf)
  const { sex } = snapshot.tables.cadres.columns
  return ({ row, facts: { bornOn, id } }: Candidate): Cell => {
    const found = calendar?.({ bornOn, sex: textAt(sex, row) })
    if (!found || !('month' in found)) return cell('unknown', words.roomUnknown)
    const months = Math.max(0, monthsBetween(snapshot.asOf, found.month).least)
    return cell('fact', fill(words.room, { years: yearsOf(months), month: formatDate(found.month) }), [`cadres/${id}`])
  }
}

function primeCell(ground: Ground) {
  const { primeFrom, primeTo } = timingSettings(ground.book, ground.snapshot.asOf)
  return ({ row, facts: { id } }: Candidate): Cell => {
    const { age } = agedAt(ground, row)
    if (age === undefined) return cell('unknown', words.ageUnknown)
    const span = { age, from: primeFrom, to: primeTo }
    const said = age < primeFrom ? words.beforePrime : age < primeTo ? words.inPrime : words.afterPrime
    return cell('fact', fill(said, { ...span, left: primeTo - age }), [`cadres/${id}`])
  }
}

const labels: Readonly<Record<GrowthRow, Text>> = {
  adds: { zh: '岗位带来的历练', en: 'What the seat adds' },
  duty: { zh: '任期与交流', en: 'Term and rotation' },
  'in-post': { zh: '任现职时间', en: 'Time in post' },
  room: { zh: '距退休', en: 'Until retirement' },
  prime: { zh: '黄金期', en: 'Prime years' },
}

const kindNames = {
  grassroots: { zh: '基层经历', en: 'grassroots work' },
  hardship: { zh: '艰苦岗位经历', en: 'hardship' },
  'growth-front': { zh: '发展重点领域经历', en: 'a growth front' },
  principal: { zh: '正职经历', en: 'a principal seat' },
} as const

const words = {
  careerUnknown: { zh: '履历中的岗位没有记载', en: 'No seat of the career is on record' },
  short: { zh: '补足{kinds}', en: 'makes up for {kinds}' },
  fresh: { zh: '新接触{kinds}', en: 'new: {kinds}' },
  nothingNew: { zh: '与已有经历相近', en: 'Close to what has been done' },
  noDuty: { zh: '一年内没有到期的交流、任期', en: 'None falls due within a year' },
  dutyOverdue: { zh: '{title}，{on} 已到期', en: '{title}: due since {on}' },
  dutySoon: { zh: '{title}，{on} 到期', en: '{title}: due {on}' },
  postUnknown: { zh: '现职起始没有记载', en: 'The begin of the present post is not on record' },
  unsettled: { zh: '任现职 {months} 个月，尚短', en: '{months} months in post, short so far' },
  inPost: { zh: '任现职 {years} 年', en: '{years} years in post' },
  room: { zh: '约 {years} 年（{month}，仅供测算）', en: 'About {years} years ({month}, for planning only)' },
  roomUnknown: { zh: '出生年月或者性别没有记载', en: 'Birth date or sex not on record' },
  ageUnknown: { zh: '出生年月没有记载', en: 'Birth date not on record' },
  beforePrime: { zh: '{age} 岁，{from} 岁起', en: '{age}; from {from}' },
  inPrime: { zh: '{age} 岁，在黄金期，还有 {left} 年', en: '{age}, in the prime years, {left} more' },
  afterPrime: { zh: '{age} 岁，已过 {to} 岁', en: '{age}, past {to}' },
} as const satisfies Record<string, Text>
