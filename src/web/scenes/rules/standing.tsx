import type { RuleSummary } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { standingWords } from '../../language/words/rules.ts'
import './standing.css'

/** Whether a failure may block, in words: text checked, awaiting confirmation, or confirmed here by whom and when. */
export function Standing({ rule }: { rule: RuleSummary }) {
  const { say } = useSpeech()
  const { status, binding, confirmed } = rule.standing
  if (binding && confirmed) {
    return (
      <span className="standing">
        {say(standingWords.confirmedBy, { by: confirmed.by, on: day(confirmed.on), document: confirmed.document })}
      </span>
    )
  }
  if (status === 'VERIFIED') return <span className="standing">{say(standingWords.verified)}</span>
  return (
    <>
      <span className="standing awaiting" title={say(standingWords.awaitingMeans)}>
        {say(standingWords.awaiting)}
      </span>
      {confirmed?.to && (
        <span className="standing">
          {say(standingWords.withdrawn, { by: confirmed.by, on: day(confirmed.on), to: day(confirmed.to) })}
        </span>
      )}
    </>
  )
}

/** The one word a list needs: nothing where a rule is in force as the nation wrote it. */
export function StandingTag({ rule }: { rule: RuleSummary }) {
  const { say } = useSpeech()
  const { standing, inForce, changedHere } = rule
  const word = !inForce
    ? standingWords.tagNotInForce
    : !standing.binding
      ? standingWords.tagAwaiting
      : standing.confirmed
        ? standingWords.tagConfirmed
        : changedHere
          ? standingWords.tagHere
          : undefined
  if (!word) return null
  const kind = !inForce ? 'past' : standing.binding ? 'here' : 'awaiting'
  return <span className={`standing-tag ${kind}`}>{say(word)}</span>
}
