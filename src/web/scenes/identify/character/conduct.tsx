import { labelOf } from '#domain/lexicon/terms.ts'
import type { Character } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { characterWords as words } from '../../../language/words/character.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

const bearings = [
  ['major', 'political-major'],
  ['minor', 'political-minor'],
] as const

/** Political conduct in great matters and in small ones, event by event; who repeats another is no source. */
export function Conduct({ character }: { character: Character }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.conduct)} note={say(words.conductNote)} flush>
      {character.events.length === 0 ? (
        <EmptyState why={say(words.noConduct)} next={say(words.noConductNext)} />
      ) : (
        bearings.map(([name, bearing]) => {
          const counts = character.political[name]
          const events = character.events.filter((event) => event.bearing === bearing)
          return (
            <section key={name} className="conduct">
              <h3>
                {say(words[name])}
                <span className="second">{counts.events === 0 ? say(words.noEvents) : say(words.counts, counts)}</span>
              </h3>
              <ul>
                {events.map((event) => (
                  <EventItem key={event.accounts[0]?.statementId} event={event} />
                ))}
              </ul>
            </section>
          )
        })
      )}
    </Panel>
  )
}

function EventItem({ event }: { event: Character['events'][number] }) {
  const { say } = useSpeech()
  const names = event.sources.map((channel) => say(labelOf('statementChannel', channel))).join(say(frameWords.comma))
  const sources = event.sources.length === 1 ? words.oneSource : words.sources
  return (
    <li className="conduct-event">
      <p>
        <b>{event.event ?? say(words.unnamed)}</b>{' '}
        <span className={`tone ${event.tone}`}>{say(words[event.tone])}</span>{' '}
        <span className="second">{say(sources, { count: event.sources.length, names })}</span>
      </p>
      <ul>
        {event.accounts.map((account) => (
          <li key={account.statementId}>
            {account.text}
            <span className="second">
              {' '}
              {say(labelOf('statementChannel', account.channel))} ·{' '}
              {say(words.recorded, { on: day(account.recordedOn) })}
              {account.repeats && ` · ${say(words.repeats, { id: account.repeats })}`}
            </span>
          </li>
        ))}
      </ul>
    </li>
  )
}
