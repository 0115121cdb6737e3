import { type FormEvent, useState } from 'react'
import type { SlateChoices, SlateRequestShape } from '#server/contract/index.ts'
import { RequestFailure } from '../../../../client/failure.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { wishWords } from '../../../../language/words/slates.ts'
import '../../../../parts/buttons.css'
import type { FoundPerson } from '../../../../parts/person-search.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useSearch } from '../../slate/search-again.ts'
import { type Draft, type Field, problemsOf } from './draft.ts'
import { Problem } from './fields.tsx'
import { FloorsPart } from './floors-part.tsx'
import { GoalsPart } from './goals-part.tsx'
import { type LockSeat, LocksPart } from './locks-part.tsx'
import { PoolPart } from './pool-part.tsx'
import { PoolWords } from './pool-words.tsx'
import { PreviewPart } from './preview-part.tsx'
import { ReachPart } from './reach-part.tsx'
import { VacanciesPart } from './vacancies-part.tsx'

interface WishFormProps {
  readonly choices: SlateChoices
  readonly initial: Draft
  readonly seats: readonly LockSeat[]
  /** The slate that is changed. */
  readonly basedOn: string | undefined
}

/** The whole form; it can be sent as it is. What is wrong stands beside its field, what the server says too. */
export function WishForm({ choices, initial, seats, basedOn }: WishFormProps) {
  const { say } = useSpeech()
  const [draft, setDraft] = useState(initial)
  const [wasSent, setSent] = useState(false)
  const search = useSearch()
  const { request, people } = draft
  const problems = wasSent ? { ...saidOf(search.error), ...problemsOf(draft) } : {}
  const set = (next: SlateRequestShape) => {
    if (search.isError) search.reset()
    setDraft((known) => ({ ...known, request: next }))
  }
  const name = (person: FoundPerson) =>
    setDraft((known) => ({ ...known, people: { ...known.people, [person.cadreId]: person.name } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setSent(true)
    if (Object.keys(problemsOf(draft)).length > 0) return
    search.mutate({ name: draft.name.trim(), request, basedOn })
  }
  return (
    <form className="wishes" onSubmit={submit} noValidate>
      <div className="wish-column">
        <VacanciesPart vacancies={choices.vacancies} request={request} problem={problems.vacancies} onChange={set} />
        <PoolPart
          choices={choices}
          request={request}
          people={people}
          problem={problems.pool}
          verdictProblem={problems.verdicts}
          onChange={set}
          onName={name}
        />
        <PreviewPart request={request} onChange={set} onName={name} />
      </div>
      <div className="wish-column">
        <ReachPart request={request} onChange={set} />
        <GoalsPart choices={choices} request={request} onChange={set} />
        <FloorsPart request={request} problem={problems.floors} onChange={set} />
        <LocksPart request={request} seats={seats} people={people} onChange={set} onName={name} />
      </div>
      <div className="wish-start">
        <label className="wish-title">
          <span>{say(wishWords.name)}</span>
          <input
            type="text"
            maxLength={60}
            value={draft.name}
            aria-invalid={problems.name !== undefined}
            onChange={({ target }) => setDraft({ ...draft, name: target.value })}
          />
        </label>
        <span className="second wish-summary">
          <Summary request={request} />
        </span>
        <button type="submit" className="main-button" disabled={search.isPending}>
          {say(search.isPending ? wishWords.starting : wishWords.start)}
        </button>
        <Problem problem={problems.name} />
        {search.isError && <ErrorPanel error={search.error} />}
      </div>
    </form>
  )
}

const fields: Readonly<Record<string, Field>> = {
  name: 'name',
  vacancies: 'vacancies',
  pool: 'pool',
  verdicts: 'verdicts',
  structure: 'floors',
  floors: 'floors',
}

/** What the server said of one field, beside that field: `request.pool.units` is of the pool. */
function saidOf(error: unknown): ReturnType<typeof problemsOf> {
  const said = error instanceof RequestFailure ? error.said : undefined
  const field = said?.field
    ?.split(/[./]/)
    .map((part) => fields[part])
    .find((part) => part !== undefined)
  return said && field ? { [field]: said.message } : {}
}

function Summary({ request }: { request: SlateRequestShape }) {
  const { say } = useSpeech()
  const { vacancies, movesMost } = request
  return (
    <>
      {say(wishWords.summary, { vacancies: count(vacancies.length) })} <PoolWords request={request} />
      {say(wishWords.summaryThen)}
      {movesMost === undefined ? say(wishWords.anyMoves) : say(wishWords.atMostMoves, { count: movesMost })}
    </>
  )
}
