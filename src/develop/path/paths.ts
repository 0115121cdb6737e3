/** 成长路径: the lawful sequences of postings from where somebody stands to a goal seat. */
import { addDays, addMonths, ageOn, type DateCode, earliest, isMonthOnly, latest, type Span } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { countsAs, type Finding, type Verdict } from '#domain/finding.ts'
import { labelOf, type Move, type PostLevel, postLadder, postRank } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import {
  type CadreFacts,
  expectingResults,
  type Facts,
  mayBeConsidered,
  moveOf,
  type RuleBook,
  retirementCalendar,
  type SeatFacts,
} from '#policy/index.ts'
import { monthsOfExposure } from '../posting/career-exposure.ts'
import { type OpeningReader, openingReader } from './earliest.ts'
import { type KindsAt, kindsOfPosting, labelOfKind, type PathExposure, pathExposures } from './posting-kind.ts'
import { type FoundPath, type PathQuestion, searchPaths, type Taken } from './search.ts'
import { pathSettings } from './settings.ts'
import { type Uncertainty, uncertaintiesOf } from './uncertainty.ts'

/** What paths are found from. */
export interface PathGround {
  readonly facts: Facts
  readonly book: RuleBook
}

export interface PathStep {
  readonly way: Taken['way']
  readonly label: Text
  readonly exposure: PathExposure | undefined
  /** The day from which it was looked at, and the first day on which it may begin. */
  readonly from: DateCode
  readonly on: DateCode
  /** The same as `on`, to the month where the record knows no day. */
  readonly about: DateCode
  readonly verdict: Verdict
  /** What had to turn before: as it stood at `from`. */
  readonly waits: readonly Finding[]
  /** What is left to people, or unknown, on the day. */
  readonly open: readonly Finding[]
  readonly age: Span | undefined
  /** Seats of this kind that the place has, and how many nobody holds today; undefined for grades and the goal. */
  readonly seats: number | undefined
  readonly vacant: number | undefined
  /** What the rules are asked about: the career supposed by then, and the seat that stands for the step. */
  readonly supposed: CadreFacts
  readonly seat: SeatFacts
}

export interface CareerPath {
  readonly steps: readonly PathStep[]
  /** When the goal may be reached. */
  readonly on: DateCode
  readonly about: DateCode
  /** The least sure on the way. */
  readonly verdict: Verdict
  /** What the person lacks and gains on the way. */
  readonly gained: readonly PathExposure[]
  readonly uncertain: readonly Uncertainty[]
}

export interface PathAnswer {
  readonly cadreId: string
  /** Empty where any seat of the level is the goal. */
  readonly positionId: string
  readonly level: PostLevel
  readonly move: Move | undefined
  /** None beaten by another in day, number of moves, sureness and exposure; the earliest first. */
  readonly paths: readonly CareerPath[]
  /** The last day looked at, and whether it is that of retirement. */
  readonly limit: { readonly on: DateCode; readonly isRetirement: boolean }
  /** Where there is no path: the day on which one would reach the goal, were it not for retirement. */
  readonly tooLate: DateCode | undefined
  /** Where there is no path: what stands in the way, for the career at the level reached. */
  readonly barred: readonly Finding[]
  readonly stuckAt: { readonly level: PostLevel | undefined; readonly on: DateCode } | undefined
}

export interface PathReader {
  /** Paths to a seat; undefined where there is no such person in service, or no such seat. */
  (cadreId: string, positionId: string): PathAnswer | undefined
  /** Paths to any seat of the next level that the place has; undefined for whoever has none above. */
  readonly toNextLevel: (cadreId: string) => PathAnswer | undefined
  readonly ground: PathGround
}

const readers = new WeakMap<Facts, PathReader>()

/**
 * Finds paths; what all questions share is made once for the facts.
 * @example pathReader({ facts, book })('C000007', 'P000001')?.paths[0]?.about // 20260600
 */
export function pathReader(ground: PathGround): PathReader {
  const { facts, book } = ground
  const known = readers.get(facts)
  if (known?.ground.book === book) return known
  const { asOf } = facts.snapshot
  const settings = pathSettings(book, asOf)
  const last = addMonths(asOf, settings.pathMonths)
  const people = expectingResults(facts, last)
  const tools: Tools = { ground, openings: openingReader(facts, book), kindsAt: kindsOfPosting(facts, book) }
  const serving = (cadreId: string): CadreFacts | undefined => {
    const row = facts.cadreIndex(cadreId)
    return row === undefined || facts.cadre(row).hasLeft ? undefined : people.cadre(row)
  }
  const answer = (cadre: CadreFacts, seat: SeatFacts): PathAnswer => {
    const retires = retirementOf(ground, cadre.index)
    const isRetirement = retires !== undefined && retires < last
    const question: PathQuestion = {
      cadre,
      goal: freed(seat),
      from: asOf,
      until: isRetirement ? retires : last,
      wanted: lackedBy(facts, cadre.index),
      movesMost: settings.movesMost,
      secondmentMonths: settings.secondmentMonths,
      gradeLevels: book.gradeLevels(asOf),
    }
    return answered(tools, question, { seat, last, isRetirement, pathsMost: settings.pathsMost })
  }
  const made: PathReader = Object.assign(
    (cadreId: string, positionId: string) => {
      const [cadre, row] = [serving(cadreId), facts.seatIndex(positionId)]
      return cadre && row !== undefined ? answer(cadre, facts.seat(row)) : undefined
    },
    {
      ground,
      toNextLevel: (cadreId: string) => {
        const cadre = serving(cadreId)
        const above =
          cadre &&
          postLadder.slice(postRank(cadre.level ?? 'none') + 1).find((level) => tools.kindsAt(level).length > 0)
        const kind = above && tools.kindsAt(above)[0]
        return cadre && kind ? answer(cadre, kind.seat) : undefined
      },
    },
  )
  readers.set(facts, made)
  return made
}

interface Tools {
  readonly ground: PathGround
  readonly openings: OpeningReader
  readonly kindsAt: KindsAt
}

interface Goal {
  readonly seat: SeatFacts
  /** The last day looked at, were it not for retirement. */
  readonly last: DateCode
  readonly isRetirement: boolean
  readonly pathsMost: number
}

function answered(
  { ground, openings, kindsAt }: Tools,
  question: PathQuestion,
  { seat, last, isRetirement, pathsMost }: Goal,
): PathAnswer {
  const move = moveOf(question.cadre, seat)
  const base = {
    cadreId: question.cadre.id,
    positionId: seat.position,
    level: seat.level,
    move,
    limit: { on: question.until, isRetirement },
  }
  if (move === 'demotion') return { ...base, paths: [], tooLate: undefined, barred: [], stuckAt: undefined }
  const { paths, stuck } = searchPaths(question, kindsAt, openings)
  const later =
    paths.length > 0 || !isRetirement ? [] : searchPaths({ ...question, until: last }, kindsAt, openings).paths
  const why = stuck && later.length === 0 ? openings.findings(stuck.cadre, question.goal, stuck.on) : []
  return {
    ...base,
    paths: paths
      .toSorted(byDay)
      .slice(0, pathsMost)
      .map((path) => told(ground, openings, path, seat)),
    tooLate: later.toSorted(byDay)[0]?.on,
    barred: why.filter(isBarring),
    stuckAt: stuck && { level: stuck.cadre.level, on: stuck.on },
  }
}

/** The earliest first, then the fewest moves, then the surest. */
const byDay = (a: FoundPath, b: FoundPath): number => a.on - b.on || a.taken.length - b.taken.length

const isBarring = (finding: Finding): boolean => !mayBeConsidered(countsAs(finding))

/** The seat as it will be when its holder has left: who holds it, and who holds others of the team by then, is not known. */
const freed = (seat: SeatFacts): SeatFacts => ({ ...seat, quota: undefined, holders: () => [], peers: () => [] })

/** The last day of service; undefined where birth or sex is not recorded. */
function retirementOf({ facts, book }: PathGround, row: number): DateCode | undefined {
  const { snapshot } = facts
  const sex = textAt(snapshot.tables.cadres.columns.sex, row)
  const found = retirementCalendar(book, snapshot.asOf)?.({ bornOn: facts.cadre(row).bornOn, sex })
  return found && 'month' in found ? addDays(earliest(found.month), -1) : undefined
}

/** What a career has never been exposed to. */
function lackedBy(facts: Facts, row: number): readonly PathExposure[] {
  const months = monthsOfExposure(facts.cadre(row), facts.snapshot.asOf)
  return pathExposures.filter((one) => months[one] === 0)
}

function told(
  ground: PathGround,
  openings: OpeningReader,
  { taken, on, verdict, gained }: FoundPath,
  goal: SeatFacts,
): CareerPath {
  const steps = taken.map((one) => stepOf(ground, openings, one, goal))
  return {
    steps,
    on,
    about: steps.at(-1)?.about ?? on,
    verdict,
    gained: [...gained],
    uncertain: uncertaintiesOf(ground, steps, goal),
  }
}

function stepOf({ facts }: PathGround, openings: OpeningReader, one: Taken, goal: SeatFacts): PathStep {
  const { way, kind, seat, before, from, on, verdict } = one
  const asks = way !== 'secondment'
  const open = asks ? openings.findings(before, seat, on) : []
  const waits = asks && on > from ? openings.findings(before, seat, from).filter(isBarring) : []
  const month = waits.find(
    ({ turnsOn }) => turnsOn !== undefined && isMonthOnly(turnsOn) && latest(turnsOn) === on,
  )?.turnsOn
  const { bornOn } = before
  return {
    way,
    label: labelOfStep(one, goal),
    exposure: kind?.exposure,
    from,
    on,
    about: month ?? on,
    verdict,
    waits,
    open: open.filter(({ verdict: said }) => said !== 'met'),
    age: bornOn === undefined ? undefined : ageOn(bornOn, on),
    seats: kind?.seats,
    vacant: kind?.vacant,
    supposed: before,
    seat,
  }
}

function labelOfStep({ way, kind, seat }: Taken, goal: SeatFacts): Text {
  if (way === 'goal') return { zh: `${goal.unitName}${goal.title}`, en: `${goal.unitName} ${goal.title}` }
  if (way === 'grade') return labelOf('grade', seat.grade ?? '')
  const level = labelOf('postLevel', seat.level)
  const label = fill(labelOfKind(kind?.exposure), { level })
  return way === 'secondment'
    ? { zh: `到基层一线挂职（如第一书记）`, en: 'secondment to the front line, such as first secretary' }
    : label
}
