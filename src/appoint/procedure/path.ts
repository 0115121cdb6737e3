/** The stages that a kind of case goes through, as the local procedures of the rule book list them. */
import type { DateCode } from '#domain/calendar.ts'
import { stageRank } from '#domain/case-facts.ts'
import type { Citation } from '#domain/finding.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseKind, CaseStage, RecordedFacts } from '#domain/selection-case.ts'
import { fill, type Text } from '#domain/text.ts'
import { type ParameterValue, parameterOn, type RuleBook } from '#policy/index.ts'
import { titleOfStage } from './stage-titles.ts'

export interface CaseStep {
  readonly stage: CaseStage
  readonly title: Text
  readonly basis: Citation
  /** Why cases of this kind do not go through it; undefined where they do. */
  readonly leftOut: Text | undefined
  /** Gone through or passed over by what is recorded of the post. */
  readonly optional: boolean
}

export interface CasePath {
  readonly kind: CaseKind
  /** Every stage, those left out included, in order. */
  readonly steps: readonly CaseStep[]
  /** Stages of the path, in order. */
  readonly stages: readonly CaseStage[]
  /** Rules that this kind of case is not held against. */
  readonly without: ReadonlySet<string>
}

const optionalStages: ReadonlySet<CaseStage> = new Set(['election', 'probation', 'confirmation'])

/** The local rule that lists the stages of a kind of case. */
export const ruleOfKind = (kind: CaseKind): string => `PATH-${kind.toUpperCase()}`

/** @example pathOf(book, 'lateral', 20261123).stages // ['motion', 'appraisal', 'deliberation', 'decision', …] */
export function pathOf(book: RuleBook, kind: CaseKind, on: DateCode): CasePath {
  const rule = book.rules.get(ruleOfKind(kind))
  const read = (name: string): ParameterValue | undefined => rule && parameterOn(rule, name, on)
  const taken = entriesOf(read('stages'))
  const leftOut = entriesOf(read('left_out'))
  const steps = identifiersOf('processStage').flatMap((stage): CaseStep[] => {
    const cited = taken.get(stage) ?? leftOut.get(stage)
    if (cited === undefined) return []
    const title = titleOfStage(kind, stage)
    const basis = citationOf(book, cited, title)
    const isTaken = taken.has(stage)
    const isOptional = isTaken && optionalStages.has(stage)
    return [{ stage, title, basis, leftOut: isTaken ? undefined : whyLeftOut(kind, basis), optional: isOptional }]
  })
  return {
    kind,
    steps,
    stages: steps.filter((step) => step.leftOut === undefined).map(({ stage }) => stage),
    without: new Set(Object.values(read('without') ?? []).map(String)),
  }
}

const entriesOf = (value: ParameterValue | undefined): ReadonlyMap<string, string> =>
  new Map(Object.entries(value ?? {}).map(([stage, cited]) => [stage, String(cited)]))

/** `appointment-2019 41` as a citation. */
function citationOf(book: RuleBook, cited: string, title: Text): Citation {
  const [id = '', article = ''] = cited.split(' ', 2)
  const instrument = book.instruments.find((one) => one.id === id)
  return { instrument: instrument?.name.zh ?? id, article, title }
}

const whyLeftOut = (kind: CaseKind, { instrument, article }: Citation): Text =>
  fill(
    {
      zh: '{kind}不经这一环节（{instrument}{article}）',
      en: 'not part of a case of this kind ({kind}): {instrument} {article}',
    },
    { kind: labelOf('caseKind', kind), instrument, article },
  )

/** Why a stage of the path is passed over, told from what is recorded; `ask`: not recorded yet. */
function passedOver(stage: CaseStage, facts: RecordedFacts): boolean | 'ask' {
  if (stage === 'election') return facts.elected === undefined ? 'ask' : electionNeeded(facts) === false
  if (stage !== 'probation' && stage !== 'confirmation') return false
  if (facts.elected === true || facts.probation_due === false) return true
  return facts.elected === undefined ? 'ask' : false
}

const electionNeeded = (facts: RecordedFacts): boolean =>
  facts.elected === true || facts.start_kind === 'congress' || facts.start_kind === 'elected'

export type NextStage =
  | { readonly kind: 'stage'; readonly stage: CaseStage }
  | { readonly kind: 'end' }
  /** A fact that decides whether a stage is passed over is not recorded. */
  | { readonly kind: 'ask'; readonly fact: 'elected' }

/** Where a case goes from a stage. */
export function nextStage(path: CasePath, from: CaseStage, facts: RecordedFacts): NextStage {
  for (const stage of path.stages) {
    if (stageRank(stage) <= stageRank(from)) continue
    const over = passedOver(stage, facts)
    if (over === 'ask') return { kind: 'ask', fact: 'elected' }
    if (!over) return { kind: 'stage', stage }
  }
  return { kind: 'end' }
}
