import { PasskeyStopped } from '../../client/account-queries.ts'
import { RequestFailure } from '../../client/failure.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords } from '../../language/words/account.ts'
import { frameWords } from '../../language/words/frame.ts'

export function LoginFailure({ error }: { error: Error }) {
  const { say } = useSpeech()
  if (error instanceof PasskeyStopped) return say(accountWords.passkeyStopped)
  if (error instanceof RequestFailure && error.said) return `${say(error.said.message)} ${say(error.said.mend)}`
  if (error instanceof RequestFailure && error.kind === 'offline') return say(frameWords.errorOffline)
  return say(frameWords.errorServer, { status: error instanceof RequestFailure ? error.status : 0 })
}
