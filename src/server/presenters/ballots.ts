import {
  type BallotFacts,
  caseFactsOf,
  handedTo,
  paperDifferences,
  protectedGroups,
  questionsOf,
  type VotingSettings,
} from '#appoint/voting/index.ts'
import type { BallotDesign, BallotState } from '#domain/ballot.ts'
import { formatDate } from '#domain/calendar.ts'
import type { BallotRecord } from '#records/queries/index.ts'
import type { ClosedReport } from '../ballots/ballot-desk.ts'
import { labelOfFactName, shownFact, writtenFact } from '../cases/present-facts.ts'
import type { BallotQuestionShape, BallotShape, BallotSummary, RecordedFactsShape } from '../contract/index.ts'

const stepOf = ({ steps }: BallotRecord, name: string) => steps.find(({ step }) => step === name)

export function stateOf(ballot: BallotRecord): BallotState {
  if (stepOf(ballot, 'closed')) return 'closed'
  if (stepOf(ballot, 'cancelled')) return 'cancelled'
  return stepOf(ballot, 'opened') ? 'open' : 'prepared'
}

/** The report of a closed ballot; before that there is none anywhere. */
export const reportOf = (ballot: BallotRecord): ClosedReport | undefined =>
  stepOf(ballot, 'closed')?.detail as ClosedReport | undefined

export const presentQuestions = (design: BallotDesign): BallotQuestionShape[] =>
  questionsOf(design).map(({ subject, note, aspect, options, most, freeNames, blankAs }) => ({
    subject,
    note,
    aspect,
    options: [...options],
    most,
    freeNames,
    blankAs: blankAs ?? null,
  }))

export function presentBallotSummary(ballot: BallotRecord): BallotSummary {
  const { design } = ballot
  const report = reportOf(ballot)
  const open = Object.values(ballot.progress).reduce((sum, { cast }) => sum + cast, 0)
  return {
    ballotId: ballot.ballotId,
    kind: design.kind,
    title: design.title,
    heldOn: formatDate(design.heldOn),
    state: stateOf(ballot),
    due: design.classes.reduce((sum, { due }) => sum + due, 0),
    cast: report?.turnout.received ?? open,
  }
}

export function presentBallot(ballot: BallotRecord, { leastShown }: VotingSettings): BallotShape {
  const { design, roll } = ballot
  const report = reportOf(ballot)
  const closed = stepOf(ballot, 'closed')
  const cancelled = stepOf(ballot, 'cancelled')
  const [first, second] = ballot.paper
  const handed = Object.fromEntries(design.classes.map(({ id }) => [id, handedTo(roll, id)]))
  return {
    ...presentBallotSummary(ballot),
    madeBy: ballot.madeBy,
    madeAt: ballot.madeAt.toISOString(),
    caseId: design.caseId ?? null,
    classes: [...design.classes],
    questions: presentQuestions(design),
    roll: { voters: [...roll.voters], handed },
    progress: presentProgress(ballot, leastShown),
    paperCounts: ballot.paper.map(({ entry, count }) => ({ entry, countedBy: count.countedBy })),
    differences:
      first && second
        ? paperDifferences(design, first.count, second.count).map(({ classId, what }) => ({ classId, what }))
        : [],
    leastShown,
    report:
      report && closed
        ? {
            ...(report as NonNullable<BallotShape['report']>),
            closedAt: instantOf(closed.at),
            closedBy: closed.by,
          }
        : null,
    cancelled: cancelled
      ? { reason: (cancelled.detail as { reason: string }).reason, by: cancelled.by, at: instantOf(cancelled.at) }
      : null,
    forCases: report ? caseFactsOf(design, report).map(presentCaseFacts) : [],
  }
}

const instantOf = (at: string): string => new Date(at).toISOString()

/** How many have cast, class by class; classes of few voters together, by the same rule as the report. */
function presentProgress({ design, progress }: BallotRecord, leastShown: number): BallotShape['progress'] {
  const groups = protectedGroups(
    design.classes.map(({ id, due }) => ({ id, size: due })),
    leastShown,
  )
  return groups.map((ids) => ({
    classes: [...ids],
    made: ids.reduce((sum, id) => sum + (progress[id]?.made ?? 0), 0),
    cast: ids.reduce((sum, id) => sum + (progress[id]?.cast ?? 0), 0),
  }))
}

const presentCaseFacts = ({ caseId, cadreId, facts }: BallotFacts): BallotShape['forCases'][number] => ({
  caseId,
  cadreId: cadreId ?? null,
  facts: Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, writtenFact(name, value)]),
  ) as RecordedFactsShape,
  shown: Object.entries(facts).map(([name, value]) => ({
    label: labelOfFactName(name),
    value: shownFact(name, value),
  })),
})
