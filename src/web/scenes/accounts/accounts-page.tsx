import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AccountList, OneTimePassword } from '#server/contract/index.ts'
import { accountHistoryQuery, accountsQuery } from '../../client/account-queries.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountEvents, accountStates, accountsWords as words } from '../../language/words/accounts.ts'
import { roleLabels } from '../../language/words/officers.ts'
import '../../parts/buttons.css'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import '../account/account.css'
import { AccountAct, type Act, actsOn } from './account-act.tsx'
import { Grants } from './grants.tsx'
import { OpenAccount } from './open-account.tsx'
import { Provisioning } from './provisioning.tsx'

type Account = AccountList['accounts'][number]

/** Accounts: the administrator opens and closes them, the security officer says what each may do, the auditor reads. */
export function AccountsPage() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const asked = useQuery(accountsQuery)
  const [chosen, setChosen] = useState<{ readonly account: Account; readonly act: Act }>()
  const [handed, setHanded] = useState<OneTimePassword>()
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={8} height={40} />
  const list = asked.data
  const done = (result?: OneTimePassword) => {
    setChosen(undefined)
    if (result) setHanded(result)
    void queries.invalidateQueries({ queryKey: accountsQuery.queryKey })
  }
  return (
    <>
      <PageTitle title={say(words.title)} note={count(list.accounts.length)} aside={say(words.two)} />
      {handed && <Handed handed={handed} onTold={() => setHanded(undefined)} />}
      {chosen?.act === 'history' && <History account={chosen.account.account} />}
      {chosen?.act === 'reading' && (
        <Grants key={chosen.account.account} account={chosen.account.account} onClose={() => setChosen(undefined)} />
      )}
      {chosen && chosen.act !== 'history' && chosen.act !== 'reading' && (
        <AccountAct
          key={`${chosen.account.account} ${chosen.act}`}
          account={chosen.account}
          act={chosen.act}
          onDone={done}
          onCancel={() => setChosen(undefined)}
        />
      )}
      <Panel title={say(words.title)} flush>
        <AccountTable list={list} onAct={(account, act) => setChosen({ account, act })} />
      </Panel>
      {list.mayOpen && <OpenAccount onOpened={done} />}
      {list.mayOpen && <Provisioning />}
    </>
  )
}

function AccountTable({ list, onAct }: { list: AccountList; onAct: (account: Account, act: Act) => void }) {
  const { say } = useSpeech()
  const heads = [words.account, words.role, words.state, words.second, words.sessions, words.acts]
  return (
    <div className="accounts-table" role="group" tabIndex={0} aria-label={say(words.title)}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.en} scope="col">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.accounts.map((one) => (
            <tr key={one.account} data-account={one.account}>
              <th scope="row">
                {one.account} <span className="second">{say(one.name)}</span>
              </th>
              <td>{say(roleLabels[one.role])}</td>
              <td>{say(accountStates[one.state])}</td>
              <td>{say(one.isTwofold ? words.has : words.hasNot)}</td>
              <td>{count(one.sessions)}</td>
              <td>
                <span className="account-ways">
                  {one.isSelf && <span className="second">{say(words.self)}</span>}
                  {actsOn(one, list).map(({ act, label }) => (
                    <button key={act} type="button" className="side-button" onClick={() => onAct(one, act)}>
                      {say(label)}
                    </button>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Handed({ handed, onTold }: { handed: OneTimePassword; onTold: () => void }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.oneTime)} className="accounts-handed">
      <p>{say(words.handed, { account: handed.account, until: minute(handed.until) })}</p>
      <p>
        <code className="account-key">{handed.password}</code>
      </p>
      <p>
        <button type="button" className="main-button" onClick={onTold}>
          {say(words.told)}
        </button>
      </p>
    </Panel>
  )
}

function History({ account }: { account: string }) {
  const { say } = useSpeech()
  const asked = useQuery(accountHistoryQuery(account))
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  return (
    <Panel title={say(words.history)} note={account}>
      <ol className="account-lines">
        {asked.data?.events.map(({ kind, role, reason, by, at }) => (
          <li key={`${at} ${kind}`}>
            <span>
              {say(accountEvents[kind])} {role && say(roleLabels[role])} <span className="second">{reason}</span>
            </span>
            <span className="second">
              {say(by)} {minute(at)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
