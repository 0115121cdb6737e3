import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Health } from '#server/contract/index.ts'
import { healthQuery } from '../../../client/home-queries.ts'
import { count, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { endWords, healthWords as words } from '../../../language/words/health.ts'
import { roleLabels } from '../../../language/words/officers.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { bytesSaid } from './bytes.ts'
import './system.css'

/** The one page of the administrator: how the system is, and nobody's content. */
export function HealthPage() {
  const { say } = useSpeech()
  const asked = useQuery(healthQuery)
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={10} height={36} />
  const health = asked.data
  return (
    <>
      <PageTitle title={say(words.title)} note={minute(health.now)} aside={say(words.noPeople)} />
      <ul className="system-warnings">
        {health.demoAccounts && <li>{say(words.demo)}</li>}
        {health.backup === null && <li>{say(words.noBackup)}</li>}
      </ul>
      <div className="system-grid">
        <Now health={health} />
        <Kept health={health} />
      </div>
      <Accounts accounts={health.accounts} />
    </>
  )
}

function Now({ health }: { health: Health }) {
  const { say } = useSpeech()
  const { underWay, saved, ended } = health.analysis
  return (
    <Panel title={say(words.running)}>
      <dl className="system-lines">
        <Told label={words.upSince}>{minute(health.upSince)}</Told>
        <Told label={words.memory}>{bytesSaid(health.memoryBytes)}</Told>
        <Told label={words.sessions}>{count(health.sessions)}</Told>
        <Told label={words.analysis}>
          {underWay
            ? say(words.underWay, { step: underWay.step, seconds: count(Math.round(underWay.seconds)) })
            : say(words.idle)}
        </Told>
        <Told label={words.saved}>
          {saved
            ? say(words.savedAt, { at: minute(saved.savedAt), seconds: count(Math.round(saved.seconds)) })
            : say(words.never)}
        </Told>
        {ended && (
          <Told label={words.ended}>
            {say(endWords[ended.state])} {minute(ended.endedAt)}
          </Told>
        )}
        <Told label={words.imports}>
          {count(health.imports.reading)}
          {health.imports.interrupted > 0 && ` · ${say(words.interrupted, { count: health.imports.interrupted })}`}
        </Told>
      </dl>
    </Panel>
  )
}

function Kept({ health }: { health: Health }) {
  const { say } = useSpeech()
  const { migrations, disk, audit, backup } = health
  return (
    <Panel title={say(words.versions)}>
      <dl className="system-lines">
        <Told label={words.product}>{health.product}</Told>
        <Told label={words.database}>
          PostgreSQL {health.postgres} · Node {health.node}
        </Told>
        <Told label={words.migrations}>{say(words.migrationsOf, migrations)}</Told>
        <Told label={words.size}>{bytesSaid(health.databaseBytes)}</Told>
        <Told label={words.disk}>
          {disk
            ? say(words.ofDisk, { free: bytesSaid(disk.freeBytes), total: bytesSaid(disk.totalBytes) })
            : say(words.elsewhere)}
        </Told>
        <Told label={words.audit}>
          {say(words.auditOf, { count: count(audit.entries), at: audit.lastAt ? minute(audit.lastAt) : '—' })}
        </Told>
        <Told label={words.backup}>
          {backup
            ? say(backup.verified ? words.backupVerified : words.backupUntried, {
                at: minute(backup.at),
                size: bytesSaid(backup.bytes),
              })
            : say(words.notYet)}
        </Told>
      </dl>
    </Panel>
  )
}

function Told({ label, children }: { label: (typeof words)[keyof typeof words]; children: ReactNode }) {
  const { say } = useSpeech()
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Accounts({ accounts }: { accounts: Health['accounts'] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.accounts)} note={count(accounts.length)} flush>
      <table className="figures" aria-label={say(words.accounts)}>
        <thead>
          <tr>
            <ColumnHeads heads={[words.account, words.name, words.role]} />
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ account, name, role }) => (
            <tr key={account}>
              <th scope="row">{account}</th>
              <td>{say(name)}</td>
              <td>{say(roleLabels[role])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
