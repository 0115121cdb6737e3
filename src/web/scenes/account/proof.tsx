import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { answerPasskey, proveByCode, proveByPassword } from '../../client/account-queries.ts'
import { RequestFailure } from '../../client/failure.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { AccountForm } from './account-form.tsx'
import { SecretField } from './secret-field.tsx'

const isStale = (error: Error): boolean => error instanceof RequestFailure && error.said?.code === 'proof-stale'

/** Acts that ask for a fresh proof of who it is: what was refused for want of one goes on once it is given. */
export function useProvenAct<Result>(onDone: (result: Result) => void) {
  const [waiting, setWaiting] = useState<() => Promise<Result>>()
  const act = useMutation({
    mutationFn: (ask: () => Promise<Result>) => ask(),
    onSuccess: onDone,
    onError: (error, ask) => {
      if (isStale(error)) setWaiting(() => ask)
    },
  })
  return {
    run: (ask: () => Promise<Result>) => act.mutate(ask),
    isPending: act.isPending,
    error: act.error && !isStale(act.error) ? act.error : null,
    proof: waiting && (
      <Proof
        onProved={() => {
          setWaiting(undefined)
          act.mutate(waiting)
        }}
        onCancel={() => setWaiting(undefined)}
      />
    ),
  }
}

/** By the second factor where there is one, else by the password: the server says which. */
function Proof({ onProved, onCancel }: { onProved: () => void; onCancel: () => void }) {
  const { say } = useSpeech()
  const [word, setWord] = useState('')
  const prove = useMutation({
    mutationFn: async (by: 'word' | 'passkey') => {
      if (by === 'passkey') return answerPasskey('/session/proof/passkey')
      return /^\d{6}$|^([A-Z2-9]{4}-?){4}$/i.test(word.trim()) ? proveByCode(word) : proveByPassword(word)
    },
    onSuccess: onProved,
  })
  return (
    <AccountForm
      title={say(words.prove)}
      note={say(words.proveNote)}
      verb={say(words.goOn)}
      ready={!prove.isPending && word !== ''}
      error={prove.error}
      onSubmit={() => prove.mutate('word')}
      onCancel={onCancel}
      ways={
        <button type="button" className="side-button" onClick={() => prove.mutate('passkey')}>
          {say(words.byPasskey)}
        </button>
      }
    >
      <SecretField label={`${say(words.code)} / ${say(words.password)}`} name="proof" value={word} onChange={setWord} />
    </AccountForm>
  )
}
