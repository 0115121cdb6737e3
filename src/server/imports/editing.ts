/** What officers choose of a draft; each edit moves its version on, so that two of them do not strike each other. */
import type { QueryExecutorProvider } from 'kysely'
import type { Choices, Decision, ImportState } from '#domain/import.ts'
import {
  type ImportRecord,
  lockImports,
  readArrivals,
  readDecisions,
  saveArrivals,
  setArrivals,
  setImport,
} from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { importOf } from './apply.ts'
import { readGround } from './ground.ts'
import { arrivalOf, decisionOf, matchArrivals, readFacts, standArrivals } from './prepare.ts'
import { changedMeanwhile, wrongState } from './refusals.ts'
import { type Waiting, type Walked, type WalkOptions, walk } from './walk.ts'

/** Who edits which draft, as it was seen at a version. */
export interface Edit {
  readonly importId: string
  readonly version: number
  readonly actor: string
}

type Work = (transaction: QueryExecutorProvider, found: ImportRecord) => Promise<void>

async function editing(
  records: Records,
  { importId, version, actor }: Edit,
  verb: string,
  work: Work,
  states: readonly ImportState[] = ['draft'],
): Promise<void> {
  await records.commit({ actor, action: `import.${verb}`, subject: importId }, async (transaction) => {
    await lockImports(transaction)
    const found = await importOf(transaction, importId)
    if (!states.includes(found.state)) throw wrongState(found.state)
    if (found.version !== version) throw changedMeanwhile()
    await work(transaction, found)
  })
}

/** Says who some of the arriving people are. */
export const decide = (
  records: Records,
  edit: Edit,
  decisions: ReadonlyMap<number, Decision | undefined>,
): Promise<void> =>
  editing(records, edit, 'decide', async (transaction, found) => {
    const before = await readDecisions(transaction, edit.importId)
    const after = before.map(({ number, decision }) => ({
      number,
      decision: decisions.has(number) ? decisions.get(number) : (decision ?? undefined),
    }))
    const touched = new Set([...related(before, decisions.keys()), ...related(after, decisions.keys())])
    await restand(transaction, found, [...touched], (one) =>
      decisions.has(one.number) ? { ...one, decision: decisions.get(one.number) } : one,
    )
    await setImport(transaction, edit.importId, {})
  })

/** Takes or leaves values of one person; null goes back to what is usual. */
export const choose = (
  records: Records,
  edit: Edit,
  number: number,
  choices: Readonly<Record<string, 'file' | 'record' | null>>,
): Promise<void> =>
  editing(records, edit, 'choose', async (transaction, found) => {
    const decisions = await readDecisions(transaction, edit.importId)
    await restand(transaction, found, related(decisions, [number]), (one) =>
      one.number === number ? { ...one, choices: amended(one.choices, choices) } : one,
    )
    await setImport(transaction, edit.importId, {})
  })

/** Takes or leaves a field for everybody of the import: `cadres/party`, `tenures/each/to`. */
export const chooseForAll = (
  records: Records,
  edit: Edit,
  choices: Readonly<Record<string, 'file' | 'record' | null>>,
): Promise<void> =>
  editing(records, edit, 'choose', (transaction, found) =>
    setImport(transaction, edit.importId, { choices: amended(found.choices, choices) }),
  )

export const setAuthority = (records: Records, edit: Edit, authorityUnitId: string | null): Promise<void> =>
  editing(records, edit, 'choose', (transaction) => setImport(transaction, edit.importId, { authorityUnitId }))

/** Throws a draft away with everybody in it; that it was there stays. */
export const discard = (records: Records, edit: Edit): Promise<void> =>
  editing(
    records,
    edit,
    'discard',
    async (transaction) => {
      await saveArrivals(transaction, edit.importId, [])
      await setImport(transaction, edit.importId, { state: 'discarded' })
    },
    ['draft', 'reading', 'failed'],
  )

/** Compares everybody anew with the records as they are; what people have chosen stays where it still can. */
export async function compareAnew(records: Records, edit: Edit): Promise<void> {
  await editing(records, edit, 'compare', async (transaction, found) => {
    const arrivals = await readArrivals(transaction, edit.importId)
    const { ground, listed } = await readFacts(transaction)
    const people = arrivals.flatMap(({ arrival }) => ('cadre' in arrival ? [arrival] : []))
    const units = arrivals.flatMap(({ arrival }) => ('code' in arrival ? [arrival] : []))
    const matched = matchArrivals({ people, units }, ground, listed).map((fresh, at): Waiting => {
      const old = arrivals[at]
      const isUsual = old && JSON.stringify(old.decision) === JSON.stringify(decisionOf(old.match))
      return old ? { ...fresh, choices: old.choices, decision: isUsual ? fresh.decision : old.decision } : fresh
    })
    await setArrivals(transaction, edit.importId, await standArrivals(matched, ground, transaction, optionsOf(found)))
    await setImport(transaction, edit.importId, {})
  })
}

export const optionsOf = ({ choices, authorityUnitId }: ImportRecord): WalkOptions => ({
  all: choices,
  authorityUnitId: authorityUnitId ?? undefined,
})

function amended(choices: Choices, more: Readonly<Record<string, 'file' | 'record' | null>>): Choices {
  const all = Object.entries({ ...choices, ...more })
  return Object.fromEntries(all.flatMap(([path, value]) => (value === null ? [] : [[path, value]])))
}

type Decided = readonly { readonly number: number; readonly decision?: Decision | null | undefined }[]

/** The numbers that mean the same people as some others: what is chosen of one moves the difference of the next. */
export function related(decided: Decided, numbers: Iterable<number>): readonly number[] {
  const roots = new Map<number, string>()
  for (const { number, decision } of decided) {
    const above = decision?.kind === 'same-as' ? roots.get(decision.number) : undefined
    roots.set(number, decision?.kind === 'known' ? decision.id : (above ?? `#${number}`))
  }
  const wanted = new Set([...numbers].map((number) => roots.get(number)))
  return decided.flatMap(({ number }) => (wanted.has(roots.get(number)) ? [number] : []))
}

async function restand(
  transaction: QueryExecutorProvider,
  found: ImportRecord,
  numbers: readonly number[],
  edit: (one: Waiting) => Waiting,
): Promise<void> {
  const arrivals = await readArrivals(transaction, found.importId, { numbers })
  const stood: ReturnType<typeof arrivalOf>[] = []
  const bases = new Map(arrivals.map(({ number, basis }) => [number, basis]))
  const decisions = new Map(arrivals.map(({ number, decision }) => [number, JSON.stringify(decision)]))
  await walk(arrivals.map(edit), await readGround(transaction), transaction, optionsOf(found), (walked) => {
    const { number, decision } = walked.arrival
    // The digest stays that of the facts that were looked at, unless the person is another now.
    const isSame = decisions.get(number) === JSON.stringify(decision)
    stood.push({ ...arrivalOf(walked), basis: isSame ? bases.get(number) : walked.basis })
  })
  await setArrivals(transaction, found.importId, stood)
}

/** One arrival laid beside the record as it stands, after those before it that mean the same person. */
export async function lookAt(
  database: QueryExecutorProvider,
  found: ImportRecord,
  number: number,
): Promise<Walked | undefined> {
  const decisions = await readDecisions(database, found.importId)
  const numbers = related(decisions, [number]).filter((one) => one <= number)
  const arrivals = await readArrivals(database, found.importId, { numbers })
  let seen: Walked | undefined
  await walk(arrivals, await readGround(database), database, optionsOf(found), (walked) => {
    seen = walked
  })
  return seen
}
