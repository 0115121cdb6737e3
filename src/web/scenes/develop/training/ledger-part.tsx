import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TrainingLedger } from '#server/contract/index.ts'
import { ownTrainingQuery, trainingLedgerQuery } from '../../../client/training-queries.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './training.css'

/** 学时台账 of one person, in the dossier. */
export function TrainingLedgerPart({ cadreId }: { readonly cadreId: string }) {
  const found = useQuery(trainingLedgerQuery(cadreId))
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
  return found.data ? <LedgerShown ledger={found.data} withLinks /> : <SkeletonRows rows={4} height={32} />
}

/** The same on the page about oneself. */
export function OwnTrainingLedger() {
  const found = useQuery(ownTrainingQuery)
  if (found.isError) return <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
  return found.data ? <LedgerShown ledger={found.data} /> : <SkeletonRows rows={4} height={32} />
}

function LedgerShown({ ledger, withLinks = false }: { ledger: TrainingLedger; withLinks?: boolean }) {
  const { say } = useSpeech()
  const { online } = ledger
  return (
    <div className="training">
      <Panel
        title={say(words.ledger)}
        explained="training-hours"
        note={say(words.online, {
          year: String(online.year),
          hours: String(online.hours),
          asked: String(online.asked),
        })}
        flush
      >
        {ledger.accounts.length > 0 && (
          <ul className="ledger-accounts panel-body">
            {ledger.accounts.map((account) => (
              <Account key={account.rule} account={account} />
            ))}
          </ul>
        )}
        <YearTable years={ledger.years} />
      </Panel>
      {ledger.topics.length > 0 && (
        <Panel title={say(words.topics)} explained="training-topic">
          <ul className="ability-list">
            {ledger.topics.map(({ topic, title, state, due }) => (
              <li key={topic}>
                <span>{say(title)}</span>
                <span className={state === 'lacking' ? '' : 'second'}>
                  {say(words[`topic-${state}`])}
                  {state === 'lacking' && due && ` · ${day(due)}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {ledger.classes.length > 0 && (
        <Panel title={say(words.ownClasses)}>
          <ul className="class-people">
            {ledger.classes.map(({ classId, name, from, to, state }) => (
              <li key={classId}>
                {withLinks ? (
                  <Link to="/training/classes/$classId" params={{ classId }}>
                    {name}
                  </Link>
                ) : (
                  name
                )}{' '}
                <span className="second">
                  {day(from)}–{day(to).slice(5)} · {say(labelOf('enrolmentState', state))}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

function Account({ account }: { account: TrainingLedger['accounts'][number] }) {
  const { say, language } = useSpeech()
  const { title, basis, verdict, windowFrom, gap, mendBy, startBy, isMakeUp } = account
  return (
    <li>
      <VerdictShape verdict={verdict} /> <b>{say(labelOf('verdict', verdict))}</b> {say(title)}{' '}
      <span className="second">
        {citationText(basis, language)} · {say(words.window, { day: day(windowFrom) })}
      </span>
      <p>
        {say(words.ofRequired, {
          hours: String(account.recognisedHours),
          required: String(account.requiredHours),
          days: String(account.recognisedDays),
          most: String(account.requiredDays),
        })}
        {gap !== null && mendBy !== null && ` · ${say(words.gapBy, { gap: String(gap), day: day(mendBy) })}`}
        {startBy !== null && ` · ${say(words.startLatest, { day: day(startBy) })}`}
        {isMakeUp && gap !== null && gap > 0 && ` · ${say(words.afterPromotion)}`}
      </p>
    </li>
  )
}

function YearTable({ years }: { years: TrainingLedger['years'] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.ledger)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.year]} />
          <ColumnHeads
            heads={[
              words.courses,
              words.recognised,
              words.unrecognised,
              words.unsettled,
              words.ofOnline,
              words.unrecorded,
            ]}
            figures
          />
        </tr>
      </thead>
      <tbody>
        {years.map((one) => (
          <tr key={one.year}>
            <th scope="row">{one.year}</th>
            <td className="number">{one.courses}</td>
            <td className="number">{one.recognised}</td>
            <td className="number">{one.unrecognised}</td>
            <td className="number">{one.unsettled}</td>
            <td className="number">{one.online}</td>
            <td className="number">{one.unrecorded}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
