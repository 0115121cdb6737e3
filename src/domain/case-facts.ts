/** At which stage each fact of a case comes to be, and whether it is one of the case or of each candidate. */
import type { Identifier } from './lexicon/enumerations.ts'
import { identifiersOf } from './lexicon/terms.ts'
import type { FactName } from './selection-case.ts'

type Stage = Identifier<'processStage'>

/** Each stage with the facts that come to be at it. */
const factsByStage: Readonly<Record<Stage, readonly FactName[]>> = {
  motion: [
    'motion_on',
    'posts',
    'occasion',
    'exceptional',
    'skips_level',
    'unrecommended',
    'superior_approved_on',
    'plan',
    'co_managed',
    'city_county_chief',
    'elected',
    'removal_ground',
    'demotion_ground',
    'resignation',
    'applied_on',
    'secondment_task',
    'personnel_kept',
    'seconded_to',
  ],
  recommendation: [
    'talks_held',
    'talks_on',
    'meeting_held',
    'meeting_on',
    'opinions_heard',
    'recommended_on',
    'directed',
    'recommended_position',
    'reference_candidates',
    'unit_small',
    'same_scope',
    'concentrated',
    'recommenders',
    'assessed',
  ],
  appraisees: ['appraisees_on', 'appraisees', 'grounds'],
  appraisal: [
    'appraised_on',
    'appraisers',
    'aspects',
    'steps',
    'sections',
    'checks',
    'audit_required',
    'unit_opinion_heard',
    'peer_opinion_heard',
    'secretary_signed',
    'discipline_signed',
    'resignation_bars',
  ],
  deliberation: ['consent_asked_on', 'consent', 'matters', 'prior_reported_on', 'breaches'],
  decision: [
    'decided_on',
    'deciding_body',
    'voting',
    'between_plenaries',
    'members_due',
    'members_present',
    'members',
    'votes_for',
    'chief_last',
    'large_disagreement',
    'vote_postponed',
    'reconsidered',
    'reconsideration_consents',
  ],
  notice: ['notice_exempt', 'notice_from', 'notice_to', 'grounds_published'],
  election: ['elected_on', 'conferred_on'],
  appointment: ['talked_on', 'appointed_on', 'start_kind', 'tenure_from'],
  probation: ['probation_due', 'probation_from', 'probation_result'],
  confirmation: ['confirmed_on', 'informed_on', 'review_sought_on', 'review_received_on', 'appealed_on'],
}

const stageOf = new Map(
  identifiersOf('processStage').flatMap((stage) => factsByStage[stage].map((name) => [name, stage] as const)),
)

/** The stage at which a fact comes to be; undefined for a name that is no fact of a case. */
export const stageOfFact = (name: string): Stage | undefined => stageOf.get(name as FactName)

/** All facts in the order of their stages. */
export const factNames: readonly FactName[] = [...stageOf.keys()]

/** Recorded of each candidate, never of the case as a whole. Every other fact may be, where candidates differ in it. */
export const factsOfCandidates: ReadonlySet<string> = new Set<FactName>([
  'aspects',
  'steps',
  'sections',
  'checks',
  'audit_required',
  'unit_opinion_heard',
  'peer_opinion_heard',
  'secretary_signed',
  'discipline_signed',
  'votes_for',
])

/** Facts that the case itself tells: nobody records them. */
export const factsTold: ReadonlySet<string> = new Set<FactName>(['appraisees'])

export const stageRank = (stage: Stage): number => identifiersOf('processStage').indexOf(stage)
