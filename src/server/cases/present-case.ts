/** A case for screens: in a list, and in full. */
import {
  advanceRefused,
  type CaseDeadline,
  type CasePath,
  courseFacts,
  deadlinesOf,
  hindered,
  mustRecuse,
  neverPassed,
  nextStage,
  standing,
  titleOfStage,
} from '#appoint/procedure/index.ts'
import { ageOn, type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import { stageRank } from '#domain/case-facts.ts'
import { dateAt } from '#domain/columns.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { CaseEventKind, SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDeadlineShape, CaseDetail, CaseSummary } from '../contract/index.ts'
import { presentBasis, presentDate } from '../presenters/evidence.ts'
import { presentOfficer, presentPerson, presentSeatOf } from '../presenters/named.ts'
import type { CaseOnDay, OpenedCase } from './case-desk.ts'
import { fieldsOn, presentFacts } from './present-facts.ts'
import { presentGate } from './present-gate.ts'
import { presentTimeline } from './present-timeline.ts'

/** What a case is presented with. */
export interface Shown {
  readonly facts: Facts
  readonly book: RuleBook
  readonly accounts: readonly Account[]
  readonly today: DateCode
}

export const presentDeadline = ({ id, label, on, due, basis, cadreId }: CaseDeadline): CaseDeadlineShape => ({
  id,
  label,
  on: presentDate(on),
  due,
  basis: basis ? presentBasis(basis) : null,
  cadreId: cadreId ?? null,
})

export function presentSummary(shown: Shown, { caseId, events, selection }: OpenedCase): CaseSummary {
  const { opening, stage } = selection
  const [next] = deadlinesOf(selection, events, shown.book, shown.today)
  return {
    caseId,
    version: selection.version,
    title: opening.title,
    kind: opening.kind,
    stage,
    stageTitle: titleOfStage(opening.kind, stage),
    standing: selection.standing,
    outcome: selection.outcome ?? null,
    batch: opening.batch ?? null,
    seat: opening.target.kind === 'seat' ? presentSeatOf(shown, opening.target.positionId) : null,
    grade: opening.target.kind === 'grade' ? opening.target.grade : null,
    candidates: standing(selection).map(({ cadreId }) => presentPerson(shown, cadreId)),
    handlers: selection.handlers.map((account) => presentOfficer(shown.accounts, account)),
    openedOn: formatDate(selection.openedOn),
    enteredOn: formatDate(selection.enteredOn[stage] ?? selection.openedOn),
    next: next ? presentDeadline(next) : null,
  }
}

export interface Viewer {
  readonly account: string
  readonly mayOverride: boolean
}

export function presentCase(shown: Shown, here: CaseOnDay, viewer: Viewer): CaseDetail {
  const { selection, events, path, book, today, on, kin } = here
  const { opening } = selection
  const reader = { selection, book, never: neverPassed(book, on), mayOverride: viewer.mayOverride }
  const names = {
    person: (cadreId: string) => presentPerson(shown, cadreId).name,
    account: (account: string) => presentOfficer(shown.accounts, account).name.zh,
  }
  return {
    ...presentSummary(shown, here),
    today: formatDate(today),
    target: opening.target,
    reason: opening.reason ?? null,
    slateId: opening.slateId ?? null,
    path: presentPath(path, selection),
    people: selection.candidates.map((one) => ({
      ...presentPerson(shown, one.cadreId),
      age: ageIn(shown, one.cadreId),
      left: one.left ? { ...one.left, on: formatDate(one.left.on) } : null,
      facts: presentFacts(one.facts, selection, one.cadreId),
    })),
    facts: presentFacts(selection.facts, selection),
    fields: fieldsOn(path),
    gate: presentGate(here, viewer.mayOverride),
    deadlines: deadlinesOf(selection, events, book, today).map(presentDeadline),
    actions: presentActions(here, viewer),
    kin: kin.map(({ account, candidateId, relation }) => ({
      account,
      name: presentOfficer(shown.accounts, account).name,
      cadreId: candidateId,
      relation: relation ?? null,
      since: events.filter(({ by }) => by === account).length,
    })),
    timeline: presentTimeline(events, reader, names),
    entered: selection.effect ? { from: formatDate(selection.effect.from), event: selection.effect.event } : null,
  }
}

function ageIn({ facts, today }: Shown, cadreId: string): number | null {
  const row = facts.cadreIndex(cadreId)
  const born = row === undefined ? undefined : dateAt(facts.snapshot.tables.cadres.columns.born_on, row)
  return born === undefined ? null : ageOn(born, today).least
}

/** The stages of a path; of a case, with how far it has come. */
export function presentPath(path: CasePath, selection?: SelectionCase): CaseDetail['path'] {
  return path.steps.map(({ stage, title, basis, leftOut, optional }) => {
    const entered = selection?.enteredOn[stage]
    return {
      stage,
      title,
      state: leftOut ? 'left-out' : stateOf(stage, selection, entered !== undefined),
      basis: presentBasis(basis),
      enteredOn: presentDate(entered),
      why: leftOut ?? null,
      optional,
    }
  })
}

function stateOf(
  stage: SelectionCase['stage'],
  selection: SelectionCase | undefined,
  isEntered: boolean,
): CaseDetail['path'][number]['state'] {
  if (!selection) return 'ahead'
  if (stage === selection.stage) return selection.standing === 'closed' ? 'done' : 'current'
  if (stageRank(stage) > stageRank(selection.stage)) return 'ahead'
  return isEntered ? 'done' : 'left-out'
}

const acts: readonly CaseEventKind[] = identifiersOf('caseEvent').filter((kind) => kind !== 'opened')

function presentActions(here: CaseOnDay, { account, mayOverride }: Viewer): CaseDetail['actions'] {
  const isKin = mustRecuse(here.selection, here.kin, account)
  return acts.map((kind) => {
    const whyNot = whyNotNow(here, kind, { isKin, mayOverride })
    return { kind, allowed: whyNot === null, whyNot }
  })
}

function whyNotNow(
  { selection, path, to, on, gate }: CaseOnDay,
  kind: CaseEventKind,
  { isKin, mayOverride }: { readonly isKin: boolean; readonly mayOverride: boolean },
): Text | null {
  const stopped = hindered({ selection, isKin }, kind)
  if (stopped) return stopped.says
  if (kind === 'overridden' && !mayOverride) {
    return { zh: '例外由部领导记明。', en: 'An exception is recorded by the head of the department.' }
  }
  if (kind === 'overridden' && !gate.some(({ effect }) => effect === 'blocks')) {
    return { zh: '没有被挡住的要求。', en: 'Nothing holds the case.' }
  }
  if (kind !== 'advanced') return null
  const ahead = nextStage(path, selection.stage, courseFacts(selection))
  if (ahead.kind === 'end') return { zh: '已是最后一个环节，可以办结。', en: 'This is the last stage; close the case.' }
  const refusal = advanceRefused({ selection, path, on }, to ?? 'confirmation')
  return refusal ? refusal.says : null
}

/** A date of the contract as a code; the schema has refused what is no day. */
export const dayOf = (text: string): DateCode => parseDate(text) ?? 0
