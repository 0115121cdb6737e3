import { useMutation } from '@tanstack/react-query'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import type { OwnAccount, RecoveryCodes, TotpInvitation } from '#server/contract/index.ts'
import { beginTotp, confirmTotp, newRecoveryCodes, removeTotp } from '../../client/account-queries.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import { Panel } from '../../parts/panel.tsx'
import { FailureSaid } from './failure-said.tsx'
import { useProvenAct } from './proof.tsx'
import { SecretField } from './secret-field.tsx'

const Picture = lazy(async () => ({ default: (await import('antd')).QRCode }))

interface AuthenticatorProps {
  readonly own: OwnAccount
  readonly onCodes: (codes: readonly string[]) => void
  readonly onChanged: () => void
}

/** The app on the phone, and the recovery codes for the day on which it is lost. */
export function Authenticator({ own, onCodes, onChanged }: AuthenticatorProps) {
  const { say } = useSpeech()
  const [invitation, setInvitation] = useState<TotpInvitation>()
  const begin = useProvenAct<TotpInvitation>(setInvitation)
  const remove = useProvenAct<OwnAccount>(onChanged)
  const renew = useProvenAct<RecoveryCodes>(({ codes }) => {
    onCodes(codes)
    onChanged()
  })
  const isTwofold = own.totp !== null || own.passkeys.length > 0
  return (
    <Panel title={say(words.totp)} note={own.isTwofold && !isTwofold && say(words.needed)}>
      {begin.proof ?? remove.proof ?? renew.proof}
      <FailureSaid error={begin.error ?? remove.error ?? renew.error} />
      {invitation ? (
        <Confirming
          invitation={invitation}
          onDone={({ codes }) => {
            setInvitation(undefined)
            onCodes(codes)
            onChanged()
          }}
        />
      ) : (
        <ul className="account-lines">
          <li>
            <span>{own.totp ? say(words.totpSince, { at: minute(own.totp.since) }) : say(words.totpNone)}</span>
            {own.totp ? (
              <button type="button" className="side-button" onClick={() => remove.run(removeTotp)}>
                {say(words.remove)}
              </button>
            ) : (
              <button type="button" className="main-button" onClick={() => begin.run(beginTotp)}>
                {say(words.enrol)}
              </button>
            )}
          </li>
          {isTwofold && (
            <li>
              <span>
                {say(words.codes)}{' '}
                <span className="second">{say(words.codesLeft, { count: count(own.recoveryLeft) })}</span>
              </span>
              <button type="button" className="side-button" onClick={() => renew.run(newRecoveryCodes)}>
                {say(words.codesNew)}
              </button>
            </li>
          )}
        </ul>
      )}
    </Panel>
  )
}

function Confirming({ invitation, onDone }: { invitation: TotpInvitation; onDone: (codes: RecoveryCodes) => void }) {
  const { say } = useSpeech()
  const [code, setCode] = useState('')
  const confirm = useMutation({ mutationFn: () => confirmTotp(code.trim()), onSuccess: onDone })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate()
  }
  return (
    <form className="account-form" onSubmit={submit}>
      <p>{say(words.scan)}</p>
      <div role="img" aria-label={say(words.picture)} className="account-picture">
        <Suspense>
          <span aria-hidden="true">
            <Picture value={invitation.uri} type="svg" size={184} />
          </span>
        </Suspense>
      </div>
      <p>
        <span className="second">{say(words.key)}</span> <code className="account-key">{invitation.words}</code>
      </p>
      <SecretField
        label={say(words.code)}
        name="code"
        autoComplete="one-time-code"
        isOpen
        value={code}
        onChange={setCode}
      />
      <FailureSaid error={confirm.error} />
      <p>
        <button type="submit" className="main-button" disabled={confirm.isPending || code.trim().length < 6}>
          {say(words.confirm)}
        </button>
      </p>
    </form>
  )
}
