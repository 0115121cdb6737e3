/** The facts of a case as the rules of procedure read them, for one candidate or for the case as a whole. */
import type { DateCode } from '#domain/calendar.ts'
import type { ProcessFacts } from '#domain/process.ts'
import type { Candidate, CaseStage, RecordedFacts, SelectionCase } from '#domain/selection-case.ts'
import { merged } from './replay.ts'

/** Candidates who have not left. */
export const standing = ({ candidates }: Pick<SelectionCase, 'candidates'>): readonly Candidate[] =>
  candidates.filter(({ left }) => left === undefined)

/** What one candidate's facts say, before those of the case. */
export const factsOf = (selection: SelectionCase, candidate: Candidate | undefined): RecordedFacts => {
  const facts = candidate ? merged(selection.facts, candidate.facts) : selection.facts
  const from = tenureFrom(facts)
  return from === undefined || facts.tenure_from !== undefined ? facts : { ...facts, tenure_from: from }
}

/** From when the tenure counts, where the way of appointment tells (《党政领导干部选拔任用工作条例》第四十四条). */
export function tenureFrom({
  tenure_from,
  start_kind,
  decided_on,
  elected_on,
  conferred_on,
}: RecordedFacts): DateCode | undefined {
  if (tenure_from !== undefined) return tenure_from
  if (start_kind === 'decided') return decided_on
  if (start_kind === 'elected') return elected_on
  return start_kind === undefined ? undefined : conferred_on
}

/** With the stage under way, the kind of case, and what the case itself tells. */
export function processOf(selection: SelectionCase, candidate: Candidate | undefined, stage: CaseStage): ProcessFacts {
  const { kind } = selection.opening
  const count = standing(selection).length
  return { ...(count > 0 ? { appraisees: count } : {}), posts: 1, ...factsOf(selection, candidate), kind, stage }
}

/** The facts that decide where the case goes: those of its one candidate, where there is one. */
export function courseFacts(selection: SelectionCase): RecordedFacts {
  const [one, ...others] = standing(selection)
  return factsOf(selection, others.length === 0 ? one : undefined)
}
