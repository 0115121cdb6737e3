/** The candidates of cases as a meeting paper lists them. */
import { caseAbout, replay } from '#appoint/procedure/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Candidate, SelectionCase } from '#domain/selection-case.ts'
import type { Records } from '#records/index.ts'
import { readCases, readHeldPosts, readSeatWords } from '#records/queries/index.ts'
import { postName, yearMonth } from './fact-texts.ts'
import type { PaperSubject } from './people-paper.ts'

export interface CaseOnPaper {
  readonly caseId: string
  readonly selection: SelectionCase
}

/** Cases that are under way, the newest first. */
export async function openCases({ database }: Records): Promise<readonly CaseOnPaper[]> {
  const cases = await readCases(database, { openOnly: true })
  return [...cases].map(([caseId, events]) => ({ caseId, selection: replay(events) }))
}

/** A row for each candidate who has not left, in the order of the ids. What a case does not say is left blank. */
export async function subjectsOfCases(records: Records, caseIds: readonly string[]): Promise<readonly PaperSubject[]> {
  const open = new Map((await openCases(records)).map(({ caseId, selection }) => [caseId, selection]))
  const cases = caseIds.flatMap((caseId) => open.get(caseId) ?? [])
  const targets = cases.map(({ opening }) => opening.target)
  const [seats, posts] = await Promise.all([
    readSeatWords(
      records.database,
      targets.flatMap((target) => (target.kind === 'seat' ? [target.positionId] : [])),
    ),
    readHeldPosts(
      records.database,
      targets.flatMap((target) => (target.kind === 'post' ? [target.tenureId] : [])),
    ),
  ])
  const wordsOf = ({ opening: { kind, target } }: SelectionCase): { proposedPost: string; removedPost: string } => {
    if (target.kind === 'grade') return { proposedPost: labelOf('grade', target.grade).zh, removedPost: '' }
    const words = target.kind === 'seat' ? seats.get(target.positionId) : posts.get(target.tenureId)
    const post = words === undefined ? '' : postName(words.unit_name, words.title)
    const isLeft = caseAbout[kind] === 'person'
    return { proposedPost: isLeft ? '' : post, removedPost: isLeft ? post : '' }
  }
  return cases.flatMap((selection) =>
    selection.candidates
      .filter(({ left }) => left === undefined)
      .map((candidate) => ({
        cadreId: candidate.cadreId,
        proposal: { ...wordsOf(selection), ...recommendationOf(selection, candidate) },
      })),
  )
}

/** When each recommendation and the appraisal took place, where that is recorded. */
function recommendationOf(selection: SelectionCase, candidate: Candidate) {
  const { talks_on, meeting_on, appraised_on } = { ...selection.facts, ...candidate.facts }
  return {
    talkRecommendation: monthOf(talks_on),
    meetingRecommendation: monthOf(meeting_on),
    appraisalResult: monthOf(appraised_on),
  }
}

const monthOf = (date: DateCode | undefined): string => (date === undefined ? '' : yearMonth(formatDate(date)))
