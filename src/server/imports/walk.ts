/**
 * Through an import from its first arrival to its last: each laid beside what is recorded, as it would stand after those
 * before it, so that two files of one person add up instead of striking each other.
 */
import type { QueryExecutorProvider } from 'kysely'
import type { ArrivingPerson, ArrivingRow, ArrivingUnit } from '#domain/arrivals.ts'
import type { Choices, FactChange, PersonDifference, StandingPerson } from '#domain/import.ts'
import type { Text } from '#domain/text.ts'
import { type Arrival, type ArrivalStanding, readImportedIds, readStanding } from '#records/imports/index.ts'
import { takeIn } from './changes.ts'
import { chosenField, differenceOf, tallyOf } from './difference/difference.ts'
import { faultOf } from './difference/faults.ts'
import { compareFields } from './difference/fields.ts'
import { type Ground, groundOf } from './ground.ts'
import { basisOf, importedPrefix, newCadreId, newUnitId } from './identity.ts'
import { codeAbove } from './matching/match-units.ts'

export type Waiting = Pick<
  Arrival,
  'number' | 'subject' | 'name' | 'file' | 'arrival' | 'match' | 'decision' | 'choices'
>

export interface WalkOptions {
  /** Choices for everybody, and the managing unit of new people whose file tells none. */
  readonly all: Choices
  readonly authorityUnitId: string | undefined
}

/** What has become of one arrival. */
export interface Walked {
  readonly arrival: Waiting
  /** The recorded person or unit, or the id the new one gets; undefined while nobody has chosen. */
  readonly targetId: string | undefined
  readonly isNew: boolean
  /** As recorded and changed by earlier arrivals; undefined for somebody new. */
  readonly record: StandingPerson | undefined
  readonly difference: PersonDifference
  readonly changes: readonly FactChange[]
  readonly standing: ArrivalStanding
  readonly tally: Readonly<Record<string, number>>
  /** Digest of what is recorded, before anything of this import. */
  readonly basis: string | undefined
  /** Of a new person. */
  readonly authority: { readonly unitId: string; readonly reason: Text } | undefined
  /** Why nothing of it can be taken. */
  readonly fault: Text | undefined
}

const batchSize = 200
const nothing: PersonDifference = { fields: [], rows: [] }

/** Walks through arrivals in the order of their numbers; `visit` gets each in turn. */
export async function walk(
  arrivals: readonly Waiting[],
  ground: Ground,
  database: QueryExecutorProvider,
  options: WalkOptions,
  visit: (walked: Walked, ground: Ground) => void,
): Promise<void> {
  const taken = new Set(await readImportedIds(database, importedPrefix))
  const units = arrivals.filter(({ subject }) => subject === 'unit')
  const arrived = walkUnits(units, ground, options, taken, visit)
  const whole = arrived.length > 0 ? groundOf(ground.facts, arrived) : ground
  const people = arrivals.filter(({ subject }) => subject === 'person')
  const state: Persons = { evolving: new Map(), bases: new Map(), targets: new Map(), taken }
  for (let start = 0; start < people.length; start += batchSize) {
    const batch = people.slice(start, start + batchSize)
    const wanted = batch.flatMap(({ decision }) => (decision?.kind === 'known' ? [decision.id] : []))
    const missing = wanted.filter((cadreId) => !state.evolving.has(cadreId))
    for (const [cadreId, standing] of await readStanding(database, missing)) {
      state.evolving.set(cadreId, standing)
      state.bases.set(cadreId, basisOf(standing))
    }
    for (const person of batch) visit(walkPerson(person, whole, options, state), whole)
  }
}

interface Persons {
  readonly evolving: Map<string, StandingPerson>
  readonly bases: Map<string, string>
  /** By number: who it turned out to be. */
  readonly targets: Map<number, string>
  readonly taken: Set<string>
}

function walkPerson(waiting: Waiting, ground: Ground, options: WalkOptions, state: Persons): Walked {
  const person = waiting.arrival as ArrivingPerson
  const { decision, number, choices: own } = waiting
  const base = { arrival: waiting, difference: nothing, changes: [], record: undefined, basis: undefined, tally: {} }
  const open = { ...base, targetId: undefined, isNew: false, authority: undefined, fault: undefined }
  if (decision?.kind === 'left-out') return { ...open, standing: 'left-out' }
  const known =
    decision?.kind === 'known'
      ? decision.id
      : decision?.kind === 'same-as'
        ? state.targets.get(decision.number)
        : undefined
  if (decision === undefined || (decision.kind !== 'new' && known === undefined)) return { ...open, standing: 'choose' }
  if (known !== undefined && !state.evolving.has(known)) return { ...open, standing: 'choose' }

  const record = known === undefined ? undefined : state.evolving.get(known)
  const targetId = known ?? newCadreId(person.cadre, state.taken)
  const isNew = record === undefined
  const difference = differenceOf(person, record, ground.book)
  const fault = faultOf('cadres', { ...(isNew ? {} : { name: waiting.name }), ...person.cadre })
  const authority = isNew ? authorityOf(person, ground, options) : undefined
  const basis = state.bases.get(targetId)
  const tally = { ...tallyOf(difference), unmanaged: isNew && (!authority || authority.reason === forBatch) ? 1 : 0 }
  const told = { ...base, targetId, isNew, record, difference, authority, basis, tally }
  if (fault) return { ...told, fault, standing: 'refused' }
  const taking = { number, difference, own, all: options.all }
  const target = record ?? { cadreId: targetId, authorityUnitId: authority?.unitId ?? '' }
  const { changes, after } = takeIn(taking, target)
  state.taken.add(targetId)
  state.targets.set(number, targetId)
  state.evolving.set(targetId, after)
  return { ...told, changes, fault: undefined, standing: standingOf(isNew, difference) }
}

/** Who manages a new person: by the file, by where they serve, or as chosen for the import. */
function authorityOf(person: ArrivingPerson, ground: Ground, { authorityUnitId }: WalkOptions): Walked['authority'] {
  const told = ground.managingUnit(person)
  return told ?? (authorityUnitId === undefined ? undefined : { unitId: authorityUnitId, reason: forBatch })
}

const forBatch: Text = { zh: '本次导入选定', en: 'Chosen for this import' }

function standingOf(isNew: boolean, { fields, rows }: PersonDifference): ArrivalStanding {
  if (isNew) return 'new'
  const outcomes = [...fields, ...rows].map(({ outcome }) => outcome)
  if (outcomes.includes('conflicting')) return 'conflicting'
  return outcomes.includes('new') || outcomes.includes('changed') ? 'changed' : 'same'
}

/** Units first, those above before those below; gives the new ones as rows. */
function walkUnits(
  units: readonly Waiting[],
  ground: Ground,
  options: WalkOptions,
  taken: Set<string>,
  visit: (walked: Walked, ground: Ground) => void,
): readonly ArrivingRow[] {
  const recorded = new Map(ground.facts.units.map((unit) => [unit.unit_id ?? '', unit]))
  const byCode = new Map<string, string>()
  const arrived: ArrivingRow[] = []
  for (const waiting of units) {
    const walked = walkUnit(waiting, recorded, byCode, options, taken)
    const { code } = waiting.arrival as ArrivingUnit
    if (walked.targetId !== undefined && walked.fault === undefined) byCode.set(code, walked.targetId)
    for (const { after } of walked.changes) if (walked.isNew && after) arrived.push(after)
    visit(walked, ground)
  }
  return arrived
}

function walkUnit(
  waiting: Waiting,
  recorded: ReadonlyMap<string, ArrivingRow>,
  byCode: ReadonlyMap<string, string>,
  { all }: WalkOptions,
  taken: Set<string>,
): Walked {
  const { decision, number, choices: own } = waiting
  const { code, unit } = waiting.arrival as ArrivingUnit
  const open = {
    arrival: waiting,
    difference: nothing,
    changes: [],
    record: undefined,
    basis: undefined,
    tally: {},
    targetId: undefined,
    isNew: false,
    authority: undefined,
    fault: undefined,
  }
  if (decision?.kind === 'left-out') return { ...open, standing: 'left-out' }
  const record = decision?.kind === 'known' ? recorded.get(decision.id) : undefined
  if (decision === undefined || (decision.kind !== 'new' && !record)) return { ...open, standing: 'choose' }
  const isNew = record === undefined
  const parentId = byCode.get(codeAbove(code) ?? '')
  // Where a recorded unit stands is not for a workbook to say: its codes are those of another system.
  const told = isNew && parentId !== undefined ? { ...unit, parent_id: parentId } : unit
  const fields = compareFields('units', 'units', record, told, ['unit_id'])
  const difference: PersonDifference = { fields, rows: [] }
  const targetId = record?.unit_id ?? newUnitId(code, unit.name ?? '', taken)
  const walked = { ...open, targetId, isNew, difference, tally: { ...tallyOf(difference) } }
  const fault = faultOf('units', { ...record, ...told })
  if (fault) return { ...walked, fault, standing: 'refused' }
  taken.add(targetId)
  const chosen = fields.filter((field) => chosenField(field, own, all) === 'file')
  const values = Object.fromEntries(chosen.map(({ field, file }) => [field, file ?? '']))
  const after = { ...record, ...values, unit_id: targetId }
  const changes: FactChange[] = isNew || chosen.length > 0 ? [{ table: 'units', number, before: record, after }] : []
  const basis = record && basisOf(record)
  return { ...walked, changes, basis, standing: standingOf(isNew, difference) }
}
