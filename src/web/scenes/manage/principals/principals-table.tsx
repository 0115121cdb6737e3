import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PrincipalRow } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { principalWords as words } from '../../../language/words/principals.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const heads = [words.name, words.post, words.since, words.audit, words.findings, words.decisions, words.results]

export function PrincipalsTable({ rows }: { readonly rows: readonly PrincipalRow[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.register)} className="figures principals">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.cadreId} ${row.positionId}`}>
            <th scope="row">
              <Link to="/principals/$cadreId" params={{ cadreId: row.cadreId }}>
                {row.name}
              </Link>
            </th>
            <td>
              {row.unitName}
              {row.title}
              <small>
                {say(labelOf('unitKind', row.unitKind))}
                {row.kind === 'acting' && ` · ${say(words.acting)}`}
                {row.kind === 'concurrent' && ` · ${say(words.concurrent)}`}
              </small>
            </td>
            <td className="quiet">{day(row.since)}</td>
            <td>
              <AuditCell row={row} />
            </td>
            <td>
              <FindingCell row={row} />
            </td>
            <td>
              <DecisionCell row={row} />
            </td>
            <td>
              <Evaluations of={row.evaluations} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function AuditCell({ row: { audit, lastAudit } }: { readonly row: PrincipalRow }) {
  const { say } = useSpeech()
  return (
    <>
      {audit === null ? (
        <span className="quiet">{say(words.noAudit)}</span>
      ) : audit.matter ? (
        <Link to="/matters/$matterId" params={{ matterId: audit.matter.matterId }}>
          {say(audit.matter.stage)}
        </Link>
      ) : (
        <span className={audit.state === 'overdue' ? 'past-due' : ''}>
          {audit.dueOn ? day(audit.dueOn) : say(words.beforeLeaving)}
        </span>
      )}
      {lastAudit && <small>{say(words.lastAudit, { day: day(lastAudit) })}</small>}
    </>
  )
}

function FindingCell({ row: { cadreId, findings } }: { readonly row: PrincipalRow }) {
  const { say } = useSpeech()
  if (findings.open + findings.unverified === 0) return <span className="quiet">0</span>
  return (
    <>
      <Link to="/principals/$cadreId" params={{ cadreId }} hash="open">
        {findings.open}
      </Link>
      {findings.overdue > 0 && <small className="past-due">{say(words.overdueOf, { count: findings.overdue })}</small>}
      {findings.unverified > 0 && <small>{say(words.unverifiedOf, { count: findings.unverified })}</small>}
    </>
  )
}

function DecisionCell({ row: { cadreId, decisions } }: { readonly row: PrincipalRow }) {
  const { say } = useSpeech()
  const { checked, unmet, unknown } = decisions
  if (checked + unknown === 0) return <span className="quiet">{say(words.noDecisions)}</span>
  return (
    <>
      <Link to="/principals/$cadreId" params={{ cadreId }} hash="rules">
        {say(words.decisionsTold, { checked, unmet })}
      </Link>
      {unknown > 0 && <small>{say(words.decisionsUnknown, { unknown })}</small>}
    </>
  )
}

export function Evaluations({ of }: { readonly of: PrincipalRow['evaluations'] }) {
  const { say } = useSpeech()
  return (
    <span className="principal-years">
      {of.map(({ year, result }) => (
        <span key={year} className={result === 'excellent' ? '' : 'quiet'}>
          {year} {say(labelOf('evaluationResult', result))}
        </span>
      ))}
    </span>
  )
}
