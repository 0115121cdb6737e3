import { PasskeyStopped } from '../../client/account-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { ErrorPanel } from '../../parts/states.tsx'

/** What was not done and why; nothing where all is well. */
export function FailureSaid({ error }: { error: Error | null }) {
  const { say } = useSpeech()
  if (error === null) return null
  if (error instanceof PasskeyStopped) return <p role="alert">{say(words.passkeyStopped)}</p>
  return <ErrorPanel what={say(words.failed)} error={error} />
}
