import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { VotingPaper } from '#server/contract/index.ts'
import { RequestFailure } from '../../client/failure.ts'
import { change } from '../../client/request.ts'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { voteWords } from '../../language/words/votes.ts'
import { useTabTitle } from '../../parts/page-title.tsx'
import { type Answer, keepDraft, keptDraft, marksOf } from './draft.ts'
import { Review } from './review.tsx'
import { SheetForm } from './sheet-form.tsx'
import './vote.css'

/** A code in the part of the address that browsers keep to themselves; it is taken out at once. */
function codeInAddress(): string {
  const code = decodeURIComponent(window.location.hash.slice(1))
  if (code !== '') window.history.replaceState(window.history.state, '', window.location.pathname)
  return code
}

interface OpenSheet {
  readonly code: string
  readonly paper: VotingPaper
}

type Ending = 'cast' | 'already'

const isAlreadyCast = (error: unknown): boolean => error instanceof RequestFailure && error.status === 409

/** Voting, on a phone, without a login: a code, the sheet, a last look, the box. */
export function VotePage() {
  const { say } = useSpeech()
  useTabTitle(say(voteWords.title))
  const [sheet, setSheet] = useState<OpenSheet>()
  const [ending, setEnding] = useState<Ending>()
  const end = (how: Ending) => {
    keepDraft(undefined)
    setSheet(undefined)
    setEnding(how)
  }
  return (
    <main className="vote">
      <header className="vote-top">
        <LanguageSwitch />
      </header>
      {ending && <Ended how={ending} onAgain={() => setEnding(undefined)} />}
      {!ending && !sheet && <CodeForm onOpen={setSheet} onUsed={() => end('already')} />}
      {!ending && sheet && <Voting key={sheet.code} {...sheet} onEnd={end} />}
    </main>
  )
}

interface CodeFormProps {
  onOpen(sheet: OpenSheet): void
  onUsed(): void
}

function CodeForm({ onOpen, onUsed }: CodeFormProps) {
  const { say } = useSpeech()
  const [code, setCode] = useState(() => codeInAddress() || (keptDraft()?.code ?? ''))
  const opening = useMutation({
    mutationFn: (typed: string) => change<VotingPaper>('POST', '/votes/paper', { code: typed }),
    onSuccess: (paper, typed) => onOpen({ code: typed, paper }),
    onError: (error) => {
      if (isAlreadyCast(error)) onUsed()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') opening.mutate(code.trim())
  }
  return (
    <form className="vote-card" onSubmit={submit}>
      <h1>{say(voteWords.title)}</h1>
      <label>
        <span>{say(voteWords.code)}</span>
        <input
          className="vote-code"
          autoCapitalize="characters"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={40}
          placeholder={say(voteWords.codeHint)}
          value={code}
          onChange={({ target }) => setCode(target.value)}
        />
      </label>
      {opening.isError && !isAlreadyCast(opening.error) && <Refusal error={opening.error} />}
      <button type="submit" className="vote-main" disabled={opening.isPending || code.trim() === ''}>
        {say(opening.isPending ? voteWords.opening : voteWords.open)}
      </button>
      <p>{say(voteWords.anonymous)}</p>
    </form>
  )
}

interface VotingProps extends OpenSheet {
  onEnd(how: Ending): void
}

function Voting({ code, paper, onEnd }: VotingProps) {
  const { say } = useSpeech()
  const [answers, setAnswers] = useState<readonly Answer[]>(() => begun(code, paper))
  const [isReviewed, setReviewed] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const casting = useMutation({
    mutationFn: () => change<object>('POST', '/votes', { code, sheet: answers.map(marksOf) }),
    onSuccess: () => onEnd('cast'),
    onError: (error) => {
      if (isAlreadyCast(error)) onEnd('already')
    },
  })
  useEffect(() => {
    keepDraft({ code, answers, until: Date.now() + paper.draftHours * 3_600_000 })
  }, [code, answers, paper])
  const turn = (reviewed: boolean) => {
    casting.reset()
    setReviewed(reviewed)
    window.scrollTo(0, 0)
    heading.current?.focus()
  }
  return (
    <section className="vote-sheet">
      <h1 ref={heading} tabIndex={-1}>
        {isReviewed ? say(voteWords.reviewTitle) : paper.title}
      </h1>
      <p>{isReviewed ? paper.title : `${day(paper.heldOn)}　${paper.voterClass}`}</p>
      {isReviewed ? (
        <Review questions={paper.questions} answers={answers} />
      ) : (
        <SheetForm
          questions={paper.questions}
          answers={answers}
          onAnswer={(question, answer) => setAnswers(answers.map((one, place) => (place === question ? answer : one)))}
        />
      )}
      {casting.isError && !isAlreadyCast(casting.error) && <Refusal error={casting.error} isCasting />}
      <footer className="vote-foot">
        {!isReviewed && <Progress answers={answers} />}
        {isReviewed ? (
          <>
            <button type="button" className="vote-side" disabled={casting.isPending} onClick={() => turn(false)}>
              {say(voteWords.back)}
            </button>
            <button type="button" className="vote-main" disabled={casting.isPending} onClick={() => casting.mutate()}>
              {say(casting.isPending ? voteWords.casting : voteWords.cast)}
            </button>
          </>
        ) : (
          <button type="button" className="vote-main" onClick={() => turn(true)}>
            {say(voteWords.review)}
          </button>
        )}
      </footer>
      {!isReviewed && <p>{say(voteWords.draftKept, { hours: paper.draftHours })}</p>}
    </section>
  )
}

/** How many questions have a mark: none has to have one. */
function Progress({ answers }: { answers: readonly Answer[] }) {
  const { say } = useSpeech()
  const done = answers.filter((answer) => marksOf(answer).length > 0).length
  return (
    <p className="vote-progress">
      <progress max={answers.length} value={done} aria-label={say(voteWords.progressLabel)} />
      <span>{say(voteWords.progress, { done, all: answers.length })}</span>
    </p>
  )
}

/** What was begun with this code before, or an empty sheet. */
function begun(code: string, { questions }: VotingPaper): readonly Answer[] {
  const draft = keptDraft()
  const isSame = draft?.code === code && draft.answers.length === questions.length
  return isSame ? draft.answers : questions.map(() => ({ options: [], names: [] }))
}

function Ended({ how, onAgain }: { how: Ending; onAgain(): void }) {
  const { say } = useSpeech()
  return (
    <section className="vote-card" role="status">
      <h1>{say(how === 'cast' ? voteWords.done : voteWords.already)}</h1>
      <p>{say(voteWords.doneNote)}</p>
      <button type="button" className="plain-button" onClick={onAgain}>
        {say(voteWords.another)}
      </button>
    </section>
  )
}

/** What is wrong, and how to go on. An answer that never came leaves open whether the sheet is in the box. */
function Refusal({ error, isCasting = false }: { error: Error; isCasting?: boolean }) {
  const { say } = useSpeech()
  const failure = error instanceof RequestFailure ? error : new RequestFailure('broken', 0)
  const unanswered = isCasting && (failure.kind === 'offline' || failure.kind === 'broken')
  const text = unanswered
    ? say(voteWords.lost)
    : failure.said
      ? `${say(failure.said.message)}${say(failure.said.mend)}`
      : say(frameWords.errorOffline)
  return (
    <p className="vote-said" role="alert">
      {text}
    </p>
  )
}
