import type { BallotDesign, BallotReport } from '#domain/ballot.ts'
import type { RecordedFacts } from '#domain/selection-case.ts'

/** What a closed ballot says to a case, ready for an officer to record: of the whole case, or of one person in it. */
export interface BallotFacts {
  readonly caseId: string
  readonly cadreId?: string
  readonly facts: RecordedFacts
}

/**
 * The facts of cases that a ballot gives. A recommendation gives that and when it was held, never who came out of it; a
 * decision gives its case the members due and present, and each person on record the votes.
 */
export function caseFactsOf(design: BallotDesign, report: BallotReport): readonly BallotFacts[] {
  const { caseId, heldOn } = design
  switch (design.kind) {
    case 'evaluation':
      return []
    case 'recommendation': {
      if (caseId === undefined) return []
      const [post, another] = design.posts
      const directed = another === undefined && post?.positionId !== undefined
      const facts: RecordedFacts = {
        meeting_held: true,
        meeting_on: heldOn,
        recommended_on: heldOn,
        directed,
        ...(directed && post?.positionId !== undefined ? { recommended_position: post.positionId } : {}),
      }
      return [{ caseId, facts }]
    }
    case 'decision': {
      const meeting = {
        decided_on: heldOn,
        voting: 'secret-ballot',
        members_due: report.turnout.due,
        members_present: report.turnout.present,
      } as const
      const counted = design.matters.flatMap((matter, place) => {
        const own = matter.caseId ?? caseId
        const votes = report.total.questions[place]?.marks[0]
        return own === undefined || votes === undefined ? [] : [{ caseId: own, cadreId: matter.cadreId, votes }]
      })
      return [...new Set(counted.map((matter) => matter.caseId))].flatMap((own): BallotFacts[] => [
        { caseId: own, facts: meeting },
        ...counted.flatMap(({ caseId: its, cadreId, votes }) =>
          its === own && cadreId !== undefined ? [{ caseId: own, cadreId, facts: { votes_for: votes } }] : [],
        ),
      ])
    }
  }
}
