/** One person as the record had it: what was true on a day, as far as it was known at a moment. */
import { formatDate, parseDate } from '#domain/calendar.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { explain, factsFor, type RuleBook } from '#policy/index.ts'
import {
  type CadreResults,
  countIndistinguishable,
  type Edition,
  readCadreFacts,
  readCadreResults,
  readGroups,
  readHasPhoto,
  readPersonSnapshot,
  readRunAt,
  readSeatWords,
  readStatementTally,
  rosterLineOf,
} from '#records/queries/index.ts'
import type { DossierThen, FindingShape } from '../contract/index.ts'
import type { Desk } from '../http/desk.ts'
import { presentDossier } from '../presenters/dossier.ts'
import { presentFinding } from '../presenters/evidence.ts'
import { endOfDay } from './office-day.ts'

export interface ThenAsked {
  readonly asOf?: string | undefined
  /** A day, of which the end counts, or an instant. */
  readonly knownAt?: string | undefined
  readonly seat?: string | undefined
}

const nothing: CadreResults = { estimates: [], findings: [], rotation: [], needs: [], vacancies: [] }

/** Reads the rows of one person alone, so that a clock can be dragged however many people are on record. */
export async function dossierThenOf(
  { records, law }: Pick<Desk, 'records' | 'law'>,
  edition: Edition,
  cadreId: string,
  asked: ThenAsked,
): Promise<DossierThen> {
  const { database } = records
  const asOf = parseDate(asked.asOf ?? '') ?? edition.asOf
  const knownAt = momentOf(asked.knownAt) ?? new Date()
  const [run, { vacancies }] = await Promise.all([
    asked.knownAt === undefined ? edition : readRunAt(database, knownAt),
    readCadreResults(database, edition.runId, cadreId),
  ])
  const seats = await seatsFor(database, vacancies, asked.seat)
  const [seat] = seats.filter(({ positionId }) => asked.seat === undefined || positionId === asked.seat)
  const positionIds = seat ? [seat.positionId] : []
  const [facts, snapshot, statements, hasPhoto, book, measured] = await Promise.all([
    readCadreFacts(database, cadreId, asOf, knownAt),
    readPersonSnapshot(database, { cadreId, positionIds, asOf, knownAt }),
    readStatementTally(database, cadreId, asOf, knownAt),
    readHasPhoto(database, cadreId),
    bookThen({ records, law }, asked.knownAt === undefined ? undefined : knownAt),
    run ? measuredIn(database, run.runId, edition.runId, cadreId) : undefined,
  ])
  const row = rosterLineOf(snapshot, cadreId)
  const results = measured ?? { results: nothing, groups: [], indistinguishable: new Map<string, number>() }
  return {
    asOf: formatDate(asOf),
    knownAt: knownAt.toISOString(),
    dossier: facts && row ? presentDossier({ asOf, row, hasPhoto, facts, statements, ...results }) : null,
    estimatesOf: run ? { asOf: formatDate(run.asOf), madeAt: run.madeAt.toISOString() } : null,
    seat: seat ?? null,
    seats,
    findings: seat && row ? findingsOf(snapshot, book, cadreId, seat.positionId) : [],
  }
}

function momentOf(known: string | undefined): Date | undefined {
  if (known === undefined) return undefined
  const day = known.length === 10 ? parseDate(known) : undefined
  return day === undefined ? new Date(known) : endOfDay(day)
}

type Reading = Desk['records']['database']

/** The vacancies compared, and the seat asked for where it is none of them. */
async function seatsFor(
  database: Reading,
  vacancies: CadreResults['vacancies'],
  asked: string | undefined,
): Promise<DossierThen['seats']> {
  const seats = vacancies.map(({ positionId, unitName, title }) => ({ positionId, unitName, title }))
  if (asked === undefined || seats.some(({ positionId }) => positionId === asked)) return seats
  const words = (await readSeatWords(database, [asked])).get(asked)
  return words ? [{ positionId: asked, unitName: words.unit_name, title: words.title }, ...seats] : seats
}

/** Groups are kept of the present analysis alone. */
async function measuredIn(database: Reading, runId: string, presentRun: string, cadreId: string) {
  const results = await readCadreResults(database, runId, cadreId)
  if (runId !== presentRun) return { results, groups: [], indistinguishable: new Map<string, number>() }
  const [groups, indistinguishable] = await Promise.all([
    readGroups(database, results.estimates),
    countIndistinguishable(database, runId, cadreId, halfWidth90),
  ])
  return { results, groups, indistinguishable }
}

/** The rules with what the place had adopted by a moment. */
async function bookThen({ records, law }: Pick<Desk, 'records' | 'law'>, knownAt: Date | undefined): Promise<RuleBook> {
  const { book, overlay } = await law.rules()
  if (knownAt === undefined) return book
  const then = await records.readLocalRules(knownAt)
  return JSON.stringify(then) === JSON.stringify(overlay) ? book : law.national.with(then, { settled: true })
}

function findingsOf(snapshot: Snapshot, book: RuleBook, cadreId: string, positionId: string): FindingShape[] {
  const facts = factsFor(snapshot, book)
  const cadre = facts.cadreIndex(cadreId)
  const seat = facts.seatIndex(positionId)
  if (cadre === undefined || seat === undefined) return []
  const rules = book.inForce('appointment', snapshot.asOf)
  return explain(rules, facts, facts.cadre(cadre), facts.seat(seat)).map(presentFinding)
}
