/** A count of paper sheets that came as a workbook, put beside the questions of the ballot. */
import { emptyTally, questionsOf } from '#appoint/voting/index.ts'
import type { BallotDesign, Tally } from '#domain/ballot.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { type BallotReading, readBallotSheet } from '#exchange/index.ts'

export interface PaperSheet {
  readonly tally: Tally
  readonly problems: readonly Problem[]
}

type Counted = BallotReading['tallies'][number]

/**
 * Reads one class of a decision, or of a recommendation for one post; names are matched as written. Nothing is stored: the
 * figures fill the form of whoever counts.
 * @throws ProblemError `sheet-not-for-ratings`, and what a damaged workbook gives
 */
export async function readPaperSheet(design: BallotDesign, bytes: Uint8Array, name: string): Promise<PaperSheet> {
  if (design.kind === 'evaluation' || (design.kind === 'recommendation' && design.posts.length > 1)) throw notForThis()
  const { tallies, slips, problems } = await readBallotSheet(bytes, name)
  const received = slips.returned ?? (slips.valid ?? 0) + (slips.invalid ?? 0)
  const invalid = slips.invalid ?? 0
  const read = design.kind === 'decision' ? decisionOf(design, tallies) : recommendationOf(design, tallies)
  return {
    tally: { received, invalid, questions: read.questions },
    problems: [...problems, ...read.strangers.map((one) => notOnSheet(one, name))],
  }
}

type Read = { readonly questions: Tally['questions']; readonly strangers: readonly Counted[] }

function decisionOf(design: BallotDesign & { kind: 'decision' }, tallies: readonly Counted[]): Read {
  const questions = design.matters.map(({ name }) => {
    const found = tallies.find((one) => one.name === name)
    const { agree = 0, disagree = 0, abstain = 0, defer = 0 } = found?.counts ?? {}
    const third = design.third === 'abstain' ? abstain : defer
    const other = design.third === 'abstain' ? defer : abstain
    return { marks: [agree, disagree, third], free: [], blank: other, spoiled: found?.spoiled ?? 0 }
  })
  const asked = new Set(design.matters.map(({ name }) => name))
  return { questions, strangers: tallies.filter(({ name }) => !asked.has(name)) }
}

function recommendationOf(design: BallotDesign & { kind: 'recommendation' }, tallies: readonly Counted[]): Read {
  const [post] = design.posts
  const [question] = emptyTally(questionsOf(design)).questions
  if (post === undefined || question === undefined) return { questions: [], strangers: tallies }
  const votesFor = ({ counts }: Counted): number => counts.recommend ?? counts.agree ?? 0
  const marks = post.reference.map(({ name }) => {
    const found = tallies.find((one) => one.name === name)
    return found ? votesFor(found) : 0
  })
  const listed = new Set(post.reference.map(({ name }) => name))
  const others = tallies.filter(({ name }) => !listed.has(name))
  const free = post.freeNames ? others.map((one) => ({ name: one.name, votes: votesFor(one) })) : []
  return { questions: [{ ...question, marks, free }], strangers: post.freeNames ? [] : others }
}

const notOnSheet = ({ name, place }: Counted, file: string): Problem => ({
  code: 'sheet-name-unknown',
  file,
  ...(place.row === undefined ? {} : { row: place.row }),
  message: { zh: `${name}不在这张票上，没有填入。`, en: `${name} is not on the sheet and was left out.` },
  mend: { zh: '核对文件是不是这次投票的。', en: 'Check that the file belongs to this ballot.' },
})

const notForThis = (): ProblemError =>
  new ProblemError({
    code: 'sheet-not-for-ratings',
    message: {
      zh: '测评票和多职位推荐票的纸质计数不能从文件填入。',
      en: 'Paper counts of ratings, and of recommendations for several posts, are not read from a file.',
    },
    mend: { zh: '在页面上逐项录入。', en: 'Enter them on the page.' },
  })
