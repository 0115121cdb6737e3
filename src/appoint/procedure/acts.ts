/** What may happen to a case now, and why not: the edges of the state machine. */
import type { DateCode } from '#domain/calendar.ts'
import { factsOfCandidates, factsTold, stageRank } from '#domain/case-facts.ts'
import type {
  CaseAct,
  CaseEvent,
  CaseEventKind,
  CaseOutcome,
  CaseStage,
  FactsAct,
  GateFinding,
  RecordedFacts,
  SelectionCase,
} from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import { answerTo, holding } from './gate.ts'
import { type Hindrance, hindrance } from './hindrance.ts'
import { caseAbout } from './parties.ts'
import { type CasePath, nextStage } from './path.ts'
import { courseFacts, standing } from './process.ts'
import { happenedLater, unsound } from './soundness.ts'

/** What somebody wants to do; what the system adds (findings, effects) is not there yet. */
export type WantedAct =
  | Exclude<
      CaseAct,
      { kind: 'opened' | 'advanced' | 'closed' | 'overridden' | 'answered' | 'returned' | 'effect-undone' }
    >
  | { readonly kind: 'advanced'; readonly to: CaseStage; readonly acknowledged: readonly string[] }
  | {
      readonly kind: 'closed'
      readonly outcome: CaseOutcome
      readonly reason?: string
      readonly acknowledged?: readonly string[]
    }
  | { readonly kind: 'returned'; readonly to: CaseStage; readonly reason: string }
  | Omit<Extract<CaseAct, { kind: 'overridden' }>, 'finding'>
  | Omit<Extract<CaseAct, { kind: 'answered' }>, 'finding'>
  | { readonly kind: 'effect-undone'; readonly reason: string }

export interface ActContext {
  readonly selection: SelectionCase
  readonly events: readonly CaseEvent[]
  readonly path: CasePath
  /** The seat and the candidates are on record on that day. */
  readonly onRecord: boolean
  /** Findings at the gate ahead, on the day of the act. */
  readonly gate: readonly GateFinding[]
  readonly today: DateCode
  readonly on: DateCode
  /** The one who acts is a candidate, kin of one, or has recused. */
  readonly isKin: boolean
  readonly account: string
  readonly mayOverride: boolean
  /** Rules that nobody may pass. */
  readonly never: ReadonlySet<string>
}

/** What may be done in each standing of a case. */
const always: readonly CaseEventKind[] = ['corrected', 'effect-undone', 'handler-assigned', 'handler-released']
const whileSuspended: readonly CaseEventKind[] = [...always, 'resumed', 'closed']

/** Why somebody can do nothing of a kind in this case at all; undefined where it may be tried. */
export function hindered({ selection, isKin }: Pick<ActContext, 'selection' | 'isKin'>, kind: CaseEventKind) {
  if (isKin && kind !== 'handler-released') return hindrance('case-recused')
  if (selection.standing === 'closed' && !always.includes(kind)) return hindrance('case-closed')
  if (selection.standing === 'suspended' && !whileSuspended.includes(kind)) return hindrance('case-suspended')
  if (selection.standing === 'open' && kind === 'resumed') return hindrance('case-not-suspended')
  if (kind === 'effect-undone' && !selection.effect) return hindrance('case-not-in-effect')
  if (kind === 'returned' && selection.effect) return hindrance('case-in-effect')
  return undefined
}

/** Why an act is refused; undefined where it may happen. */
export function refusalOf(context: ActContext, act: WantedAct): Hindrance | undefined {
  const { selection, today, on, account } = context
  if (on > today) return hindrance('case-day-to-come')
  const isOwnLeave = act.kind === 'handler-released' && act.account === account
  if (context.isKin && !isOwnLeave) return hindrance('case-recused')
  const stopped = hindered({ selection, isKin: false }, act.kind)
  if (stopped) return stopped
  switch (act.kind) {
    case 'facts-recorded':
      return factsRefused(selection, act) ?? unsound(selection, { ...act, on }, today)
    case 'corrected':
      return correctionRefused(context, act) ?? unsound(selection, { ...act, on }, today)
    case 'candidate-added':
      return additionRefused(selection, act.cadreId)
    case 'candidate-left':
      return standing(selection).some(({ cadreId }) => cadreId === act.cadreId)
        ? undefined
        : hindrance('case-not-candidate')
    case 'advanced':
      return advanceRefused(context, act.to) ?? gateRefused(context, act.acknowledged)
    case 'returned':
      return returnRefused(context, act.to)
    case 'overridden':
      return overrideRefused(context, act)
    case 'answered':
      return answerRefused(context, act)
    case 'closed':
      return closingRefused(context, act)
    case 'handler-assigned':
      return selection.recused.some((one) => one.account === act.account)
        ? hindrance('case-handler-recused')
        : undefined
    case 'handler-released':
      return selection.handlers.includes(act.account) ? undefined : hindrance('case-not-handler')
    default:
      return undefined
  }
}

function factsRefused(selection: SelectionCase, { cadreId, facts }: FactsAct): Hindrance | undefined {
  const names = Object.keys(facts)
  if (names.length === 0) return hindrance('fact-missing')
  if (names.some((name) => factsTold.has(name))) return hindrance('fact-told')
  const owner = ownerOf({ ...selection, candidates: standing(selection) }, cadreId)
  if (owner === undefined) return hindrance('case-not-candidate')
  if (cadreId === undefined && names.some((name) => factsOfCandidates.has(name))) return hindrance('fact-of-candidates')
  return names.some((name) => differs(owner, facts, name)) ? hindrance('fact-recorded') : undefined
}

const ownerOf = (
  selection: Pick<SelectionCase, 'facts' | 'candidates'>,
  cadreId: string | undefined,
): RecordedFacts | undefined =>
  cadreId === undefined ? selection.facts : selection.candidates.find((one) => one.cadreId === cadreId)?.facts

/** Is another value recorded already? Of a catalogue, of an item that is given again. */
function differs(before: RecordedFacts, later: RecordedFacts, name: string): boolean {
  const [old, given] = [valueOf(before, name), valueOf(later, name)]
  if (old === undefined) return false
  if (!isItems(old) || !isItems(given)) return JSON.stringify(old) !== JSON.stringify(given)
  return Object.entries(given).some(([item, value]) => item in old && old[item] !== value)
}

const valueOf = (facts: Readonly<Record<string, unknown>>, name: string): unknown => facts[name]
const isItems = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function correctionRefused({ selection, events }: ActContext, act: WantedAct & { kind: 'corrected' }) {
  const names = [...Object.keys(act.facts), ...(act.removed ?? [])]
  if (names.length === 0) return hindrance('fact-missing')
  if (ownerOf(selection, act.cadreId) === undefined) return hindrance('case-not-candidate')
  const wrong = events.find(({ seq }) => seq === act.event)
  const told = wrong?.kind === 'facts-recorded' || wrong?.kind === 'corrected' ? wrong : undefined
  const isThere = told?.cadreId === act.cadreId && told !== undefined && names.every((name) => name in told.facts)
  return isThere ? undefined : hindrance('event-not-of-facts')
}

function additionRefused({ opening, stage, candidates }: SelectionCase, cadreId: string): Hindrance | undefined {
  if (candidates.some((one) => one.cadreId === cadreId && !one.left)) return hindrance('case-candidate-there')
  const isOver = caseAbout[opening.kind] !== 'seat' || stageRank(stage) > stageRank('appraisal')
  return isOver ? hindrance('case-candidate-fixed') : undefined
}

/** Why the case cannot leave its stage, whatever the gate says. */
export function advanceRefused(
  { selection, path, on }: Pick<ActContext, 'selection' | 'path' | 'on'>,
  to: CaseStage,
): Hindrance | undefined {
  const ahead = nextStage(path, selection.stage, courseFacts(selection))
  if (ahead.kind === 'ask') return hindrance('case-election-open')
  if (ahead.kind === 'end') return hindrance('case-at-end')
  if (ahead.stage !== to) return hindrance('case-not-next')
  return dayRefused(selection, on) ?? candidatesRefused(selection, to)
}

/** A step comes after the one before, and after all that it rests on. */
function dayRefused(selection: SelectionCase, on: DateCode): Hindrance | undefined {
  if (on < (selection.enteredOn[selection.stage] ?? 0)) return hindrance('case-day-before-stage')
  const later = happenedLater(selection, on)
  return later && hindrance('fact-to-come', later)
}

function candidatesRefused(selection: SelectionCase, to: CaseStage): Hindrance | undefined {
  const count = standing(selection).length
  if (count === 0 && stageRank(to) > stageRank('recommendation')) return hindrance('case-no-candidate')
  return count > 1 && stageRank(to) > stageRank('decision') ? hindrance('case-several-candidates') : undefined
}

const named = (gate: readonly GateFinding[]): Text => ({
  zh: [...new Set(gate.map(({ finding }) => finding.basis.title.zh))].join('、'),
  en: [...new Set(gate.map(({ finding }) => finding.basis.title.en))].join('; '),
})

function gateRefused(
  { gate, onRecord }: Pick<ActContext, 'gate' | 'onRecord'>,
  acknowledged: readonly string[] = [],
): Hindrance | undefined {
  if (!onRecord) return hindrance('case-candidate-unknown')
  const blocks = holding(gate, 'blocks')
  if (blocks.length > 0) return hindrance('gate-not-passed', named(blocks))
  const asks = holding(gate, 'asks')
  if (asks.length > 0) return hindrance('gate-not-answered', named(asks))
  const unread = holding(gate, 'warns').filter(({ finding }) => !acknowledged.includes(finding.rule))
  return unread.length > 0 ? hindrance('gate-not-acknowledged', named(unread)) : undefined
}

function returnRefused({ selection, path, on }: ActContext, to: CaseStage): Hindrance | undefined {
  const isEarlier = stageRank(to) < stageRank(selection.stage) && selection.enteredOn[to] !== undefined
  if (!isEarlier || !path.stages.includes(to)) return hindrance('case-not-earlier')
  return on < (selection.enteredOn[selection.stage] ?? 0) ? hindrance('case-day-before-stage') : undefined
}

const findingFor = (gate: readonly GateFinding[], { rule, cadreId }: { rule: string; cadreId?: string }) =>
  gate.find((one) => one.finding.rule === rule && one.cadreId === cadreId)

function overrideRefused({ gate, mayOverride, never, on }: ActContext, act: WantedAct & { kind: 'overridden' }) {
  if (!mayOverride) return hindrance('override-not-allowed')
  if (never.has(act.rule)) return hindrance('override-forbidden')
  if (act.documentOn > on) return hindrance('case-day-to-come')
  const found = findingFor(gate, act)
  if (!found) return hindrance('gate-no-such-finding')
  return found.effect === 'blocks' ? undefined : hindrance('override-not-needed')
}

function answerRefused({ gate, selection }: ActContext, act: WantedAct & { kind: 'answered' }): Hindrance | undefined {
  const found = findingFor(gate, act)
  // What was answered before may be answered anew.
  const mayAnswer = found && (found.effect === 'asks' || answerTo(selection, found))
  return mayAnswer ? undefined : hindrance('gate-no-such-finding')
}

/** From which stage on a case may end so. */
const outcomeFrom: Readonly<Partial<Record<CaseOutcome, CaseStage>>> = {
  'not-passed': 'decision',
  'not-elected': 'election',
  'not-confirmed': 'probation',
}

function closingRefused(context: ActContext, act: WantedAct & { kind: 'closed' }): Hindrance | undefined {
  const { selection, path, on } = context
  if (on < (selection.enteredOn[selection.stage] ?? 0)) return hindrance('case-day-before-stage')
  if (act.outcome === 'completed') {
    if (selection.standing === 'suspended') return hindrance('case-suspended')
    const ahead = nextStage(path, selection.stage, courseFacts(selection))
    if (ahead.kind === 'ask') return hindrance('case-election-open')
    if (ahead.kind === 'stage') return hindrance('case-not-at-end')
    return (
      dayRefused(selection, on) ??
      candidatesRefused(selection, 'confirmation') ??
      gateRefused(context, act.acknowledged)
    )
  }
  const first = outcomeFrom[act.outcome]
  if (first !== undefined && stageRank(selection.stage) < stageRank(first)) return hindrance('case-outcome-early')
  return selection.effect && act.outcome !== 'not-confirmed' ? hindrance('case-in-effect') : undefined
}
