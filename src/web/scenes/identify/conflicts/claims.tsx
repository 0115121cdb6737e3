import { labelOf } from '#domain/lexicon/terms.ts'
import type { DisputedFact } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { surety } from './surety.ts'
import './claims.css'

type Claim = DisputedFact['candidates'][number]['origins'][number][number]

/** The values claimed of one fact, side by side: who says each, of what origin, and which is held. */
export function Claims({ fact }: { fact: DisputedFact }) {
  const { say } = useSpeech()
  return (
    <div className="claims">
      {fact.candidates.map((candidate) => (
        <section key={candidate.value.zh} className={candidate.isAccepted ? 'claim held' : 'claim'}>
          <p className="claim-value">
            <b>{say(candidate.value)}</b>
            {candidate.isAccepted && (
              <span className="claim-held">
                {say(words.held)} · {say(labelOf('settledBy', fact.by))}
              </span>
            )}
          </p>
          <p className="second" title={say(words.suretyWhy)}>
            {say(words.surety, { share: surety(candidate.posterior) })}
          </p>
          <ul>
            {candidate.origins.map((claims) => (
              <li key={claims.map(({ id }) => id).join()} className="claim-origin">
                {claims.map((claim) => (
                  <ClaimLine key={claim.id} claim={claim} />
                ))}
                {claims.length > 1 && <p className="quiet">{say(words.sameOrigin)}</p>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function ClaimLine({ claim }: { claim: Claim }) {
  const { say } = useSpeech()
  const when = [
    claim.observedOn && say(words.paperOf, { on: day(claim.observedOn) }),
    claim.recordedOn && say(words.enteredOn, { on: day(claim.recordedOn) }),
  ].filter(Boolean)
  const isRow = !claim.id.startsWith('statements/')
  return (
    <p>
      {say(claim.source)}
      {claim.unit && <span className="second"> {claim.unit}</span>}
      <span className="claim-when">
        {when.length > 0 ? when.join(' · ') : say(isRow ? words.asHeld : words.noDate)} · {say(claim.value)}
      </span>
    </p>
  )
}
