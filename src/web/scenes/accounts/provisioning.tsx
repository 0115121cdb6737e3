import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ProvisioningClients, ProvisioningToken } from '#server/contract/index.ts'
import { endProvisioningClient, newProvisioningClient, provisioningQuery } from '../../client/account-queries.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { provisioningStates, provisioningWords as words } from '../../language/words/provisioning.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel } from '../../parts/states.tsx'
import { FailureSaid } from '../account/failure-said.tsx'
import { useProvenAct } from '../account/proof.tsx'
import { SecretField } from '../account/secret-field.tsx'

/** Tokens of programs that open and close accounts. */
export function Provisioning() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const asked = useQuery(provisioningQuery)
  const [typed, setTyped] = useState({ name: '', days: '90' })
  const [made, setMade] = useState<ProvisioningToken>()
  const changed = () => void queries.invalidateQueries({ queryKey: provisioningQuery.queryKey })
  const making = useProvenAct<ProvisioningToken>((token) => {
    setTyped({ ...typed, name: '' })
    setMade(token)
    changed()
  })
  const ending = useProvenAct<ProvisioningClients>(changed)
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  const days = Number(typed.days)
  const isWhole = Number.isInteger(days) && days >= 1 && days <= 366
  const submit = (event: FormEvent) => {
    event.preventDefault()
    making.run(() => newProvisioningClient(typed.name, days))
  }
  const clients = asked.data?.clients ?? []
  return (
    <Panel title={say(words.title)} note={say(words.note)}>
      {making.proof ?? ending.proof}
      {made && (
        <p className="accounts-handed">
          {say(words.once)} <code className="account-key">{made.token}</code>{' '}
          <button type="button" className="side-button" onClick={() => setMade(undefined)}>
            {say(words.kept)}
          </button>
        </p>
      )}
      {clients.length > 0 && (
        <ul className="account-lines">
          {clients.map(({ clientId, name, expiresAt, state }) => (
            <li key={clientId}>
              <span>
                {name}{' '}
                <span className="second">
                  {say(provisioningStates[state])} · {say(words.until, { at: minute(expiresAt) })}
                </span>
              </span>
              {state === 'open' && (
                <button
                  type="button"
                  className="side-button"
                  onClick={() => ending.run(() => endProvisioningClient(clientId))}
                >
                  {say(words.end)}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <form className="account-form" onSubmit={submit}>
        <SecretField
          label={say(words.name)}
          name="provisioning-name"
          isOpen
          value={typed.name}
          onChange={(name) => setTyped({ ...typed, name })}
        />
        <SecretField
          label={say(words.days, { most: count(366) })}
          name="provisioning-days"
          isOpen
          value={typed.days}
          onChange={(value) => setTyped({ ...typed, days: value })}
        />
        <FailureSaid error={making.error ?? ending.error} />
        <p>
          <button
            type="submit"
            className="side-button"
            disabled={making.isPending || typed.name.trim() === '' || !isWhole}
          >
            {say(words.make)}
          </button>
        </p>
      </form>
    </Panel>
  )
}
