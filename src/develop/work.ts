import type { CadreEstimate, DevelopmentNeed, RotationDuty, WorkList } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { factsFor, type RuleBook } from '#policy/index.ts'
import { experienceLedger } from './experience/ledger.ts'
import { experienceList } from './experience/work-lists.ts'
import { experienceNeeds, type OpenNeed } from './needs/experience-needs.ts'
import { pathList, reserveOutlook } from './path/index.ts'
import { placementList, placementResult, placementRound } from './placement/index.ts'
import { planList } from './plan/proposal.ts'
import { postingList, postingProposals } from './posting/index.ts'
import { qualityList, qualityReader } from './track/professional-quality.ts'
import { isSpecialist, trackProposals } from './track/track-proposals.ts'
import { trackList } from './track/work-lists.ts'
import { planTraining, trainingHoursList, trainingNeeds, trainingOn, trainingPlanList } from './training/index.ts'

/** What development is worked out from. */
export interface DevelopmentGround {
  readonly snapshot: Snapshot
  readonly book: RuleBook
  /** Ratings, contributions and recognition, as estimated. */
  readonly estimates: readonly CadreEstimate[]
  /** Duties of rotation and term: what seats are soon free. */
  readonly rotation: readonly RotationDuty[]
}

export interface DevelopmentWork {
  readonly needs: readonly DevelopmentNeed[]
  /** What the record does not tell: among the findings as unknown, and no need. */
  readonly open: readonly OpenNeed[]
  readonly workLists: readonly WorkList[]
}

/** Everything that an analysis says about development: needs, and the tables beside them. */
export async function developmentWork({
  snapshot,
  book,
  estimates,
  rotation,
}: DevelopmentGround): Promise<DevelopmentWork> {
  const facts = factsFor(snapshot, book)
  const serving = Array.from({ length: facts.cadreCount }, (_, index) => facts.cadre(index)).filter(
    ({ hasLeft }) => !hasLeft,
  )
  const tracks = serving.map(trackProposals(facts, book))
  const specialists = serving.filter((_, place) => isSpecialist(tracks[place]))
  const training = trainingOn(facts, book)
  const { needs: experience, open } = experienceNeeds(facts, book, estimates)
  const needs = [...experience, ...trainingNeeds(training)]
  const placing = { facts, book, needs: experience, duties: rotation }
  return {
    needs,
    open,
    workLists: [
      experienceList(serving, experienceLedger(facts, book)),
      trackList(tracks),
      qualityList(specialists, qualityReader(snapshot, book)),
      postingList(postingProposals(placing)),
      pathList(reserveOutlook({ facts, book })),
      placementList(placementResult(placing, placementRound(placing))),
      trainingHoursList(training),
      trainingPlanList(training, await planTraining(training)),
      planList(facts, needs, book),
    ],
  }
}
