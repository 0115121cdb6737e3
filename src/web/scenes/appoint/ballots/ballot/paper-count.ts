/** A count of paper sheets while it is typed. */
import type { BallotShape, TallyShape } from '#server/contract/index.ts'

export const emptyTally = ({ questions }: BallotShape): TallyShape => ({
  received: 0,
  invalid: 0,
  questions: questions.map(({ options }) => ({ marks: options.map(() => 0), free: [], blank: 0, spoiled: 0 })),
})

type QuestionCount = TallyShape['questions'][number]

export const withQuestion = (tally: TallyShape, place: number, more: Partial<QuestionCount>): TallyShape => ({
  ...tally,
  questions: tally.questions.map((one, at) => (at === place ? { ...one, ...more } : one)),
})

/** Names with their votes, one a line. @example freeOf('赵四 3\n钱五') // a name without a number has one vote */
export const freeOf = (lines: string): QuestionCount['free'] =>
  lines
    .split('\n')
    .map((line) => /^(.*?)[\s，,]*(\d*)$/.exec(line.trim()))
    .flatMap((match) => {
      const name = match?.[1]?.trim() ?? ''
      return name === '' ? [] : [{ name, votes: match?.[2] ? Number(match[2]) : 1 }]
    })
