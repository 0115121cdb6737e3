/** The candidates of cases as a meeting paper lists them. */
import { caseAbout, postsEnded, replay, standing } from '#appoint/procedure/index.ts'
import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Candidate, SelectionCase } from '#domain/selection-case.ts'
import type { Records } from '#records/index.ts'
import { readCases, readHeldPosts, readPresentPosts, readSeatWords, type TenureFact } from '#records/queries/index.ts'
import { postName, presentPost } from '../wording/index.ts'
import type { Proposal } from './cells.ts'
import { wordedPost, yearMonth } from './fact-texts.ts'
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
export async function subjectsOfCases(
  records: Records,
  asOf: DateCode,
  caseIds: readonly string[],
): Promise<readonly PaperSubject[]> {
  const open = new Map((await openCases(records)).map(({ caseId, selection }) => [caseId, selection]))
  const cases = caseIds.flatMap((caseId) => open.get(caseId) ?? [])
  const wordsOf = await readWords(records, asOf, cases)
  return cases.flatMap((selection) =>
    standing(selection).map((candidate) => ({
      cadreId: candidate.cadreId,
      proposal: { ...wordsOf(selection, candidate.cadreId), ...recommendationOf(selection, candidate) },
    })),
  )
}

type PostWords = (selection: SelectionCase, cadreId: string) => Pick<Proposal, 'proposedPost' | 'removedPost'>

/** What is entered and left: as the effect of the case has written it, or would write it of the posts held on the day. */
async function readWords({ database }: Records, asOf: DateCode, cases: readonly SelectionCase[]): Promise<PostWords> {
  const targets = cases.map(({ opening }) => opening.target)
  const ended = (selection: SelectionCase): string[] =>
    (selection.effect?.ended ?? []).flatMap(({ table, id }) => (table === 'tenures' ? [id] : []))
  const [seats, tenures, posts] = await Promise.all([
    readSeatWords(
      database,
      targets.flatMap((target) => (target.kind === 'seat' ? [target.positionId] : [])),
    ),
    readHeldPosts(database, [
      ...targets.flatMap((target) => (target.kind === 'post' ? [target.tenureId] : [])),
      ...cases.flatMap(ended),
    ]),
    readPresentPosts(
      database,
      cases.flatMap(standing).map(({ cadreId }) => cadreId),
      asOf,
    ),
  ])
  const wordsFor = (post: TenureFact | undefined): string => (post ? presentPost([wordedPost(post)]) : '')
  const targetWords = ({ opening: { target } }: SelectionCase): string => {
    if (target.kind === 'grade') return labelOf('grade', target.grade).zh
    if (target.kind === 'post') return wordsFor(tenures.get(target.tenureId))
    const seat = seats.get(target.positionId)
    return seat === undefined ? '' : postName(seat.unit_name, seat.title)
  }
  const left = (selection: SelectionCase, cadreId: string): readonly TenureFact[] => {
    if (selection.effect) return ended(selection).flatMap((id) => tenures.get(id) ?? [])
    const held = (posts.get(cadreId) ?? []).map((post) => ({ ...post, id: post.tenure_id, position: post.position_id }))
    return postsEnded(selection.opening, held)
  }
  return (selection, cadreId) =>
    caseAbout[selection.opening.kind] === 'person'
      ? { proposedPost: '', removedPost: targetWords(selection) }
      : {
          proposedPost: targetWords(selection),
          removedPost: presentPost(left(selection, cadreId).map(wordedPost)),
        }
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
