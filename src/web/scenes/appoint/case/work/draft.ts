/** What is typed and not yet recorded, and the events it makes. */
import type { CaseActShape, CaseDetail, CaseFactShape, RecordedFactsShape } from '#server/contract/index.ts'

/** By `name`, or `cadreId/name` for a fact of one candidate; null takes the fact away. */
export type Draft = Readonly<Record<string, unknown>>

export const keyOf = (name: string, cadreId?: string): string => (cadreId === undefined ? name : `${cadreId}/${name}`)

type Recorded = Pick<CaseDetail, 'facts' | 'people'>

export function factOf({ facts, people }: Recorded, name: string, cadreId?: string): CaseFactShape | undefined {
  const held = cadreId === undefined ? facts : people.find((person) => person.cadreId === cadreId)?.facts
  return held?.find((fact) => fact.name === name)
}

/** As it would stand once the draft is recorded; what is said of one candidate stands before what is said of the case. */
export function valueOf(detail: Recorded, draft: Draft, name: string, cadreId?: string): unknown {
  const key = keyOf(name, cadreId)
  if (key in draft) return draft[key] ?? undefined
  const own = factOf(detail, name, cadreId)
  return own || cadreId === undefined ? own?.value : valueOf(detail, draft, name)
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.values(value).every((each) => each === undefined || each === ''))

/** The order of the items of a catalogue says nothing. */
const canonical = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))

/** A draft with one more thing typed; what says again what is recorded is no draft. */
export function typed(detail: Recorded, draft: Draft, name: string, value: unknown, cadreId?: string): Draft {
  const key = keyOf(name, cadreId)
  const { [key]: _, ...rest } = draft
  if (isEmpty(value)) return factOf(detail, name, cadreId) ? { ...rest, [key]: null } : rest
  return isSame(value, valueOf(detail, rest, name, cadreId)) ? rest : { ...rest, [key]: value }
}

/** A list that only grew corrects nothing. */
function addsOnly(before: unknown, after: unknown): boolean {
  if (before === undefined) return true
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null) return false
  const now = new Map(Object.entries(after))
  return Object.entries(before).every(([item, value]) => isSame(now.get(item), value))
}

/** Items of a catalogue are added to those recorded, so a lost one is said; a list stands as a whole. */
function losesItems(before: unknown, after: unknown): boolean {
  if (after === null) return true
  if (typeof before !== 'object' || before === null || Array.isArray(before)) return false
  const now = new Set(Object.keys(after as object))
  return Object.keys(before).some((item) => !now.has(item))
}

interface Change {
  readonly key: string
  readonly name: string
  readonly cadreId: string | undefined
  readonly value: unknown
  /** The event whose fact this corrects; undefined where it is new. */
  readonly corrects: number | undefined
}

export function changesOf(detail: Recorded, draft: Draft): readonly Change[] {
  return Object.entries(draft).map(([key, value]) => {
    const cut = key.indexOf('/')
    const name = key.slice(cut + 1)
    const cadreId = cut < 0 ? undefined : key.slice(0, cut)
    const before = factOf(detail, name, cadreId)
    const corrects = value !== null && addsOnly(before?.value, value) ? undefined : before?.event
    return { key, name, cadreId, value, corrects }
  })
}

export interface DraftedAct {
  /** What of the draft it records. */
  readonly keys: readonly string[]
  readonly act: CaseActShape
}

/** One event for what is new about each subject, and one for each event that is corrected. */
export function actsOf(detail: Recorded, draft: Draft, source: string, reason: string): readonly DraftedAct[] {
  const groups = Map.groupBy(changesOf(detail, draft), ({ cadreId, corrects }) => `${cadreId ?? ''} ${corrects ?? ''}`)
  return [...groups.values()].flatMap((changes): DraftedAct[] => {
    const [first] = changes
    if (!first) return []
    const standing = changes.filter(({ value }) => value !== null)
    const about = {
      ...(first.cadreId !== undefined && { cadreId: first.cadreId }),
      ...(source.trim() !== '' && { source: source.trim() }),
      facts: Object.fromEntries(standing.map(({ name, value }) => [name, value])) as RecordedFactsShape,
    }
    const keys = changes.map(({ key }) => key)
    if (first.corrects === undefined) return [{ keys, act: { kind: 'facts-recorded', ...about } }]
    const removed = changes
      .filter(({ name, cadreId, value }) => losesItems(factOf(detail, name, cadreId)?.value, value))
      .map(({ name }) => name)
    return [{ keys, act: { kind: 'corrected', event: first.corrects, ...about, removed, reason: reason.trim() } }]
  })
}
