/** Where each kind of paper belongs in the file of a selection case, and whether there is one for each candidate. */
import type { Identifier } from './lexicon/enumerations.ts'

export type PaperKind = Identifier<'paperKind'>
export type PaperFormat = Identifier<'paperFormat'>
type Stage = Identifier<'processStage'>

export interface PaperPlace {
  /** Undefined: any stage. */
  readonly stage: Stage | undefined
  readonly each: 'case' | 'candidate'
}

const at = (stage: Stage | undefined, each: PaperPlace['each'] = 'case'): PaperPlace => ({ stage, each })

export const paperPlaces: Readonly<Record<PaperKind, PaperPlace>> = {
  'motion-request': at('motion'),
  'team-analysis': at('motion'),
  'work-plan': at('motion'),
  'prior-report': at('motion'),
  'recommendation-material': at('recommendation'),
  'recommendation-count': at('recommendation'),
  'appraisee-report': at('appraisees'),
  'appraisal-plan': at('appraisal'),
  'appraisal-forecast': at('appraisal'),
  'interview-record': at('appraisal', 'candidate'),
  'rating-count': at('appraisal', 'candidate'),
  'dossier-review': at('appraisal', 'candidate'),
  'personal-matters-result': at('appraisal', 'candidate'),
  'discipline-opinion': at('appraisal', 'candidate'),
  'petition-result': at('appraisal', 'candidate'),
  'audit-report': at('appraisal', 'candidate'),
  'integrity-statement': at('appraisal', 'candidate'),
  'appraisal-report': at('appraisal', 'candidate'),
  'consultation-letter': at('deliberation'),
  'deliberation-record': at('deliberation'),
  'appointment-form': at('decision', 'candidate'),
  'meeting-paper': at('decision'),
  'meeting-minutes': at('decision'),
  'vote-count': at('decision'),
  'public-notice': at('notice'),
  'notice-result': at('notice'),
  'election-result': at('election'),
  'appointment-notice': at('appointment'),
  'talk-record': at('appointment', 'candidate'),
  'probation-assessment': at('probation', 'candidate'),
  'confirmation-notice': at('confirmation'),
  approval: at(undefined),
  'gate-findings': at(undefined),
  other: at(undefined),
}

/** The largest paper that is kept, in bytes. */
export const largestPaper = 40 * 2 ** 20

export interface WantedPaper {
  readonly kind: PaperKind
  /** Undefined: one for the case. */
  readonly cadreId: string | undefined
}

/**
 * Required papers of the stages so far that the file does not hold.
 * @example missingPapers(['work-plan'], ['motion'], ['C1'], []) // [{ kind: 'work-plan', cadreId: undefined }]
 */
export function missingPapers(
  required: readonly PaperKind[],
  stages: readonly Stage[],
  candidates: readonly string[],
  held: readonly { readonly kind: PaperKind; readonly cadreId: string | null }[],
): readonly WantedPaper[] {
  const wanted = required.flatMap((kind): WantedPaper[] => {
    const { stage, each } = paperPlaces[kind]
    if (stage !== undefined && !stages.includes(stage)) return []
    return each === 'case' ? [{ kind, cadreId: undefined }] : candidates.map((cadreId) => ({ kind, cadreId }))
  })
  // One paper for all of them serves each of them.
  return wanted.filter(
    ({ kind, cadreId }) => !held.some((one) => one.kind === kind && (one.cadreId === null || one.cadreId === cadreId)),
  )
}
