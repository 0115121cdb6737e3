import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { HeldFact, HeldPart } from '#server/contract/index.ts'
import { heldQuery } from '../../client/own-queries.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { CorrectionForm } from './correction-form.tsx'

/** Lines of a part that are shown before all of them are asked for. */
const shownFirst = 12

/** Everything recorded, a line each, with where it came from, since when, and the way to a correction of it. */
export function OwnFacts() {
  const { say } = useSpeech()
  const asked = useQuery(heldQuery)
  const [wrong, setWrong] = useState<HeldFact | HeldPart>()
  const facts = asked.data?.facts ?? []
  return (
    <Panel
      title={say(words.record)}
      note={say(words.recordNote)}
      aside={
        <button type="button" className="plain-button" onClick={() => setWrong('other')}>
          {say(words.correct)}
        </button>
      }
      className="own-record"
    >
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={8} height={48} />}
      {wrong && <CorrectionForm about={wrong} onClose={() => setWrong(undefined)} />}
      {asked.data &&
        identifiersOf('recordPart')
          .filter((part) => part !== 'other' || facts.some((fact) => fact.part === part))
          .map((part) => (
            <Part key={part} part={part} facts={facts.filter((fact) => fact.part === part)} onWrong={setWrong} />
          ))}
    </Panel>
  )
}

interface PartProps {
  readonly part: HeldPart
  readonly facts: readonly HeldFact[]
  onWrong(fact: HeldFact): void
}

function Part({ part, facts, onWrong }: PartProps) {
  const { say } = useSpeech()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? facts : facts.slice(0, shownFirst)
  const [first] = facts
  const isOneSource = facts.every(({ since, source }) => since === first?.since && source.zh === first.source.zh)
  return (
    <section className="own-list">
      <h3>
        {say(labelOf('recordPart', part))}{' '}
        {first && isOneSource && <small>{say(words.since, { day: day(first.since), source: first.source })}</small>}
      </h3>
      {facts.length === 0 && <p className="quiet">{say(words.nothing)}</p>}
      <ul>
        {shown.map((fact) => (
          <Fact key={fact.key} fact={fact} withSource={!isOneSource} onWrong={onWrong} />
        ))}
      </ul>
      {shown.length < facts.length && (
        <button type="button" className="plain-button" onClick={() => setWhole(true)}>
          {say(words.more, { count: count(facts.length) })}
        </button>
      )}
    </section>
  )
}

interface FactProps {
  readonly fact: HeldFact
  /** Unless the heading says it of all. */
  readonly withSource: boolean
  onWrong(fact: HeldFact): void
}

function Fact({ fact, withSource, onWrong }: FactProps) {
  const { say } = useSpeech()
  const { label, when, says, since, source } = fact
  const head = when === '' ? say(label) : when
  return (
    <li>
      <span className="own-when">{head}</span>
      <span className="own-says">
        {say(says)}
        {withSource && <small>{say(words.since, { day: day(since), source })}</small>}
      </span>
      <button
        type="button"
        className="plain-button"
        aria-label={`${say(words.notRight)} ${head} ${say(says)}`}
        onClick={() => onWrong(fact)}
      >
        {say(words.notRight)}
      </button>
    </li>
  )
}
