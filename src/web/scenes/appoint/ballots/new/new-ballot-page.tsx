import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useId, useState } from 'react'
import { ballotsQuery, makeBallot } from '../../../../client/ballot-queries.ts'
import { caseQuery, casesQuery } from '../../../../client/case-queries.ts'
import { valueOf } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { ballotKindLabels, ballotWords, newBallotWords } from '../../../../language/words/ballots.ts'
import { frameWords } from '../../../../language/words/frame.ts'
import '../../../../parts/buttons.css'
import { DateInput } from '../../../../parts/date-input.tsx'
import { PageTitle } from '../../../../parts/page-title.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import '../ballots.css'
import { type BallotDraft, ballotOf, draftOfCase, emptyDraft, letterOf, missingIn } from './draft.ts'
import { SheetPart } from './sheet-part.tsx'

const today = (): string => new Date().toLocaleDateString('sv-SE')

/** A ballot is made: what is asked, of whom. `?caseId=` ties it to a case and takes seat and people from there. */
export function NewBallotPage() {
  const { say } = useSpeech()
  const caseId = valueOf(useSearch({ from: '/office/ballots/new' }), 'caseId') ?? ''
  const detail = useQuery({ ...caseQuery(caseId), enabled: caseId !== '' })
  const isReady = caseId === '' || detail.data !== undefined
  return (
    <>
      <PageTitle
        title={say(newBallotWords.title)}
        note={say(newBallotWords.note)}
        aside={<Link to="/ballots">{say(ballotWords.back)}</Link>}
      />
      {detail.isError && <ErrorPanel error={detail.error} onRetry={() => void detail.refetch()} />}
      {isReady ? (
        <BallotForm initial={detail.data ? draftOfCase(today(), detail.data) : emptyDraft(today(), '')} />
      ) : (
        detail.isPending && <SkeletonRows rows={8} height={46} />
      )}
    </>
  )
}

function BallotForm({ initial }: { initial: BallotDraft }) {
  const { say } = useSpeech()
  const [draft, setDraft] = useState(initial)
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
  const client = useQueryClient()
  const making = useMutation({
    mutationFn: makeBallot,
    onSuccess: async ({ ballotId }) => {
      await client.invalidateQueries({ queryKey: ballotsQuery.queryKey })
      await navigate({ to: '/ballots/$ballotId', params: { ballotId } })
    },
  })
  const change = (more: Partial<BallotDraft>) => setDraft({ ...draft, ...more })
  const missing = missingIn(draft)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (missing.length === 0) making.mutate(ballotOf(draft))
  }
  return (
    <form className="ballot-parts" onSubmit={submit} noValidate>
      <HeadPart draft={draft} onChange={change} />
      <ClassesPart draft={draft} onChange={change} />
      <SheetPart draft={draft} onChange={change} />
      {making.isError && <ErrorPanel error={making.error} what={say(ballotWords.failed)} />}
      <div className="ballot-actions">
        <button type="submit" className="main-button" disabled={making.isPending}>
          {say(newBallotWords.save)}
        </button>
        <span role="status">
          {asked &&
            missing.length > 0 &&
            say(newBallotWords.missing, { what: missing.map((one) => say(one)).join(say(frameWords.comma)) })}
        </span>
      </div>
    </form>
  )
}

interface PartProps {
  readonly draft: BallotDraft
  onChange(more: Partial<BallotDraft>): void
}

function HeadPart({ draft, onChange }: PartProps) {
  const { say } = useSpeech()
  const id = useId()
  const cases = useQuery(casesQuery({ standing: 'open' })).data?.cases ?? []
  return (
    <Panel title={say(newBallotWords.basics)}>
      <div className="ballot-fields">
        <span>{say(ballotWords.kind)}</span>
        <fieldset className="ballot-choices">
          <legend className="out-of-sight">{say(ballotWords.kind)}</legend>
          {(['recommendation', 'evaluation', 'decision'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="kind" checked={draft.kind === kind} onChange={() => onChange({ kind })} />{' '}
              {say(ballotKindLabels[kind])}
            </label>
          ))}
        </fieldset>
        <label htmlFor={`${id}-title`}>{say(ballotWords.name)}</label>
        <input
          id={`${id}-title`}
          type="text"
          maxLength={200}
          value={draft.title}
          onChange={({ target }) => onChange({ title: target.value })}
        />
        <label htmlFor={`${id}-day`}>{say(ballotWords.heldOn)}</label>
        <span>
          <DateInput
            id={`${id}-day`}
            label={say(ballotWords.heldOn)}
            value={draft.heldOn}
            onChange={(heldOn) => onChange({ heldOn })}
          />
        </span>
        <label htmlFor={`${id}-case`}>{say(newBallotWords.caseOf)}</label>
        <select id={`${id}-case`} value={draft.caseId} onChange={({ target }) => onChange({ caseId: target.value })}>
          <option value="">{say(newBallotWords.noCase)}</option>
          {cases.map(({ caseId, title }) => (
            <option key={caseId} value={caseId}>
              {title}
            </option>
          ))}
        </select>
      </div>
    </Panel>
  )
}

const mostClasses = 12

function ClassesPart({ draft, onChange }: PartProps) {
  const { say } = useSpeech()
  const { classes } = draft
  const write = (at: number, more: Partial<(typeof classes)[number]>) =>
    onChange({ classes: classes.map((one, place) => (place === at ? { ...one, ...more } : one)) })
  return (
    <Panel title={say(newBallotWords.classes)}>
      <div className="ballot-lines">
        {classes.map((one, at) => (
          <div key={letterOf(at)} className="ballot-line">
            <span>{letterOf(at)}</span>
            <input
              type="text"
              maxLength={60}
              aria-label={`${say(newBallotWords.className)} ${letterOf(at)}`}
              value={one.label}
              onChange={({ target }) => write(at, { label: target.value })}
            />
            <label className="ballot-line">
              {say(ballotWords.due)}
              <input
                type="number"
                min={1}
                max={5000}
                value={one.due}
                onChange={({ target }) => write(at, { due: Number(target.value) })}
              />
            </label>
            {classes.length > 1 && (
              <button
                type="button"
                className="plain-button"
                onClick={() => onChange({ classes: classes.filter((_one, place) => place !== at) })}
              >
                {say(newBallotWords.remove)}
              </button>
            )}
          </div>
        ))}
        <button
          type="button"
          className="side-button"
          disabled={classes.length >= mostClasses}
          onClick={() => {
            const label = say(newBallotWords.classNamed, { id: letterOf(classes.length) })
            onChange({ classes: [...classes, { label, due: 10 }] })
          }}
        >
          {say(newBallotWords.addClass)}
        </button>
      </div>
    </Panel>
  )
}
