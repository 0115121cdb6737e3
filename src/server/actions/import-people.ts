/** Files of people, from a shell: forms, rosters, collection workbooks. What the pages do in steps, in one. */
import { createHash, randomUUID } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Arrivals, ArrivingPerson } from '#domain/arrivals.ts'
import type { AppliedCounts, FileFinding } from '#domain/import.ts'
import type { Problem } from '#domain/problem.ts'
import { fill } from '#domain/text.ts'
import { type PresentedPerson, presentPerson } from '#exchange/index.ts'
import {
  addImportFile,
  beginImport,
  lockImports,
  readEarlierImports,
  saveArrivals,
  setImport,
} from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { applyDraft, importOf, type Plan, planImport } from '../imports/apply.ts'
import { groundOf } from '../imports/ground.ts'
import { arrivalOf, type Facts, matchArrivals, readFacts } from '../imports/prepare.ts'
import { readGivenFiles } from '../imports/read-files.ts'
import { keptRecord } from '../imports/refusals.ts'
import type { Waiting } from '../imports/walk.ts'

export interface PeopleOptions {
  readonly actor: string
  /** Leave out whoever is refused or cannot be told for certain, instead of refusing everything. */
  readonly skip: boolean
  /** The managing unit of new people whose file tells none. */
  readonly authorityUnitId?: string
}

/** A person as the file tells them, and whom the records know them as. */
export type ImportedPerson = Omit<PresentedPerson, 'cadreId'> & { readonly cadreId: string | null }

export interface PeopleReading {
  readonly arrivals: Arrivals
  readonly problems: readonly Problem[]
  readonly notices: readonly Problem[]
}

export async function readPeople(paths: readonly string[]): Promise<PeopleReading> {
  const people: Arrivals['people'][number][] = []
  const units: Arrivals['units'][number][] = []
  const findings: FileFinding[] = []
  for await (const reading of readGivenFiles(paths.map((path) => ({ path, label: basename(path) })))) {
    for (const person of reading.people) people.push(person)
    units.push(...reading.units)
    findings.push(...reading.findings)
  }
  const of = (isNotice: boolean): Problem[] =>
    findings.flatMap(({ isNotice: is, ...problem }) => (is === isNotice ? [problem] : []))
  return { arrivals: { people, units }, problems: of(false), notices: of(true) }
}

const noRecords: Facts = { ground: groundOf({ units: [], seats: [], holdings: [], managedBy: {} }), listed: [] }

export interface PeoplePlan extends Plan {
  /** What stays as recorded though a file says otherwise. */
  readonly kept: readonly Problem[]
  readonly people: readonly ImportedPerson[]
  readonly waiting: readonly Waiting[]
}

/** What an import would do; without records, only who is in the files. */
export async function planPeople(
  { arrivals }: PeopleReading,
  records: Records | undefined,
  options: PeopleOptions,
): Promise<PeoplePlan> {
  const { ground, listed } = records ? await readFacts(records.database) : noRecords
  let waiting = matchArrivals(arrivals, ground, listed)
  const presented = (walked: Plan['walked']): ImportedPerson[] => {
    const ids = new Map(walked.map(({ arrival, targetId, isNew }) => [arrival.number, isNew ? undefined : targetId]))
    return waiting.flatMap(({ arrival, subject, number }) =>
      subject === 'person' ? [personAs(arrival as ArrivingPerson, ids.get(number) ?? null)] : [],
    )
  }
  const none = { walked: [], changes: [], problems: [], kept: [], refused: new Set<number>() }
  if (!records) return { ...none, waiting, people: presented([]) }
  const walk = { all: {}, authorityUnitId: options.authorityUnitId }
  let plan = await planImport(waiting, records.database, walk)
  const { walked } = plan
  const problems = [...plan.problems]
  // Whoever is left out may take others along: a second file of theirs, for one.
  while (options.skip && plan.refused.size > 0) {
    const { refused } = plan
    waiting = waiting.map((one) => (refused.has(one.number) ? { ...one, decision: { kind: 'left-out' } } : one))
    plan = await planImport(waiting, records.database, walk)
    problems.push(...plan.problems)
  }
  return { ...plan, problems, kept: keptIn(plan), waiting, people: presented(walked) }
}

const keptIn = ({ walked }: Plan): Problem[] => walked.flatMap((one) => keptRecord(one) ?? [])

const personAs = (person: ArrivingPerson, cadreId: string | null): ImportedPerson => ({
  ...presentPerson(person, cadreId ?? ''),
  cadreId,
})

/** Writes a plan into the records, draft and facts in one transaction; returns the id to take it back by. */
export async function applyPeople(
  paths: readonly string[],
  { walked }: PeoplePlan,
  records: Records,
  { actor, authorityUnitId }: PeopleOptions,
): Promise<{ readonly importId: string; readonly counts: AppliedCounts }> {
  const files = await Promise.all(paths.map(fingerprint))
  const importId = randomUUID()
  const counts = await records.commit({ actor, action: 'import.apply', subject: importId }, async (transaction) => {
    await lockImports(transaction)
    await beginImport(transaction, actor, importId)
    for (const file of files) await addImportFile(transaction, importId, file)
    await saveArrivals(transaction, importId, walked.map(arrivalOf))
    await setImport(transaction, importId, { state: 'draft', authorityUnitId: authorityUnitId ?? null })
    return applyDraft(transaction, await importOf(transaction, importId), actor)
  })
  return { importId, counts }
}

interface Fingerprint {
  readonly name: string
  readonly sha256: string
  readonly size: number
}

async function fingerprint(path: string): Promise<Fingerprint> {
  const found = await stat(path)
  const bytes = found.isDirectory() ? Buffer.from(path) : await readFile(path)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name: basename(path), sha256, size: found.isDirectory() ? 0 : found.size }
}

/** Says of a file that it has been imported before, when, and as what. */
export async function importedBefore(paths: readonly string[], records: Records): Promise<readonly Problem[]> {
  const files = await Promise.all(paths.map(fingerprint))
  const earlier = await readEarlierImports(
    records.database,
    files.map(({ sha256 }) => sha256),
  )
  return files.flatMap(({ name, sha256 }) => {
    const found = earlier.find((one) => one.sha256 === sha256)
    return found ? [repeated(name, found.importId, found.appliedAt)] : []
  })
}

const repeated = (file: string, importId: string, at: Date): Problem => ({
  code: 'imported-before',
  file,
  message: fill(
    {
      zh: '这个文件已在 {on} 导入过（编号 {id}）。',
      en: 'This file was imported on {on} (id {id}).',
    },
    { on: at.toISOString().slice(0, 10), id: importId },
  ),
  mend: { zh: '内容相同的不会再写入。', en: 'What is the same is not written again.' },
})
