/** Which facts a case of a kind may hold, and at which of its stages each is recorded. */
import { factNames, factsTold, stageOfFact, stageRank } from '#domain/case-facts.ts'
import type { CaseKind, CaseStage, FactName } from '#domain/selection-case.ts'
import type { CasePath } from './path.ts'

/** Facts that only some kinds of case have. */
const onlyOf: Readonly<Partial<Record<FactName, readonly CaseKind[]>>> = {
  removal_ground: ['removal'],
  demotion_ground: ['demotion'],
  resignation: ['resignation'],
  applied_on: ['resignation'],
  resignation_bars: ['resignation'],
  secondment_task: ['secondment'],
  personnel_kept: ['secondment'],
  seconded_to: ['secondment'],
  assessed: ['grade-promotion'],
  exceptional: ['promotion', 'further-use'],
  skips_level: ['promotion', 'further-use'],
  unrecommended: ['promotion', 'further-use'],
  superior_approved_on: ['promotion', 'further-use'],
  occasion: ['promotion', 'further-use'],
  plan: ['promotion', 'further-use'],
  start_kind: ['promotion', 'further-use', 'lateral', 'demotion'],
  grounds_published: ['promotion'],
}

/** What has to be looked into before a decision, also where the path has no deliberation of its own. */
const beforeDecision: ReadonlySet<FactName> = new Set(['matters', 'breaches', 'prior_reported_on'])

/** @example factsOn(pathOf(book, 'removal', today)).map(({ name }) => name) // ['elected', 'removal_ground', …] */
export function factsOn({ kind, stages }: CasePath): { readonly name: FactName; readonly stage: CaseStage }[] {
  return factNames.flatMap((name) => {
    const own = stageOfFact(name)
    if (own === undefined || factsTold.has(name) || onlyOf[name]?.includes(kind) === false) return []
    if (stages.includes(own)) return [{ name, stage: own }]
    const before = stages.findLast((stage) => stageRank(stage) < stageRank(own))
    return before !== undefined && beforeDecision.has(name) ? [{ name, stage: before }] : []
  })
}
