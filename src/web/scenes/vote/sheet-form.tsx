import { Fragment } from 'react'
import type { BallotQuestionShape } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { voteWords } from '../../language/words/votes.ts'
import { type Answer, marksOf, toggled } from './draft.ts'

interface SheetFormProps {
  readonly questions: readonly BallotQuestionShape[]
  readonly answers: readonly Answer[]
  onAnswer(question: number, answer: Answer): void
}

/** The sheet: questions about one person stand under one heading. */
export function SheetForm({ questions, answers, onAnswer }: SheetFormProps) {
  return questions.map((question, place) => {
    const begins = questions[place - 1]?.subject !== question.subject || question.aspect.zh === ''
    const answer = answers[place] ?? { options: [], names: [] }
    return (
      <Fragment key={`${question.subject} ${question.aspect.zh} ${question.note}`}>
        {begins && (
          <header className="vote-subject">
            <h2>{question.subject}</h2>
            {question.note !== '' && <p>{question.note}</p>}
          </header>
        )}
        <Question question={question} answer={answer} place={place} onAnswer={(next) => onAnswer(place, next)} />
      </Fragment>
    )
  })
}

/** Letters of a choice that a third of a telephone has room for. */
const roomFor = 6

/** A few short choices stand side by side, four in two rows of two; people with their posts one under another. */
function acrossOf({ most, options }: BallotQuestionShape): string {
  if (most !== 1 || options.length > 5 || options.some(({ zh }) => zh.length > roomFor)) return ''
  return options.length % 2 === 0 ? 'in-pairs' : 'across'
}

interface QuestionProps {
  readonly question: BallotQuestionShape
  readonly answer: Answer
  readonly place: number
  onAnswer(answer: Answer): void
}

function Question({ question, answer, place, onAnswer }: QuestionProps) {
  const { say } = useSpeech()
  const { subject, aspect, options, most } = question
  const chosen = marksOf(answer).length
  const isSingle = most === 1
  return (
    <fieldset className={`vote-question ${acrossOf(question)}`}>
      <legend className={aspect.zh === '' ? 'out-of-sight' : undefined}>
        {aspect.zh === '' ? subject : <span aria-label={`${subject} ${say(aspect)}`}>{say(aspect)}</span>}
      </legend>
      {!isSingle && <p role="status">{say(voteWords.chooseUpTo, { most, chosen })}</p>}
      <div className="vote-options">
        {options.map((option, at) => {
          const isMarked = answer.options.includes(at)
          return (
            <label key={option.zh} className="vote-option">
              <input
                type={isSingle ? 'radio' : 'checkbox'}
                name={`question-${place}`}
                checked={isMarked}
                disabled={!isSingle && !isMarked && chosen >= most}
                onChange={() => onAnswer(toggled(answer, at, most))}
              />
              <span>{say(option)}</span>
            </label>
          )
        })}
      </div>
      {question.freeNames && <FreeNames question={question} answer={answer} place={place} onAnswer={onAnswer} />}
      {isSingle && chosen > 0 && (
        <button type="button" className="plain-button" onClick={() => onAnswer({ options: [], names: [] })}>
          {say(voteWords.clear)}
        </button>
      )}
    </fieldset>
  )
}

/** Names beside the list, as many as may still be chosen. */
function FreeNames({ question, answer, onAnswer }: QuestionProps) {
  const { say } = useSpeech()
  const { most } = question
  const room = most === 1 ? 1 : most - answer.options.length
  const names = answer.names.length === 0 && room > 0 ? [''] : answer.names
  const write = (at: number, name: string) => {
    const written = names.map((one, index) => (index === at ? name : one))
    onAnswer({ options: most === 1 ? [] : answer.options, names: written })
  }
  return (
    <div className="vote-names">
      {names.map((name, at) => (
        <input
          key={at}
          type="text"
          maxLength={30}
          aria-label={`${question.subject} ${say(voteWords.writeName)} ${at + 1}`}
          placeholder={say(voteWords.writeName)}
          value={name}
          onChange={({ target }) => write(at, target.value)}
        />
      ))}
      {names.length > 0 && names.length < room && names.every((name) => name.trim() !== '') && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onAnswer({ options: answer.options, names: [...names, ''] })}
        >
          {say(voteWords.addName)}
        </button>
      )}
    </div>
  )
}
