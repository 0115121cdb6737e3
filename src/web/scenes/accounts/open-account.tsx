import { type FormEvent, useState } from 'react'
import type { OneTimePassword } from '#server/contract/index.ts'
import { openAccount } from '../../client/account-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountsWords as words } from '../../language/words/accounts.ts'
import { Panel } from '../../parts/panel.tsx'
import { FailureSaid } from '../account/failure-said.tsx'
import { useProvenAct } from '../account/proof.tsx'
import { SecretField } from '../account/secret-field.tsx'

const nothing = { account: '', nameZh: '', nameEn: '', officeZh: '', officeEn: '', reason: '' }
const fields = Object.keys(nothing) as (keyof typeof nothing)[]

/** A new account has no right at all until the security officer grants one. */
export function OpenAccount({ onOpened }: { onOpened: (handed: OneTimePassword) => void }) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState(nothing)
  const opening = useProvenAct<OneTimePassword>((handed) => {
    setTyped(nothing)
    onOpened(handed)
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { account, nameZh, nameEn, officeZh, officeEn, reason } = typed
    opening.run(() =>
      openAccount({ account, name: { zh: nameZh, en: nameEn }, office: { zh: officeZh, en: officeEn }, reason }),
    )
  }
  return (
    <Panel title={say(words.open)} note={say(words.accountNote)}>
      {opening.proof}
      <form className="account-form accounts-open" onSubmit={submit}>
        {fields.map((field) => (
          <SecretField
            key={field}
            label={say(words[field])}
            name={field}
            isOpen
            value={typed[field]}
            onChange={(value) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <FailureSaid error={opening.error} />
        <p>
          <button
            type="submit"
            className="main-button"
            disabled={opening.isPending || fields.some((field) => typed[field].trim() === '')}
          >
            {say(words.open)}
          </button>
        </p>
      </form>
    </Panel>
  )
}
