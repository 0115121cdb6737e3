import type { DateCode } from '#domain/calendar.ts'
import type { Certainty } from '#domain/estimate.ts'
import type {
  CadreEstimate,
  DevelopmentNeed,
  RecordConflict,
  RotationDuty,
  ShortlistEntry,
  WorkingPaper,
} from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { Text } from '#domain/text.ts'
import { type CadreFacts, factsFor, type RuleBook, retirementCalendar } from '#policy/index.ts'
import { directionLine } from './direction.ts'
import { type Exposure, exposureOf } from './exposure.ts'
import { pathLines } from './path.ts'
import { goalLine, roomLines } from './room.ts'
import { seatLines } from './seats.ts'
import { type SynthesisSettings, synthesisSettings } from './settings.ts'
import { type GroupStanding, groupStandings } from './standing.ts'
import { strengthLines } from './strengths.ts'

/** 发展方向、成长空间、培养目标、优势不足、适合岗位、锻炼路径 */
export const sheetOutputs = ['direction', 'room', 'goal', 'strengths', 'seats', 'path'] as const
export type SheetOutput = (typeof sheetOutputs)[number]

/** What a line rests on: an estimate by its measure, a row of the record, a rule, a place on a list. */
export interface Ground {
  readonly kind: 'estimate' | 'record' | 'rule' | 'list' | 'need'
  readonly id: string
  readonly says: Text
}

/** One line of the sheet: what is said, how surely, on what grounds. */
export interface SheetLine {
  readonly id: string
  readonly output: SheetOutput
  readonly says: Text
  readonly certainty: Certainty
  readonly grounds: readonly Ground[]
}

/** The working paper `synthesis` of a cadre. People add their judgement beside it; it decides nothing. */
export interface SynthesisPaper {
  readonly lines: readonly SheetLine[]
  readonly standings: readonly GroupStanding[]
}

/** What the analysis has found so far. */
export interface Known {
  readonly estimates: readonly CadreEstimate[]
  readonly shortlists: readonly ShortlistEntry[]
  readonly needs: readonly DevelopmentNeed[]
  readonly rotation: readonly RotationDuty[]
  readonly conflicts: readonly RecordConflict[]
}

/** Everything the lines of one cadre are drawn from. */
export interface Person {
  readonly asOf: DateCode
  readonly facts: CadreFacts
  readonly recordedTrack: string | undefined
  readonly reserve: boolean | undefined
  readonly exposure: Exposure
  /** The month of statutory retirement, where it can be told. */
  readonly retirement: DateCode | undefined
  readonly standings: ReadonlyMap<string, GroupStanding>
  readonly estimates: readonly CadreEstimate[]
  readonly listed: readonly ShortlistEntry[]
  readonly needs: readonly DevelopmentNeed[]
  readonly conflicts: readonly RecordConflict[]
  readonly settings: SynthesisSettings
  /** Unit and title of a seat. */
  readonly seatName: (positionId: string) => string
}

/**
 * The sheet of judgement (综合分析研判) of everybody in service: the six outputs of the mission, each line with its grounds
 * and how surely it holds. Nothing in it enters an estimate or a rule.
 *
 * @example synthesise(snapshot, book, { estimates, shortlists, needs, rotation, conflicts })
 */
export function synthesise(snapshot: Snapshot, book: RuleBook, known: Known): WorkingPaper[] {
  const facts = factsFor(snapshot, book)
  const settings = synthesisSettings(book, snapshot.asOf)
  const retirementOf = retirementCalendar(book, snapshot.asOf)
  const standing = groupStandings(known.estimates)
  const of = {
    estimates: Map.groupBy(known.estimates, ({ cadreId }) => cadreId),
    listed: Map.groupBy(known.shortlists, ({ cadreId }) => cadreId),
    needs: Map.groupBy(known.needs, ({ cadreId }) => cadreId),
    conflicts: Map.groupBy(known.conflicts, ({ cadreId }) => cadreId),
  }
  const { cadres } = snapshot.tables
  const seatName = (positionId: string): string => {
    const index = facts.seatIndex(positionId)
    const seat = index === undefined ? undefined : facts.seat(index)
    return seat ? `${seat.unitName}${seat.title}` : positionId
  }
  const papers: WorkingPaper[] = []
  for (let row = 0; row < cadres.length; row += 1) {
    const cadre = facts.cadre(row)
    if (cadre.hasLeft) continue
    const sex = cadres.columns.sex.values[cadres.columns.sex.codes[row] ?? -1]
    const retired = retirementOf?.({ bornOn: cadre.bornOn, sex })
    const person: Person = {
      asOf: snapshot.asOf,
      facts: cadre,
      recordedTrack: cadres.columns.track.values[cadres.columns.track.codes[row] ?? -1],
      reserve: cadres.columns.reserve.values[row] === -1 ? undefined : cadres.columns.reserve.values[row] === 1,
      exposure: exposureOf(cadre, snapshot.asOf),
      retirement: retired && 'month' in retired ? retired.month : undefined,
      standings: standing.get(cadre.id) ?? new Map(),
      estimates: of.estimates.get(cadre.id) ?? [],
      listed: of.listed.get(cadre.id) ?? [],
      needs: of.needs.get(cadre.id) ?? [],
      conflicts: of.conflicts.get(cadre.id) ?? [],
      settings,
      seatName,
    }
    const body: SynthesisPaper = { lines: linesOf(person), standings: [...person.standings.values()] }
    papers.push({ kind: 'synthesis', subject: cadre.id, body })
  }
  return papers
}

const linesOf = (person: Person): SheetLine[] => [
  directionLine(person),
  ...roomLines(person),
  goalLine(person),
  ...strengthLines(person),
  ...seatLines(person),
  ...pathLines(person),
]
