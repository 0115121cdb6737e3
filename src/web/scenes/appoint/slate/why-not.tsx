import { useQuery } from '@tanstack/react-query'
import { Drawer, Select } from 'antd'
import { useState } from 'react'
import type { WhyNotAnswer, WhyNotQuestion } from '#server/contract/index.ts'
import { whyNotQuery } from '../../../client/slate-queries.ts'
import { figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { answerLabels, whyNotWords } from '../../../language/words/slate.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { type FoundPerson, PersonSearch } from '../../../parts/person-search.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { movesOnlyIn } from './plan-trade.ts'
import { withLock } from './relock.ts'
import { useSearchAgain } from './search-again.ts'
import type { Plan, PlanMove, Slate } from './shapes.ts'
import type { SlateView } from './slate-view.ts'
import './move.css'

interface WhyNotProps {
  readonly slate: Slate
  readonly plan: Plan
  /** Which of the plans. */
  readonly at: number
  readonly view: SlateView
}

/** Why somebody else is not in a seat: the plan is searched again with him or her there. */
export function WhyNotDrawer({ slate, plan, at, view }: WhyNotProps) {
  const { say } = useSpeech()
  return (
    <Drawer
      open={view.whyNot !== undefined}
      onClose={() => view.show({ whyNot: '' })}
      title={say(whyNotWords.title)}
      size={440}
      destroyOnHidden
    >
      {view.whyNot !== undefined && <Question slate={slate} plan={plan} at={at} view={view} />}
    </Drawer>
  )
}

function Question({ slate, plan, at, view }: WhyNotProps) {
  const { say } = useSpeech()
  const seats = [...plan.moves.map(({ to }) => to), ...plan.unfilled.map(({ seat }) => seat)]
  const seat = seats.find(({ positionId }) => positionId === view.whyNot)
  const [person, setPerson] = useState<FoundPerson>()
  return (
    <div className="why-not">
      <Select<string>
        aria-label={say(whyNotWords.seat)}
        placeholder={say(whyNotWords.pickSeat)}
        showSearch={{ optionFilterProp: 'label' }}
        options={seats.map(({ positionId, unitName, title }) => ({ value: positionId, label: `${unitName} ${title}` }))}
        value={seat?.positionId ?? null}
        onChange={(positionId) => view.show({ whyNot: positionId })}
      />
      <PersonSearch label={say(whyNotWords.person)} onPick={setPerson} />
      {seat && person ? (
        <Answered
          key={`${seat.positionId} ${person.cadreId}`}
          slate={slate}
          plan={plan}
          person={person}
          question={{ plan: at, cadreId: person.cadreId, positionId: seat.positionId }}
        />
      ) : (
        <p className="second">{say(whyNotWords.hint)}</p>
      )}
    </div>
  )
}

interface AnsweredProps {
  readonly slate: Slate
  readonly plan: Plan
  readonly person: FoundPerson
  readonly question: WhyNotQuestion
}

function Answered({ slate, plan, person, question }: AnsweredProps) {
  const { say } = useSpeech()
  const asked = useQuery(whyNotQuery(slate.slateId, question))
  return (
    <section className="why-not-answer" aria-live="polite">
      <h3>{person.name}</h3>
      {asked.isPending && <SkeletonRows rows={4} height={32} what={say(whyNotWords.asking)} />}
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.data && <Answer slate={slate} plan={plan} question={question} answer={asked.data} />}
    </section>
  )
}

interface AnswerProps {
  readonly slate: Slate
  readonly plan: Plan
  readonly question: WhyNotQuestion
  readonly answer: WhyNotAnswer
}

function Answer({ slate, plan, question: { cadreId, positionId }, answer }: AnswerProps) {
  const { say } = useSpeech()
  const search = useSearchAgain(slate)
  const { instead } = answer
  return (
    <>
      <p>
        <b>{say(answerLabels[answer.answer])}</b>
      </p>
      <p>{say(answer.says)}</p>
      {answer.loss !== null && <p className="second">{say(whyNotWords.loss, { loss: figure(answer.loss, 2) })}</p>}
      {answer.findings.length > 0 && (
        <ul className="why-not-findings">
          {answer.findings.map((finding) => (
            <FindingItem key={finding.rule} finding={finding} />
          ))}
        </ul>
      )}
      {instead && answer.answer !== 'chosen' && (
        <>
          <h3>{say(whyNotWords.changed)}</h3>
          <Moves label={say(whyNotWords.added)} moves={movesOnlyIn(instead, plan)} />
          <Moves label={say(whyNotWords.dropped)} moves={movesOnlyIn(plan, instead)} />
          {movesOnlyIn(instead, plan).length + movesOnlyIn(plan, instead).length === 0 && (
            <p className="second">{say(whyNotWords.nothingElse)}</p>
          )}
          <button
            type="button"
            className="side-button"
            disabled={search.isPending}
            onClick={() => search.again(withLock(slate.request, { kind: 'must', cadreId, positionId }))}
          >
            {say(whyNotWords.lockIt)}
          </button>
          {search.isError && <ErrorPanel error={search.error} />}
        </>
      )}
    </>
  )
}

function Moves({ label, moves }: { label: string; moves: readonly PlanMove[] }) {
  if (moves.length === 0) return null
  return (
    <dl className="why-not-moves">
      <dt>{label}</dt>
      {moves.map(({ cadre, to }) => (
        <dd key={`${cadre.cadreId} ${to.positionId}`}>
          {cadre.name} → {to.unitName} {to.title}
        </dd>
      ))}
    </dl>
  )
}
