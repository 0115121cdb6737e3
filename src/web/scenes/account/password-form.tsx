import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OwnAccount } from '#server/contract/index.ts'
import { changePassword } from '../../client/account-queries.ts'
import { minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { Panel } from '../../parts/panel.tsx'
import { FailureSaid } from './failure-said.tsx'
import { PasswordMeter } from './password-meter.tsx'
import { SecretField } from './secret-field.tsx'

const nothing = { current: '', next: '', again: '' }

export function PasswordForm({ own, onChanged }: { own: OwnAccount; onChanged: () => void }) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState(nothing)
  const [asked, setAsked] = useState(false)
  const change = useMutation({
    mutationFn: () => changePassword(typed.current, typed.next),
    onSuccess: () => {
      setTyped(nothing)
      setAsked(false)
      onChanged()
    },
  })
  const differ = typed.next !== typed.again
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!differ) change.mutate()
  }
  const { setAt, changeBy } = own.password ?? { setAt: undefined, changeBy: null }
  return (
    <Panel title={say(words.password)} note={setAt && say(words.setAt, { at: minute(setAt) })}>
      <form className="account-form" onSubmit={submit}>
        <SecretField
          label={say(words.current)}
          name="current"
          autoComplete="current-password"
          value={typed.current}
          onChange={(current) => setTyped({ ...typed, current })}
        />
        <SecretField
          label={say(words.next)}
          name="next"
          autoComplete="new-password"
          value={typed.next}
          onChange={(next) => setTyped({ ...typed, next })}
        />
        <PasswordMeter next={typed.next} asked={own.rules.guessesPower} />
        <SecretField
          label={say(words.again)}
          name="again"
          autoComplete="new-password"
          value={typed.again}
          onChange={(again) => setTyped({ ...typed, again })}
        />
        <p className="second">
          {say(words.rules, {
            length: own.rules.leastLength,
            kinds: own.rules.leastKinds,
            last: own.rules.remembered,
          })}
          {changeBy !== null && ` · ${say(words.changeBy, { at: minute(changeBy) })}`}
        </p>
        {asked && differ && <p role="alert">{say(words.differ)}</p>}
        <FailureSaid error={change.error} />
        {change.isSuccess && <p role="status">{say(words.changed)}</p>}
        <p>
          <button
            type="submit"
            className="main-button"
            disabled={change.isPending || typed.current === '' || typed.next === ''}
          >
            {say(words.change)}
          </button>
        </p>
      </form>
    </Panel>
  )
}
