/** A case as its events make it: a pure fold, the same for the same events. */
import { stageRank } from '#domain/case-facts.ts'
import { invariant } from '#domain/problem.ts'
import type {
  Candidate,
  CaseAct,
  CaseEvent,
  CaseStage,
  CaseStamp,
  FactsAct,
  RecordedFacts,
  SelectionCase,
} from '#domain/selection-case.ts'

/** @example replay(events).stage // 'decision' */
export function replay(events: readonly CaseEvent[]): SelectionCase {
  const [first, ...rest] = events
  invariant(first?.kind === 'opened', 'a case begins with its opening')
  return rest.reduce(next, begun(first, first.opening))
}

type Opening = Extract<CaseAct, { kind: 'opened' }>['opening']

const begun = ({ seq, on }: CaseStamp, opening: Opening): SelectionCase => ({
  version: seq,
  opening,
  openedOn: on,
  stage: 'motion',
  enteredOn: { motion: on },
  standing: 'open',
  outcome: undefined,
  candidates: opening.candidates.map((cadreId) => candidate(cadreId, on)),
  facts: {},
  overrides: [],
  answers: [],
  handlers: opening.handlers,
  recused: [],
  effect: undefined,
  recordedBy: new Map(),
  corrected: new Map(),
})

const candidate = (cadreId: string, since: number): Candidate => ({ cadreId, since, left: undefined, facts: {} })

/** The case after one more event. */
export function next(before: SelectionCase, event: CaseEvent): SelectionCase {
  const now = { ...before, version: event.seq }
  switch (event.kind) {
    case 'opened':
      return now
    case 'facts-recorded':
      return withFacts(now, event, event.seq, [])
    case 'corrected': {
      const corrected = new Map(now.corrected)
      corrected.set(event.event, [...(corrected.get(event.event) ?? []), event.seq])
      return withFacts({ ...now, corrected }, event, event.seq, event.removed ?? [])
    }
    case 'candidate-added':
      return {
        ...now,
        candidates: [
          ...now.candidates.filter(({ cadreId }) => cadreId !== event.cadreId),
          candidate(event.cadreId, event.on),
        ],
      }
    case 'candidate-left': {
      const left = { why: event.why, reason: event.reason, on: event.on }
      return changeCandidate(now, event.cadreId, (one) => ({ ...one, left }))
    }
    case 'advanced':
      return {
        ...entered(now, event.to, event),
        ...(event.effect ? { effect: { ...event.effect, event: event.seq } } : {}),
      }
    case 'returned':
      return returnedTo(now, event.to, event)
    case 'overridden':
      return { ...now, overrides: [...now.overrides, event] }
    case 'answered':
      return { ...now, answers: [...now.answers, event] }
    case 'suspended':
      return { ...now, standing: 'suspended' }
    case 'resumed':
      return { ...now, standing: 'open' }
    case 'closed':
      return {
        ...now,
        standing: 'closed',
        outcome: event.outcome,
        ...(event.effect ? { effect: { ...event.effect, event: event.seq } } : {}),
      }
    case 'handler-assigned':
      return { ...now, handlers: [...new Set([...now.handlers, event.account])] }
    case 'handler-released':
      return {
        ...now,
        handlers: now.handlers.filter((account) => account !== event.account),
        recused: event.recused ? [...now.recused, { account: event.account, reason: event.reason }] : now.recused,
      }
    case 'effect-undone':
      return { ...now, effect: undefined }
  }
}

const entered = (now: SelectionCase, stage: CaseStage, { on }: CaseStamp): SelectionCase => ({
  ...now,
  stage,
  enteredOn: { ...now.enteredOn, [stage]: on },
})

/** Back at an earlier stage: what was passed or answered at a gate since then counts no longer. */
function returnedTo(now: SelectionCase, stage: CaseStage, stamp: CaseStamp): SelectionCase {
  const kept = Object.entries(now.enteredOn).filter(([one]) => stageRank(one as CaseStage) < stageRank(stage))
  return { ...entered({ ...now, enteredOn: Object.fromEntries(kept) }, stage, stamp), overrides: [], answers: [] }
}

function changeCandidate(now: SelectionCase, cadreId: string, change: (one: Candidate) => Candidate): SelectionCase {
  return { ...now, candidates: now.candidates.map((one) => (one.cadreId === cadreId ? change(one) : one)) }
}

/** The key under which the event that recorded a fact last is found. */
export const factKey = (name: string, cadreId?: string): string => (cadreId === undefined ? name : `${cadreId}/${name}`)

function withFacts(now: SelectionCase, { cadreId, facts }: FactsAct, seq: number, removed: readonly string[]) {
  const recordedBy = new Map(now.recordedBy)
  for (const name of removed) recordedBy.delete(factKey(name, cadreId))
  for (const name of Object.keys(facts)) recordedBy.set(factKey(name, cadreId), seq)
  const merge = (before: RecordedFacts): RecordedFacts => merged(without(before, removed), facts)
  const changed = { ...now, recordedBy }
  return cadreId === undefined
    ? { ...changed, facts: merge(now.facts) }
    : changeCandidate(changed, cadreId, (one) => ({ ...one, facts: merge(one.facts) }))
}

const without = (facts: RecordedFacts, removed: readonly string[]): RecordedFacts =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !removed.includes(name)))

/** What is recorded later stands; of a catalogue, item by item. */
export function merged(before: RecordedFacts, later: RecordedFacts): RecordedFacts {
  const known: Readonly<Record<string, unknown>> = before
  const both = Object.entries(later).map(([name, value]: [string, unknown]) => {
    const old = known[name]
    return [name, isCatalogue(value) && isCatalogue(old) ? { ...old, ...value } : value]
  })
  return { ...before, ...Object.fromEntries(both) }
}

const isCatalogue = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
