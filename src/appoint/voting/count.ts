import type { BallotQuestion, Mark, QuestionTally, Sheet, Tally } from '#domain/ballot.ts'

/**
 * Counts sheets as they lie. A question left blank counts as the option that says so, else as blank; one with too many marks
 * is spoiled and gives nobody a vote, the rest of the sheet stands.
 * @example countSheets(questions, [[[0]], [[]], [[1]]]).questions[0] // marks [1, 1, 1] where a blank is an abstention
 */
export function countSheets(questions: readonly BallotQuestion[], sheets: readonly Sheet[]): Tally {
  return {
    received: sheets.length,
    invalid: 0,
    questions: questions.map((question, place) =>
      countQuestion(
        question,
        sheets.map((sheet) => sheet[place] ?? []),
      ),
    ),
  }
}

function countQuestion(question: BallotQuestion, answers: readonly (readonly Mark[])[]): QuestionTally {
  const marks = question.options.map(() => 0)
  const free = new Map<string, number>()
  let blank = 0
  let spoiled = 0
  for (const answer of answers) {
    if (answer.length > question.most) spoiled += 1
    else if (answer.length === 0 && question.blankAs === undefined) blank += 1
    else
      for (const mark of answer.length === 0 ? [question.blankAs ?? 0] : answer) {
        if (typeof mark === 'number') marks[mark] = (marks[mark] ?? 0) + 1
        else free.set(mark, (free.get(mark) ?? 0) + 1)
      }
  }
  return { marks, free: byName(free), blank, spoiled }
}

const byName = (votes: ReadonlyMap<string, number>): QuestionTally['free'] =>
  [...votes].map(([name, count]) => ({ name, votes: count })).sort((a, b) => (a.name < b.name ? -1 : 1))

/** Nothing counted yet. */
export const emptyTally = (questions: readonly BallotQuestion[]): Tally => countSheets(questions, [])

/** Two counts of one ballot as one. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    received: a.received + b.received,
    invalid: a.invalid + b.invalid,
    questions: a.questions.map((one, place) => {
      const other = b.questions[place]
      return other === undefined ? one : addQuestions(one, other)
    }),
  }
}

function addQuestions(a: QuestionTally, b: QuestionTally): QuestionTally {
  const free = new Map<string, number>()
  for (const { name, votes } of [...a.free, ...b.free]) free.set(name, (free.get(name) ?? 0) + votes)
  return {
    marks: a.marks.map((votes, option) => votes + (b.marks[option] ?? 0)),
    free: byName(free),
    blank: a.blank + b.blank,
    spoiled: a.spoiled + b.spoiled,
  }
}
