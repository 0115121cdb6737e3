import type { BallotQuestionShape } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { voteWords } from '../../language/words/votes.ts'
import { type Answer, marksOf } from './draft.ts'

interface ReviewProps {
  readonly questions: readonly BallotQuestionShape[]
  readonly answers: readonly Answer[]
}

/** The whole sheet in words, as it will be counted. */
export function Review({ questions, answers }: ReviewProps) {
  const { say } = useSpeech()
  const marks = questions.map((_, place) => marksOf(answers[place] ?? { options: [], names: [] }))
  const blanks = marks.filter((one) => one.length === 0).length
  const said = (question: BallotQuestionShape, given: readonly (number | string)[]): string => {
    const meant = question.blankAs === null ? undefined : question.options[question.blankAs]
    if (given.length === 0) return meant ? say(voteWords.blankCounts, { option: meant }) : say(voteWords.blank)
    return given
      .map((mark) => (typeof mark === 'string' ? mark : say(question.options[mark] ?? { zh: '', en: '' })))
      .join(say(frameWords.comma))
  }
  return (
    <>
      <dl className="vote-review">
        {questions.map((question, place) => (
          <div key={`${question.subject} ${question.aspect.zh} ${question.note}`}>
            <dt>
              {question.subject} {say(question.aspect)}
            </dt>
            <dd>{said(question, marks[place] ?? [])}</dd>
          </div>
        ))}
      </dl>
      {blanks > 0 && <p>{say(voteWords.blanks, { count: blanks })}</p>}
      <p>{say(voteWords.reviewNote)}</p>
    </>
  )
}
