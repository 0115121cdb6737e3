import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Session } from '#server/contract/index.ts'
import { answerPasskey, proveByCode } from '../../client/account-queries.ts'
import { change } from '../../client/request.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords } from '../../language/words/account.ts'
import { LoginFailure } from './login-failure.tsx'

interface SecondStepProps {
  readonly onShown: (session: Session) => void
  readonly onLeave: () => void
}

/** After the password: the code of the authenticator, a recovery code, or a passkey. */
export function SecondStep({ onShown, onLeave }: SecondStepProps) {
  const { say } = useSpeech()
  const [code, setCode] = useState('')
  const prove = useMutation({
    mutationFn: (by: 'code' | 'passkey') =>
      by === 'code' ? proveByCode(code) : answerPasskey('/session/proof/passkey'),
    onSuccess: onShown,
  })
  const leave = useMutation({ mutationFn: () => change<undefined>('DELETE', '/session'), onSettled: onLeave })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') prove.mutate('code')
  }
  return (
    <form className="login-card" onSubmit={submit} noValidate>
      <h1>知人</h1>
      <label className="login-field">
        <span>{say(accountWords.secondStep)}</span>
        <input
          name="code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
      </label>
      <div className="login-said" role="alert">
        {prove.isError && <LoginFailure error={prove.error} />}
      </div>
      <button type="submit" className="login-submit" disabled={prove.isPending}>
        {say(accountWords.goOn)}
      </button>
      <button type="button" className="login-other" onClick={() => prove.mutate('passkey')}>
        {say(accountWords.byPasskey)}
      </button>
      <button type="button" className="login-other" onClick={() => leave.mutate()}>
        {say(accountWords.leave)}
      </button>
    </form>
  )
}
