/** The search for sequences of postings: labels of careers supposed so far, of which only those that nothing beats go on. */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import { type PostLevel, postLadder, postRank } from '#domain/lexicon/terms.ts'
import { fill } from '#domain/text.ts'
import { type CadreFacts, gradeLadder, gradeRank, gradeSeat, type RuleBook, type SeatFacts } from '#policy/index.ts'
import { doubtOf, type Opening, type OpeningReader, verdictOf } from './earliest.ts'
import { type KindsAt, labelOfKind, type PathExposure, type PostingKind } from './posting-kind.ts'
import { graded, posted, seconded } from './supposed-career.ts'

/** One posting of a path; the last one is the goal. */
export interface Taken {
  readonly way: 'post' | 'secondment' | 'grade' | 'goal'
  /** Undefined for a grade and for the goal. */
  readonly kind: PostingKind | undefined
  readonly seat: SeatFacts
  /** The career before it, the day from which it was looked at, and the day on which it begins. */
  readonly before: CadreFacts
  readonly from: DateCode
  readonly on: DateCode
  readonly verdict: Verdict
}

export interface FoundPath {
  readonly taken: readonly Taken[]
  readonly on: DateCode
  /** The least sure verdict on the way. */
  readonly verdict: Verdict
  readonly gained: ReadonlySet<PathExposure>
}

export interface PathQuestion {
  readonly cadre: CadreFacts
  /** The goal, as it will be when nobody holds it. */
  readonly goal: SeatFacts
  readonly from: DateCode
  readonly until: DateCode
  /** Exposures that the person lacks: gaining them counts for a path. */
  readonly wanted: readonly PathExposure[]
  readonly movesMost: number
  readonly secondmentMonths: number
  /** The level that each grade is equivalent to. */
  readonly gradeLevels: ReturnType<RuleBook['gradeLevels']>
}

interface Label {
  readonly cadre: CadreFacts
  /** The day from which the next posting may be looked at, and that on which the present level was reached. */
  readonly ready: DateCode
  readonly arrived: DateCode
  readonly taken: readonly Taken[]
  readonly doubt: number
  readonly gained: ReadonlySet<PathExposure>
  /** One of the postings counts as grassroots work, which rules ask about whether the person lacked it or not. */
  readonly hasGrassroots: boolean
  /** Postings since the present level was reached. */
  readonly here: number
}

export interface Search {
  readonly paths: readonly FoundPath[]
  /** Where there is none: the furthest career reached, with the rules that bar the goal from there. */
  readonly stuck: { readonly cadre: CadreFacts; readonly on: DateCode; readonly barring: readonly string[] } | undefined
}

/** Careers supposed before a search gives up; seldom a tenth of them are needed. */
const labelsMost = 600

/**
 * All sequences that no other beats in day, number of moves, sureness and exposures gained. One posting at a level beside
 * the one that reached it is looked at, and one secondment: more only puts the goal off.
 */
export function searchPaths(question: PathQuestion, kindsAt: KindsAt, read: OpeningReader): Search {
  const { cadre, goal, from, until, movesMost } = question
  const start: Label = {
    cadre,
    ready: from,
    arrived: from,
    taken: [],
    doubt: 0,
    gained: new Set(),
    hasGrassroots: false,
    here: 0,
  }
  const open: Label[] = [start]
  const kept = new Map<string, Label[]>([[keyOf(start), [start]]])
  const found: FoundPath[] = []
  let stuck: Search['stuck']
  for (let count = 0; open.length > 0 && count < labelsMost; count += 1) {
    const label = takeFirst(open)
    const attempt = read(label.cadre, goal, { from: label.ready, until })
    for (const opening of attempt.openings) found.push(pathOf(label, goal, opening))
    if (attempt.openings.length === 0 && (!stuck || isFurther(label.cadre, stuck.cadre)))
      stuck = { cadre: label.cadre, on: label.ready, barring: attempt.barring }
    if (label.taken.length + 1 >= movesMost) continue
    for (const next of successors(label, question, kindsAt, read)) {
      if (found.some((path) => beatsAnythingAfter(path, next))) continue
      const rivals = kept.get(keyOf(next)) ?? []
      if (rivals.some((one) => isAsGood(one, next))) continue
      kept.set(keyOf(next), [...rivals.filter((one) => !isAsGood(next, one)), next])
      open.push(next)
    }
  }
  const paths = found.filter((one, place) => !found.some((other, at) => at !== place && beats(other, one, at < place)))
  return { paths, stuck: paths.length > 0 ? undefined : stuck }
}

function takeFirst(open: Label[]): Label {
  let best = 0
  for (let place = 1; place < open.length; place += 1)
    if ((open[place]?.ready ?? 0) < (open[best]?.ready ?? 0)) best = place
  return open.splice(best, 1)[0] as Label
}

const keyOf = ({ cadre: { level, grade }, here, taken }: Label): string =>
  `${level} ${grade} ${here} ${taken.some(({ way }) => way === 'secondment')}`

const isFurther = (one: CadreFacts, other: CadreFacts): boolean =>
  postRank(one.level ?? 'none') > postRank(other.level ?? 'none')

const covers = (one: ReadonlySet<PathExposure>, other: ReadonlySet<PathExposure>): boolean =>
  [...other].every((exposure) => one.has(exposure))

const isAsGood = (one: Label, other: Label): boolean =>
  one.ready <= other.ready &&
  one.arrived <= other.arrived &&
  one.taken.length <= other.taken.length &&
  one.doubt <= other.doubt &&
  (one.hasGrassroots || !other.hasGrassroots) &&
  covers(one.gained, other.gained)

/** A path found already is as good as whatever can come of a label that gains no more. */
const beatsAnythingAfter = (path: FoundPath, label: Label): boolean =>
  path.on <= label.ready &&
  path.taken.length <= label.taken.length + 1 &&
  doubtOf(path.verdict) <= label.doubt &&
  covers(path.gained, label.gained)

/** Better in something and worse in nothing; of equals the first stays. */
function beats(one: FoundPath, other: FoundPath, isFirst: boolean): boolean {
  const [a, b] = [doubtOf(one.verdict), doubtOf(other.verdict)]
  if (one.on > other.on || one.taken.length > other.taken.length || a > b || !covers(one.gained, other.gained))
    return false
  const isSame =
    one.on === other.on && one.taken.length === other.taken.length && a === b && one.gained.size === other.gained.size
  return !isSame || isFirst
}

function pathOf(label: Label, goal: SeatFacts, { on, verdict }: Opening): FoundPath {
  const { cadre: before, ready: from } = label
  return {
    taken: [...label.taken, { way: 'goal', kind: undefined, seat: goal, before, from, on, verdict }],
    on,
    verdict: doubtOf(verdict) > label.doubt ? verdict : verdictOf(label.doubt),
    gained: label.gained,
  }
}

function* successors(label: Label, question: PathQuestion, kindsAt: KindsAt, read: OpeningReader): Generator<Label> {
  const { cadre, ready: from } = label
  const { goal, until, wanted } = question
  const own = postRank(cadre.level ?? 'none')
  const levels = postLadder.slice(label.here > 0 ? own + 1 : Math.max(1, own), postRank(goal.level))
  const kinds = [...levels, ...(own === postRank(goal.level) && label.here === 0 ? [goal.level] : [])].flatMap(kindsAt)
  for (const alike of Map.groupBy(
    kinds.filter((kind) => isOfUse(kind, wanted)),
    ({ seat }) => seat,
  ).values()) {
    const [first] = alike
    const openings = first ? read(cadre, first.seat, { from, until }).openings : []
    for (const opening of openings) for (const kind of alike) yield after(label, kind, opening, wanted)
  }
  const frontLine =
    label.here > 0 ? undefined : kindsAt(cadre.level ?? 'none').find(({ exposure }) => exposure === 'grassroots')
  if (frontLine && !label.taken.some(({ way }) => way === 'secondment')) yield sent(label, frontLine, question)
  // A grade that stands for a higher level lets the next level be passed over.
  const grade = own + 1 < postRank(goal.level) ? gradeAbove(cadre) : undefined
  const level = grade === undefined ? undefined : (question.gradeLevels[grade] as PostLevel | undefined)
  if (grade === undefined || level === undefined || postRank(level) > postRank(goal.level)) return
  if (postRank(level) <= postRank(cadre.standing ?? 'none')) return
  const seat = gradeSeat(undefined, grade)
  for (const opening of read(cadre, seat, { from, until }).openings)
    yield raised(label, { grade, level, seat }, opening)
}

const gradeAbove = ({ grade }: CadreFacts): string | undefined =>
  grade === undefined ? undefined : gradeLadder[gradeRank(grade) + 1]

/** Plain seats, those that make up grassroots years, and those that give what the person lacks. */
const isOfUse = ({ exposure, grassroots }: PostingKind, wanted: readonly PathExposure[]): boolean =>
  exposure === undefined || grassroots || wanted.includes(exposure)

function after(label: Label, kind: PostingKind, { on, verdict }: Opening, wanted: readonly PathExposure[]): Label {
  const { cadre: before, ready: from } = label
  const isHigher = kind.level !== before.level
  return {
    cadre: posted(before, { ...kind, label: fill(labelOfKind(kind.exposure), { level: kind.seat.title }) }, on),
    ready: on,
    arrived: isHigher ? on : label.arrived,
    taken: [...label.taken, { way: 'post', kind, seat: kind.seat, before, from, on, verdict }],
    doubt: Math.max(label.doubt, doubtOf(verdict)),
    gained: gaining(label.gained, kind.exposure, wanted),
    hasGrassroots: label.hasGrassroots || kind.grassroots,
    here: isHigher ? 0 : label.here + 1,
  }
}

/** At the next grade; the post goes on. */
function raised(
  label: Label,
  to: { readonly grade: string; readonly level: PostLevel; readonly seat: SeatFacts },
  { on, verdict }: Opening,
): Label {
  const { cadre: before, ready: from } = label
  return {
    ...label,
    cadre: graded(before, to, on),
    ready: on,
    taken: [...label.taken, { way: 'grade', kind: undefined, seat: to.seat, before, from, on, verdict }],
    doubt: Math.max(label.doubt, doubtOf(verdict)),
  }
}

/** On secondment to the grassroots; the present post goes on, so that no rule of appointment is asked. */
function sent(label: Label, kind: PostingKind, { wanted, secondmentMonths }: PathQuestion): Label {
  const { cadre: before, ready: on } = label
  const name = fill(labelOfKind('grassroots'), { level: kind.seat.title })
  return {
    ...label,
    cadre: seconded(before, { label: name, grassroots: true }, on, secondmentMonths),
    ready: addMonths(on, secondmentMonths),
    taken: [...label.taken, { way: 'secondment', kind, seat: kind.seat, before, from: on, on, verdict: 'met' }],
    gained: gaining(label.gained, 'grassroots', wanted),
    hasGrassroots: true,
    here: label.here + 1,
  }
}

const gaining = (
  gained: ReadonlySet<PathExposure>,
  exposure: PathExposure | undefined,
  wanted: readonly PathExposure[],
): ReadonlySet<PathExposure> =>
  exposure === undefined || !wanted.includes(exposure) || gained.has(exposure) ? gained : new Set([...gained, exposure])
