import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { RuleList, RuleSummary } from '#server/contract/index.ts'
import { rulesQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { confirmationWords, severityLabels } from '../../../language/words/rules.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { rulesOf } from '../browser/rule-filter.ts'
import { Confirmation } from './confirmation.tsx'
import './confirmation.css'

/** The rules that this place may confirm: those awaiting it first, then those it has confirmed, each in the order of the texts. */
function confirmable(list: RuleList): readonly RuleSummary[] {
  const rules = list.instruments
    .flatMap(rulesOf)
    .filter(({ standing, inForce }) => standing.status === 'UNVERIFIED' && (inForce || standing.confirmed !== null))
  return [...rules.filter((rule) => !rule.standing.binding), ...rules.filter((rule) => rule.standing.binding)]
}

/** Rules whose text was not seen in force warn only, until the head of the place confirms them with a document. */
export function ConfirmationPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rules/confirmations' })
  const rules = useQuery(rulesQuery(undefined))
  const list = rules.data && confirmable(rules.data)
  const asked = valueOf(search, 'rule')
  const chosen = list?.find(({ id }) => id === asked) ?? list?.[0]
  const awaiting = list?.filter(({ standing }) => !standing.binding).length ?? 0
  return (
    <>
      <PageTitle
        title={say(confirmationWords.title)}
        note={
          list && say(confirmationWords.sums, { awaiting: count(awaiting), confirmed: count(list.length - awaiting) })
        }
      />
      <p className="page-purpose">{say(confirmationWords.purpose)}</p>
      {rules.isError && <ErrorPanel error={rules.error} onRetry={() => void rules.refetch()} />}
      {rules.isPending && <SkeletonRows rows={12} height={46} />}
      {list?.length === 0 && <EmptyState why={say(confirmationWords.empty)} />}
      {list && chosen && (
        <div className="confirmation-grid">
          <div className="sheet">
            <Confirmable rules={list} chosen={chosen.id} />
          </div>
          <Confirmation key={chosen.id} ruleId={chosen.id} />
        </div>
      )}
    </>
  )
}

function Confirmable({ rules, chosen }: { rules: readonly RuleSummary[]; chosen: string }) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(confirmationWords.title)} className="figures confirmable">
      <thead>
        <tr>
          <ColumnHeads heads={[confirmationWords.rule, confirmationWords.effect, confirmationWords.state]} />
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id} className={rule.id === chosen ? 'chosen' : ''}>
            <td>
              <Link to="/rules/confirmations" search={{ rule: rule.id }} resetScroll={false}>
                {say(rule.basis.title)}
              </Link>
              <small>{citationText(rule.basis, language)}</small>
            </td>
            <td className="quiet">{rule.severities.map((severity) => say(severityLabels[severity])).join(' · ')}</td>
            <td>
              {rule.standing.binding && rule.standing.confirmed ? (
                <>
                  {say(confirmationWords.confirmed)}
                  <small>{day(rule.standing.confirmed.on)}</small>
                </>
              ) : (
                <span className="quiet">{say(confirmationWords.awaiting)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
