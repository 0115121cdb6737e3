import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { OwnAccount } from '#server/contract/index.ts'
import { endOtherSessions, endSession, ownAccountQuery } from '../../client/account-queries.ts'
import { sessionQuery } from '../../client/queries.ts'
import { firstPages } from '../../frame/first-pages.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import '../../parts/buttons.css'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import './account.css'
import { Authenticator } from './authenticator.tsx'
import { FailureSaid } from './failure-said.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordForm } from './password-form.tsx'
import { useProvenAct } from './proof.tsx'
import { RecoveryCodesOnce } from './recovery-codes.tsx'

/** One's own account; while something is still to be done before work, that alone. */
export function AccountPage() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const session = useQuery(sessionQuery).data
  const asked = useQuery(ownAccountQuery)
  const [codes, setCodes] = useState<readonly string[]>()
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data || !session) return <SkeletonRows rows={8} height={40} />
  const own = asked.data
  const { step } = session
  const changed = () =>
    queries.invalidateQueries({ predicate: ({ queryKey }) => ['account', 'session'].includes(String(queryKey[0])) })
  const factors = (
    <>
      <Authenticator own={own} onCodes={setCodes} onChanged={changed} />
      <Passkeys own={own} onChanged={changed} />
    </>
  )
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={`${own.account} · ${say(own.office)}`}
        aside={
          step === null &&
          session.role !== 'none' && (
            <Link to={firstPages[session.role]} className="main-button">
              {say(words.work)}
            </Link>
          )
        }
      />
      {step !== null && <p className="account-step">{say(words.begin)}</p>}
      {step === null && session.role === 'none' && <p className="account-step">{say(words.nothingGranted)}</p>}
      {codes && <RecoveryCodesOnce codes={codes} onKept={() => setCodes(undefined)} />}
      <div className="account-page">
        {step !== 'enrol' && own.password && <PasswordForm own={own} onChanged={changed} />}
        {step !== 'password' && factors}
        {step === null && <Sessions own={own} onChanged={changed} />}
      </div>
    </>
  )
}

function Sessions({ own, onChanged }: { own: OwnAccount; onChanged: () => void }): ReactNode {
  const { say } = useSpeech()
  const act = useProvenAct<OwnAccount>(onChanged)
  const others = own.sessions.some(({ isThis }) => !isThis)
  return (
    <Panel
      title={say(words.sessions)}
      note={count(own.sessions.length)}
      aside={
        others && (
          <button type="button" className="side-button" onClick={() => act.run(endOtherSessions)}>
            {say(words.endOthers)}
          </button>
        )
      }
    >
      <FailureSaid error={act.error} />
      <ul className="account-lines account-sessions">
        {own.sessions.map(({ sessionId, address, browser, seenAt, isThis }) => (
          <li key={sessionId}>
            <span>
              {say(words.from, { address })} <span className="second">{browser}</span>
              <br />
              <span className="second">{say(words.seen, { at: minute(seenAt) })}</span>
            </span>
            {isThis ? (
              <span className="second">{say(words.thisOne)}</span>
            ) : (
              <button type="button" className="side-button" onClick={() => act.run(() => endSession(sessionId))}>
                {say(words.end)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
