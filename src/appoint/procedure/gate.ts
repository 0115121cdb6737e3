/**
 * What stands between a case and its next stage: every rule of procedure, the eligibility of each pair, the quota beside
 * other open cases, and recusal; each as a finding with what it does here. A gate is asked for the day on which the step is
 * taken. People may answer or pass a finding, and it stays.
 */
import type { DateCode } from '#domain/calendar.ts'
import { factsOfCandidates, stageOfFact, stageRank } from '#domain/case-facts.ts'
import type { Finding, Verdict } from '#domain/finding.ts'
import type { ProcessFacts, RollEntry } from '#domain/process.ts'
import type { Candidate, CaseStage, GateEffect, GateFinding, SelectionCase } from '#domain/selection-case.ts'
import {
  type CadreFacts,
  explain,
  type Facts,
  gateFindings,
  parameterOn,
  processFactsIn,
  type RuleBook,
  type SeatFacts,
} from '#policy/index.ts'
import { candidateQuestions } from './candidate-questions.ts'
import { anybodyFor, cadreIn, kindsOfEntry, kinship, seatIn } from './parties.ts'
import type { CasePath } from './path.ts'
import { processOf, standing } from './process.ts'
import { quotaFindings } from './quota.ts'
import { type OfficerKin, recusalFindings } from './recusal.ts'

export interface GateQuestion {
  readonly book: RuleBook
  readonly path: CasePath
  /** People and seats: on the day, or as they stood before the appointment took effect. */
  readonly facts: Facts
  readonly selection: SelectionCase
  /** The stage to be entered; undefined at the end, where the case is closed. */
  readonly to: CaseStage | undefined
  readonly on: DateCode
  /** Other open cases. */
  readonly others: readonly SelectionCase[]
  /** Handlers who are a candidate or kin of one. */
  readonly officers: readonly OfficerKin[]
}

/** Every finding at the gate, those of the case as a whole first. */
export function gateOf(question: GateQuestion): GateFinding[] {
  const { selection } = question
  const people = standing(selection)
  const spoken: Spoken[] = [
    ...candidateQuestions(question).map((found) => ({ ...found, family: 'procedure' as const })),
    ...procedure(question, people),
    ...people.flatMap((one) => eligibility(question, one)),
    ...quotaFindings(question).map((found) => ({ ...found, family: 'quota' as const })),
    ...recusalFindings(question).map((found) => ({ ...found, family: 'recusal' as const })),
  ]
  return spoken.map((one) => ({
    ...one,
    effect: withPeople(selection, one, effectOf(question, one.family, one.finding)),
  }))
}

type Spoken = Pick<GateFinding, 'family' | 'finding' | 'cadreId'>

/** The findings that hold the case back now. */
export const holding = (gate: readonly GateFinding[], effect: GateEffect): readonly GateFinding[] =>
  gate.filter((one) => one.effect === effect)

function procedure(question: GateQuestion, people: readonly Candidate[]): Spoken[] {
  const { book, facts, selection, path } = question
  const { kind, target } = selection.opening
  const pairs = people.flatMap((one) => {
    const cadre = cadreIn(facts, one.cadreId)
    const seat = cadre && seatIn(facts, target, cadre)
    return cadre && seat ? [{ one, cadre, seat }] : []
  })
  if (pairs.length === 0) {
    const seat = seatIn(facts, target, undefined)
    if (!seat) return []
    const found = findingsFor(question, undefined, anybodyFor(kind, seat), seat)
    return found.map((finding) => ({ family: 'procedure', finding }))
  }
  const each = pairs.map(({ one, cadre, seat }) => ({
    cadreId: one.cadreId,
    byRule: new Map(findingsFor(question, one, cadre, seat).map((finding) => [finding.rule, finding])),
  }))
  const rules = [...book.rules.keys()].filter(
    (id) => !path.without.has(id) && each.some(({ byRule }) => byRule.has(id)),
  )
  return rules.flatMap((id) => together(book, id, each))
}

/** One finding for the case, where a rule asks nothing of candidates and says the same of all; else one for each. */
function together(
  book: RuleBook,
  id: string,
  each: readonly { readonly cadreId: string; readonly byRule: ReadonlyMap<string, Finding> }[],
): Spoken[] {
  const rule = book.rules.get(id)
  const found = each.flatMap(({ cadreId, byRule }) => {
    const finding = byRule.get(id)
    return finding ? [{ cadreId, finding }] : []
  })
  const asksOfEach = rule !== undefined && [...processFactsIn(rule)].some((name) => factsOfCandidates.has(name))
  const [first] = found
  const same = new Set(found.map(({ finding }) => JSON.stringify(finding))).size === 1
  if (first && same && !asksOfEach) return [{ family: 'procedure', finding: first.finding }]
  return found.map(({ cadreId, finding }) => ({ family: 'procedure', cadreId, finding }))
}

function findingsFor(
  { book, facts, selection, path, to, on }: GateQuestion,
  candidate: Candidate | undefined,
  cadre: CadreFacts,
  seat: SeatFacts,
): Finding[] {
  const process = appraiseesAsEntered(selection, processOf(selection, candidate, to ?? selection.stage))
  const known = { ...process, ...withKin(facts, process, candidate?.cadreId) }
  return gateFindings(book, facts, cadre, seat, known, on).filter(({ rule }) => !path.without.has(rule))
}

/** Once the appraisal has begun, those who left since still count as appraised. */
function appraiseesAsEntered(selection: SelectionCase, process: ProcessFacts): ProcessFacts {
  const since = selection.enteredOn.appraisal
  if (since === undefined) return process
  const count = selection.candidates.filter(({ left }) => left === undefined || left.on >= since).length
  return { ...process, appraisees: count }
}

/** People of a roll who are the candidate or kin by the records are concerned, whatever is written. */
function withKin(
  facts: Facts,
  { appraisers, members }: ProcessFacts,
  cadreId: string | undefined,
): Pick<ProcessFacts, 'appraisers' | 'members'> {
  const told = (roll: readonly RollEntry[]): RollEntry[] =>
    roll.map((entry) => {
      const kin =
        entry.cadre_id !== undefined && cadreId !== undefined && kinship(facts, entry.cadre_id, cadreId) !== undefined
      return kin ? { ...entry, concerned: true } : entry
    })
  return { ...(appraisers ? { appraisers: told(appraisers) } : {}), ...(members ? { members: told(members) } : {}) }
}

/** Rules of eligibility, for cases by which somebody comes to hold a seat or a grade; not once it is held. */
function eligibility({ book, facts, selection, on }: GateQuestion, { cadreId }: Candidate): Spoken[] {
  const { kind, target } = selection.opening
  if (!kindsOfEntry.has(kind) || selection.effect) return []
  const cadre = cadreIn(facts, cadreId)
  const seat = cadre && seatIn(facts, target, cadre)
  if (!cadre || !seat) return []
  return explain(book.inForce('appointment', on), facts, cadre, seat).map((finding) => ({
    family: 'eligibility',
    cadreId,
    finding,
  }))
}

interface Standing {
  readonly bar: boolean
  readonly asks: boolean
}

/** What the requirements of a rule amount to: some bar, or some only for people. */
function standingOf(book: RuleBook, id: string): Standing {
  const severities = (book.rules.get(id)?.requires ?? []).map(({ severity }) => severity)
  return {
    bar: severities.includes('bar'),
    asks: severities.some((one) => one === 'human' || one === 'needs-approval'),
  }
}

function effectOf(question: GateQuestion, family: GateFinding['family'], finding: Finding): GateEffect {
  const { verdict, weight, questions = [], missing } = finding
  if (verdict === 'met' && questions.length === 0) return 'passes'
  if (family === 'eligibility' && isBefore(question.to, 'appraisees')) return 'later'
  if (verdict === 'met') return 'asks'
  if (isToCome(question, verdict, missing)) return 'later'
  if (weight === 'asks') return 'asks'
  const { bar, asks } = standingOf(question.book, finding.rule)
  const holds = weight === 'decides' || (family === 'procedure' && unconfirmedHolds(question))
  if (bar && holds && (verdict !== 'discretion' || weight === 'warns')) return 'blocks'
  return bar || asks ? 'asks' : 'warns'
}

/** All that is missing comes with the stage now entered, or later. */
const isToCome = ({ to }: GateQuestion, verdict: Verdict, missing: readonly string[]): boolean =>
  verdict === 'unknown' &&
  missing.length > 0 &&
  missing.every((path) => {
    const stage = stageOfFact(path.replace(/^process\./, ''))
    return stage !== undefined && path.startsWith('process.') && !isBefore(dueBy(stage), to)
  })

/** An election may be passed over: what it would tell is asked of the appointment. */
const dueBy = (stage: CaseStage): CaseStage => (stage === 'election' ? 'appointment' : stage)

/** Is one stage before another? The end (undefined) comes after every stage. */
const isBefore = (stage: CaseStage | undefined, other: CaseStage | undefined): boolean =>
  stage !== undefined && (other === undefined || stageRank(stage) < stageRank(other))

/** The rule whose parameters say how gates hold here. */
export const gateRule = 'LOCAL-CASE-GATES'

function unconfirmedHolds({ book, on }: GateQuestion): boolean {
  const rule = book.rules.get(gateRule)
  return rule !== undefined && parameterOn(rule, 'unconfirmed_holds', on) === true
}

/** Rules that nobody may pass by exception. */
export function neverPassed(book: RuleBook, on: DateCode): ReadonlySet<string> {
  const rule = book.rules.get(gateRule)
  return new Set(Object.values((rule && parameterOn(rule, 'never', on)) ?? []).map(String))
}

interface Passed {
  readonly rule: string
  readonly cadreId?: string
  readonly finding: Finding
}

/**
 * What was answered or passed is this very finding: the same verdict on the same ground. For facts of the case that is the
 * words; words on a person tell ages and years and change by themselves, so there it is the rows they rest on: an exception
 * from one sanction is none from the next.
 */
const isAbout =
  ({ cadreId, family, finding }: Spoken) =>
  (one: Passed): boolean =>
    one.rule === finding.rule &&
    one.cadreId === cadreId &&
    one.finding.verdict === finding.verdict &&
    (family === 'eligibility' ? rowsOf(one.finding) === rowsOf(finding) : wordsOf(one.finding) === wordsOf(finding))

const wordsOf = ({ reasons, questions = [] }: Finding): string => [...reasons, ...questions].map(({ zh }) => zh).join()

const rowsOf = ({ evidence, missing }: Finding): string => [...evidence, ...missing].sort().join()

/** The last answer to a finding as it stands. */
export const answerTo = ({ answers }: SelectionCase, spoken: Spoken) => answers.findLast(isAbout(spoken))

/** The exception that was granted from a finding as it stands. */
export const overrideOf = ({ overrides }: SelectionCase, spoken: Spoken) => overrides.findLast(isAbout(spoken))

/** What people recorded of a finding goes before what it would do. */
function withPeople(selection: SelectionCase, spoken: Spoken, effect: GateEffect): GateEffect {
  if (effect === 'blocks' && overrideOf(selection, spoken)) return 'overridden'
  const answer = effect === 'asks' ? answerTo(selection, spoken) : undefined
  if (!answer) return effect
  if (answer.stands) return 'answered'
  return overrideOf(selection, spoken) ? 'overridden' : 'blocks'
}
