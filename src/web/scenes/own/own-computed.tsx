import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ComputedItem, OwnComputed } from '#server/contract/index.ts'
import { computedQuery } from '../../client/own-queries.ts'
import { citationText } from '../../language/citation.ts'
import { count, day, figure } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { type Asking, RequestForm } from './request-form.tsx'

/** What was worked out, each with what it is, from what, how sure, by which rule, and the ways to ask or object. */
export function OwnComputedPart() {
  const { say } = useSpeech()
  const asked = useQuery(computedQuery)
  const [asking, setAsking] = useState<Asking>()
  const found = asked.data
  return (
    <Panel
      title={say(words.computed)}
      note={found?.asOf && say(words.computedNote, { day: day(found.asOf) })}
      className="own-computed"
      aside={
        <>
          <button
            type="button"
            className="plain-button"
            onClick={() => setAsking({ kind: 'objection', about: 'all', title: say(words.objectAllTo) })}
          >
            {say(words.objectAll)}
          </button>
          <button
            type="button"
            className="plain-button"
            onClick={() => setAsking({ kind: 'erasure', about: 'record', title: say(words.eraseOf) })}
          >
            {say(words.erase)}
          </button>
        </>
      }
    >
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={6} height={48} />}
      {asking && <RequestForm asking={asking} onClose={() => setAsking(undefined)} />}
      {found && <Found found={found} onAsk={setAsking} />}
    </Panel>
  )
}

function Found({ found, onAsk }: { found: OwnComputed; onAsk(asking: Asking): void }) {
  const { say } = useSpeech()
  const { restrictions, items, withheld, answerDays } = found
  if (restrictions.length + items.length + withheld.length === 0)
    return <p className="second">{say(words.noComputed)}</p>
  return (
    <>
      <p className="second">{say(words.computedLead, { days: count(answerDays) })}</p>
      {restrictions.length > 0 && (
        <>
          <h3 className="own-not-shown">{say(words.restricted)}</h3>
          <ul className="own-withheld">
            {restrictions.map(({ matterId, label, since, until }) => (
              <li key={`${matterId} ${label.zh}`}>
                {say(label)}{' '}
                <span className="second">
                  {until === null
                    ? say(words.restrictedSince, { day: day(since) })
                    : say(words.restrictedUntil, { day: day(since), until: day(until) })}
                </span>
              </li>
            ))}
          </ul>
          <p className="second">{say(words.liftHow)}</p>
        </>
      )}
      <ul className="own-results">
        {items.map((item) => (
          <Result key={item.key} item={item} onAsk={onAsk} />
        ))}
      </ul>
      {withheld.length > 0 && (
        <>
          <h3 className="own-not-shown">{say(words.withheld)}</h3>
          <ul className="own-withheld">
            {withheld.map(({ label, why }) => (
              <li key={label.zh}>
                {say(label)} <span className="second">{say(why)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Result({ item, onAsk }: { item: ComputedItem; onAsk(asking: Asking): void }) {
  const { say } = useSpeech()
  const { key, label, says } = item
  const what = say(label)
  return (
    <li>
      <span className="own-when">{what}</span>
      <div className="own-says">
        {say(says)}
        <details>
          <summary>{say(words.how)}</summary>
          <HowItCame item={item} />
        </details>
      </div>
      <span className="own-result-acts">
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.explainOf, { what })}
          onClick={() => onAsk({ kind: 'explanation', about: key, title: say(words.explainOf, { what }) })}
        >
          {say(words.explain)}
        </button>
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.objectTo, { what })}
          onClick={() => onAsk({ kind: 'objection', about: key, title: say(words.objectTo, { what }) })}
        >
          {say(words.object)}
        </button>
      </span>
    </li>
  )
}

/** The four questions in their order: what it is, from what, how sure, by which rule; then its parts. */
function HowItCame({ item: { meaning, from, sure, not, rules, parts } }: { item: ComputedItem }) {
  const { say, language } = useSpeech()
  const lines = [
    [words.meaning, meaning],
    [words.from, from],
    [words.sure, sure],
    [words.not, not],
  ] as const
  return (
    <dl className="own-how">
      {lines.map(
        ([head, text]) =>
          text && (
            <div key={head.en}>
              <dt>{say(head)}</dt>
              <dd>{say(text)}</dd>
            </div>
          ),
      )}
      {rules.length > 0 && (
        <div>
          <dt>{say(words.by)}</dt>
          <dd>
            {rules.map(({ rule, basis }) => (
              <p key={rule}>
                {citationText(basis, language)} {say(basis.title)}
              </p>
            ))}
          </dd>
        </div>
      )}
      {parts.length > 0 && (
        <div>
          <dt>{say(words.partsOf)}</dt>
          <dd>
            {parts.map(({ id, label, value }) => (
              <p key={id} className="own-part">
                <span>{say(label)}</span> <span>{figure(value, 2)}</span>
              </p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  )
}
