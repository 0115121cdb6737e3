/** A draft becomes facts, in one transaction or not at all; and goes back again as one step. */
import type { QueryExecutorProvider } from 'kysely'
import type { ArrivingPerson } from '#domain/arrivals.ts'
import type { AppliedCounts, FactChange } from '#domain/import.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import type { TableName } from '#domain/tables.ts'
import {
  applyChanges,
  type ImportRecord,
  lockImports,
  markApplied,
  readAddedSince,
  readArrivals,
  readImports,
  readMoved,
  readNamesakes,
  readSteps,
  storeForm,
  takeBack,
} from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import type { SeatBook } from './difference/seats.ts'
import { readGround } from './ground.ts'
import { plainName } from './matching/listings.ts'
import {
  addedMeanwhile,
  cannotGoBack,
  changedMeanwhile,
  faulty,
  movedSince,
  noSuchImport,
  originOf,
  unchosen,
  withoutAuthority,
  wrongState,
} from './refusals.ts'
import { type Origin, seatClashes } from './seat-clashes.ts'
import { type Waiting, type Walked, type WalkOptions, walk } from './walk.ts'

/** Everything an import would do, and why it may not. */
export interface Plan {
  readonly walked: readonly Walked[]
  /** One a row: what several files do to it is one change. */
  readonly changes: readonly FactChange[]
  readonly problems: readonly Problem[]
  /** The arrivals that the problems are of. */
  readonly refused: ReadonlySet<number>
}

export async function planImport(
  waiting: readonly Waiting[],
  database: QueryExecutorProvider,
  options: WalkOptions,
): Promise<Plan> {
  const ground = await readGround(database)
  const walked: Walked[] = []
  let book: SeatBook = ground.book
  await walk(waiting, ground, database, options, (one, { book: whole }) => {
    walked.push(one)
    book = whole
  })
  const changes = folded(walked.flatMap((one) => one.changes))
  const origins = new Map(walked.map((one) => [one.arrival.number, originOf(one)]))
  const clashes = seatClashes(changes, ground.facts.holdings, book, (number) => origins.get(number) ?? nowhere)
  const found = walked.flatMap((one) => {
    const problem = problemOf(one)
    return problem ? [{ number: one.arrival.number, problem }] : []
  })
  const all = [...found, ...clashes]
  return {
    walked,
    changes,
    problems: all.map(({ problem }) => problem),
    refused: new Set(all.map(({ number }) => number)),
  }
}

const nowhere: Origin = { name: '', file: '' }

function problemOf(walked: Walked): Problem | undefined {
  if (walked.standing === 'choose') return unchosen(walked)
  if (walked.standing === 'refused') return faulty(walked)
  const lacksUnit = walked.isNew && walked.arrival.subject === 'person' && !walked.authority
  return lacksUnit ? withoutAuthority(walked) : undefined
}

/** Changes of changes as one: a row added by one file and completed by the next is added once. */
function folded(changes: readonly FactChange[]): readonly FactChange[] {
  const whole: FactChange[] = []
  const places = new Map<object, number>()
  for (const change of changes) {
    const place = change.before && places.get(change.before)
    const earlier = place === undefined ? undefined : whole[place]
    const one: FactChange = earlier
      ? { table: change.table, number: earlier.number, before: earlier.before, after: change.after }
      : change
    const at = place ?? whole.length
    whole[at] = one
    if (one.after) places.set(one.after, at)
  }
  return whole.filter(({ before, after }) => before !== undefined || after !== undefined)
}

/**
 * Applies a draft as it was seen at a version.
 * @throws ProblemError with every reason: somebody unchosen, a seat held twice, the record changed since …
 */
export async function applyImport(
  records: Records,
  importId: string,
  version: number,
  actor: string,
): Promise<AppliedCounts> {
  const entry = { actor, action: 'import.apply', subject: importId }
  return records.commit(entry, async (transaction) => {
    await lockImports(transaction)
    const found = await importOf(transaction, importId)
    if (found.state !== 'draft') throw wrongState(found.state)
    if (found.version !== version) throw changedMeanwhile()
    return applyDraft(transaction, found, actor)
  })
}

/** The same inside a transaction that holds the lock of imports. */
export async function applyDraft(
  transaction: QueryExecutorProvider,
  { importId, choices, authorityUnitId }: ImportRecord,
  actor: string,
): Promise<AppliedCounts> {
  const arrivals = await readArrivals(transaction, importId, { photos: true })
  const options: WalkOptions = { all: choices, authorityUnitId: authorityUnitId ?? undefined }
  const { walked, changes, problems } = await planImport(arrivals, transaction, options)
  const bases = new Map(arrivals.map(({ number, basis }) => [number, basis]))
  const moved = walked.filter((one) => one.standing !== 'left-out' && one.basis !== bases.get(one.arrival.number))
  const reasons = [...moved, ...(await withNewNamesakes(transaction, walked))].map(movedSince)
  if (reasons.length + problems.length > 0) throw new ProblemError(...reasons, ...problems)
  await applyChanges(transaction, importId, changes)
  for (const { arrival, targetId } of walked) {
    const { form } = arrival.arrival as ArrivingPerson
    if (form && targetId !== undefined)
      await storeForm(transaction, { cadreId: targetId, form, source: arrival.file, actor, importId })
  }
  const counts = countsOf(walked, changes)
  await markApplied(transaction, importId, actor, counts)
  return counts
}

/** Who was new when the match was made, and by now may be somebody recorded since. */
async function withNewNamesakes(transaction: QueryExecutorProvider, walked: readonly Walked[]): Promise<Walked[]> {
  const people = walked.filter(({ isNew, arrival }) => isNew && arrival.subject === 'person')
  const names = people.map(({ arrival }) => plainName(arrival.name))
  const numberOf = ({ arrival }: Walked): string | undefined => (arrival.arrival as ArrivingPerson).cadre.citizen_id
  const found = await readNamesakes(
    transaction,
    names,
    people.flatMap((one) => numberOf(one) ?? []),
  )
  const byName = Map.groupBy(found, ({ name }) => plainName(name))
  const byNumber = Map.groupBy(found, ({ citizenId }) => citizenId)
  return people.filter((one) => {
    const known = new Set(one.arrival.match.namesakes)
    const like = [...(byName.get(plainName(one.arrival.name)) ?? []), ...(byNumber.get(numberOf(one) ?? '') ?? [])]
    return like.some(({ cadreId }) => !known.has(cadreId))
  })
}

function countsOf(walked: readonly Walked[], changes: readonly FactChange[]): AppliedCounts {
  const tally = (subject: 'person' | 'unit') => {
    const own = walked.filter(({ arrival }) => arrival.subject === subject)
    const left = own.filter(({ standing }) => standing === 'left-out')
    const fresh = own.filter(({ isNew }) => isNew)
    const changed = own.filter((one) => !one.isNew && one.changes.length > 0)
    const same = own.length - left.length - fresh.length - changed.length
    return { new: fresh.length, changed: changed.length, same, leftOut: left.length }
  }
  const rows: Partial<Record<TableName, { inserted: number; changed: number; deleted: number }>> = {}
  for (const { table, before, after } of changes) {
    rows[table] ??= { inserted: 0, changed: 0, deleted: 0 }
    const kind = before && after ? 'changed' : after ? 'inserted' : 'deleted'
    rows[table][kind] += 1
  }
  return { people: tally('person'), units: tally('unit'), rows }
}

/**
 * Takes an applied import back: every row as it was, or nothing at all.
 * @throws ProblemError `import-overtaken` for every fact that has been changed since, with whose it is and by whom
 */
export async function undoImport(records: Records, importId: string, actor: string): Promise<void> {
  await records.commit({ actor, action: 'import.undo', subject: importId }, async (transaction) => {
    await lockImports(transaction)
    const { state } = await importOf(transaction, importId)
    if (state !== 'applied') throw wrongState(state)
    const problems = await undoObstacles(transaction, importId)
    if (problems.length > 0) throw new ProblemError(...problems)
    await takeBack(transaction, importId, await readSteps(transaction, importId), actor)
  })
}

/** Facts that have been changed, and rows that have been added, since an applied import: it cannot be taken back over them. */
export async function undoObstacles(database: QueryExecutorProvider, importId: string): Promise<readonly Problem[]> {
  const steps = await readSteps(database, importId)
  const moved = await readMoved(database, steps)
  const brought = new Map(
    steps.flatMap(({ table, number, before, after }) =>
      table === 'cadres' && !before && after ? [[String(after.cadre_id), number] as const] : [],
    ),
  )
  const added = await readAddedSince(database, [...brought.keys()], importId)
  const numberOf = (cadreId: string): number => brought.get(cadreId) ?? 0
  const touched = [...moved.map(({ number }) => number), ...added.map(({ cadreId }) => numberOf(cadreId))]
  if (touched.length === 0) return []
  const origins = await originsOf(database, importId, touched)
  const origin = (number: number): Origin => origins.get(number) ?? nowhere
  return [
    ...moved.map((one) => cannotGoBack(one, origin(one.number))),
    ...added.map((one) => addedMeanwhile(one, origin(numberOf(one.cadreId)))),
  ]
}

async function originsOf(
  database: QueryExecutorProvider,
  importId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Origin>> {
  const arrivals = await readArrivals(database, importId, { numbers })
  return new Map(
    arrivals.map(({ number, name, file, arrival: { place } }) => [
      number,
      { name, file, ...(place.row !== undefined && { row: place.row }) },
    ]),
  )
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export async function importOf(database: QueryExecutorProvider, importId: string): Promise<ImportRecord> {
  const [found] = uuid.test(importId) ? await readImports(database, importId) : []
  if (!found) throw noSuchImport(importId)
  return found
}
