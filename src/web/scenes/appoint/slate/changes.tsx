import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { slateWords } from '../../../language/words/slate.ts'
import { ErrorPanel } from '../../../parts/states.tsx'
import { planLetter } from './plan-trade.ts'
import { useSearchAgain } from './search-again.ts'
import type { Change, Slate } from './shapes.ts'

/** What has become of a slate since it was made: which moves no longer hold, and why. */
export function Changes({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const search = useSearchAgain(slate)
  const { changes } = slate
  if (slate.isCurrent || changes === null) return null
  return (
    <section className="slate-changes" aria-label={say(slateWords.older, { asOf: day(slate.asOf) })}>
      <p>
        {changes.length > 0 && <b>{say(slateWords.brokenTitle, { count: changes.length })}</b>}{' '}
        {say(slateWords.older, { asOf: day(slate.asOf) })}
      </p>
      {changes.length === 0 && <p className="second">{say(slateWords.olderHolds)}</p>}
      <ul>
        {changes.map((change) => (
          <li key={`${change.plan} ${change.move} ${change.says.zh}`}>
            <BrokenMove slate={slate} change={change} /> {say(change.says)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="side-button"
        disabled={search.isPending}
        onClick={() => search.again(slate.request)}
      >
        {say(slateWords.refresh)}
      </button>
      {search.isError && <ErrorPanel error={search.error} />}
    </section>
  )
}

function BrokenMove({ slate, change }: { slate: Slate; change: Change }) {
  const { say } = useSpeech()
  const move = change.move === null ? undefined : slate.plans[change.plan]?.moves[change.move]
  const letter = slate.plans.length > 1 ? `${planLetter(change.plan)} · ` : ''
  if (!move) return <b>{letter}</b>
  return (
    <b>
      {letter}
      {say(slateWords.brokenMove, { order: move.order, name: move.cadre.name })}
    </b>
  )
}
