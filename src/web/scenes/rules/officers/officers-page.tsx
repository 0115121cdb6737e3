import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Officers } from '#server/contract/index.ts'
import { officersQuery } from '../../../client/officer-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { roleLabels, officerWords as words } from '../../../language/words/officers.ts'
import '../../../parts/buttons.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { LinkForm } from './link-form.tsx'
import { SourceAccounts } from './source-accounts.tsx'
import './officers.css'

type Officer = Officers['officers'][number]

/** Which cadre each account belongs to, so that kin of candidates recuse; the head links them. */
export function OfficersPage() {
  const { say } = useSpeech()
  const asked = useQuery(officersQuery)
  const [chosen, setChosen] = useState<string>()
  const officer = asked.data?.officers.find(({ account }) => account === chosen)
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={asked.data && say(words.count, { total: count(asked.data.officers.length + asked.data.sources.length) })}
      />
      <p className="page-purpose">{say(words.purpose)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={4} height={38} />}
      {asked.data && (
        <div className="officers-grid">
          <div className="sheet">
            <OfficerTable officers={asked.data.officers} onChoose={asked.data.mayLink ? setChosen : undefined} />
          </div>
          <Panel title={officer ? say(words.changeOf, { name: officer.name }) : say(words.change)}>
            {officer ? (
              <LinkForm key={officer.account} officer={officer} onDone={() => setChosen(undefined)} />
            ) : (
              <p className="second">{say(asked.data.mayLink ? words.nobody : words.onlyHead)}</p>
            )}
          </Panel>
        </div>
      )}
      {asked.data && <SourceAccounts sources={asked.data.sources} mayLink={asked.data.mayLink} />}
    </>
  )
}

interface OfficerTableProps {
  readonly officers: readonly Officer[]
  /** Undefined for whoever may only look. */
  readonly onChoose: ((account: string) => void) | undefined
}

function OfficerTable({ officers, onChoose }: OfficerTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.list)} className="figures officers">
      <thead>
        <tr>
          <ColumnHeads heads={[words.account, words.role, words.person, words.reason, words.since]} />
          {onChoose && <td />}
        </tr>
      </thead>
      <tbody>
        {officers.map(({ account, name, role, person }) => (
          <tr key={account}>
            <th scope="row">
              {say(name)} <span className="second">{account}</span>
            </th>
            <td>{say(roleLabels[role])}</td>
            <td>
              {person ? (
                <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                  {person.name}
                </Link>
              ) : (
                <span className="quiet">{say(words.notLinked)}</span>
              )}
            </td>
            <td>{person?.reason}</td>
            <td>{person && day(person.since)}</td>
            {onChoose && (
              <td>
                <button type="button" className="plain-button" onClick={() => onChoose(account)}>
                  {say(words.change)}
                  <span className="out-of-sight"> {say(name)}</span>
                </button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
