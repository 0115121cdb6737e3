import { useQuery } from '@tanstack/react-query'
import { homeQuery } from '../client/queries.ts'
import { day } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'

/** When it was true, and when it was known: always in sight. */
export function Clocks() {
  const { say } = useSpeech()
  const clocks = useQuery(homeQuery).data?.clocks
  return (
    <dl className="clocks" aria-label={say(frameWords.clocks)}>
      <div>
        <dt>{say(frameWords.factsAsOf)}</dt>
        <dd>{clocks ? day(clocks.asOf) : '····.··.··'}</dd>
      </div>
      <div>
        <dt>{say(frameWords.knownAsOf)}</dt>
        <dd>{clocks ? day(clocks.knownAt) : '····.··.··'}</dd>
      </div>
    </dl>
  )
}
