import { type FormEvent, useState } from 'react'
import type { OwnAccount } from '#server/contract/index.ts'
import { enrolPasskey, removePasskey } from '../../client/account-queries.ts'
import { minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { Panel } from '../../parts/panel.tsx'
import { FailureSaid } from './failure-said.tsx'
import { useProvenAct } from './proof.tsx'
import { SecretField } from './secret-field.tsx'

export function Passkeys({ own, onChanged }: { own: OwnAccount; onChanged: () => void }) {
  const { say } = useSpeech()
  const [name, setName] = useState('')
  const act = useProvenAct<OwnAccount>(() => {
    setName('')
    onChanged()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.run(() => enrolPasskey(name))
  }
  return (
    <Panel title={say(words.passkeys)} note={say(words.passkeyNote)}>
      {act.proof}
      <FailureSaid error={act.error} />
      {own.passkeys.length > 0 && (
        <ul className="account-lines account-passkeys">
          {own.passkeys.map(({ passkeyId, name: called, usedAt }) => (
            <li key={passkeyId}>
              <span>
                {called}{' '}
                <span className="second">
                  {usedAt === null ? say(words.passkeyUnused) : say(words.passkeyUsed, { at: minute(usedAt) })}
                </span>
              </span>
              <button type="button" className="side-button" onClick={() => act.run(() => removePasskey(passkeyId))}>
                {say(words.remove)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form className="account-form" onSubmit={submit}>
        <SecretField label={say(words.passkeyName)} name="passkey-name" isOpen value={name} onChange={setName} />
        <p>
          <button type="submit" className="side-button" disabled={act.isPending || name.trim() === ''}>
            {say(words.passkeyAdd)}
          </button>
        </p>
      </form>
    </Panel>
  )
}
