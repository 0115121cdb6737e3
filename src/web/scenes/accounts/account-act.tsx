import { useState } from 'react'
import type { Text } from '#domain/text.ts'
import type { AccountList, OneTimePassword } from '#server/contract/index.ts'
import { actOnAccount, grantRole, handOneTimePassword } from '../../client/account-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountsWords as words } from '../../language/words/accounts.ts'
import { roleLabels } from '../../language/words/officers.ts'
import { AccountForm } from '../account/account-form.tsx'
import { useProvenAct } from '../account/proof.tsx'
import { SecretField } from '../account/secret-field.tsx'

type Account = AccountList['accounts'][number]
const securityActs = ['unlock', 'reset-factors', 'end-sessions'] as const
type SecurityAct = (typeof securityActs)[number]
export type Act = 'grant' | 'close' | 'reopen' | 'one-time' | 'history' | 'reading' | SecurityAct

const labels: Readonly<Record<Act, Text>> = {
  grant: words.grant,
  close: words.close,
  reopen: words.reopen,
  'one-time': words.oneTime,
  history: words.history,
  reading: words.reading,
  unlock: words.unlock,
  'reset-factors': words['reset-factors'],
  'end-sessions': words['end-sessions'],
}

/** What may be done to an account, by whoever looks at it; nothing to one's own. */
export function actsOn(account: Account, { mayOpen, mayGrant }: AccountList): readonly { act: Act; label: Text }[] {
  const isClosed = account.state === 'closed'
  const opening: readonly Act[] = mayOpen ? (isClosed ? ['reopen'] : ['one-time', 'close']) : []
  const rights: readonly (Act | false)[] = [
    'grant',
    account.state === 'locked' && 'unlock',
    account.isTwofold && 'reset-factors',
    account.sessions > 0 && 'end-sessions',
  ]
  const own = account.isSelf ? [] : [...opening, ...(mayGrant && !isClosed ? rights : [])]
  const told: readonly Act[] = ['officer', 'head'].includes(account.role) ? ['reading', 'history'] : ['history']
  return [...own, ...told].flatMap((act) => (act ? [{ act, label: labels[act] }] : []))
}

interface AccountActProps {
  readonly account: Account
  readonly act: Exclude<Act, 'history' | 'reading'>
  readonly onDone: (handed?: OneTimePassword) => void
  readonly onCancel: () => void
}

export function AccountAct({ account: { account, role: held }, act, onDone, onCancel }: AccountActProps) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  const [role, setRole] = useState<string>(held)
  const doing = useProvenAct<OneTimePassword | undefined>(onDone)
  const ask = async (): Promise<OneTimePassword | undefined> => {
    if (act === 'one-time') return handOneTimePassword(account, reason)
    if (act === 'grant') await grantRole(account, role, reason)
    else await actOnAccount(act === 'close' || act === 'reopen' ? 'opening' : 'security', account, act, reason)
    return undefined
  }
  return (
    <AccountForm
      title={`${say(labels[act])} · ${account}`}
      note={act === 'one-time' ? say(words.oneTimeNote) : act === 'grant' && say(words.grantNote)}
      proof={doing.proof}
      verb={say(words.do)}
      ready={!doing.isPending && reason.trim() !== ''}
      error={doing.error}
      onSubmit={() => doing.run(ask)}
      onCancel={onCancel}
    >
      {act === 'grant' && (
        <label className="account-field">
          <span>{say(words.role)}</span>
          <select name="role" value={role} onChange={(event) => setRole(event.target.value)}>
            {Object.entries(roleLabels).map(([id, label]) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
        </label>
      )}
      <SecretField label={say(words.reason)} name="reason" isOpen value={reason} onChange={setReason} />
    </AccountForm>
  )
}
