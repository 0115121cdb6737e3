import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Text } from '#domain/text.ts'
import type { AuditChainState } from '#server/contract/index.ts'
import { auditChainQuery, stopVerifying, verifyAudit } from '../../client/audit-queries.ts'
import { count, minute } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { auditWords as words } from '../../language/words/audit.ts'
import { Panel } from '../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'

/** How far the log goes, what proves it, and a verification of all of it. */
export function Chain() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const asked = useQuery(auditChainQuery)
  const again = () => queries.invalidateQueries({ queryKey: auditChainQuery.queryKey })
  const verifying = useMutation({ mutationFn: verifyAudit, onSettled: again })
  const stopping = useMutation({ mutationFn: stopVerifying, onSettled: again })
  const chain = asked.data
  const work = chain?.underWay
  return (
    <Panel
      title={say(words.chain)}
      aside={
        work ? (
          <button type="button" className="side-button" disabled={stopping.isPending} onClick={() => stopping.mutate()}>
            {say(words.stop)}
          </button>
        ) : (
          <button
            type="button"
            className="main-button"
            disabled={verifying.isPending || chain === undefined}
            onClick={() => verifying.mutate()}
          >
            {say(words.verify)}
          </button>
        )
      }
    >
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={4} height={28} />}
      {chain && <State chain={chain} />}
      {work && <progress className="audit-progress" aria-label={say(words.verifying)} max={1} value={work.fraction} />}
      {verifying.isError && <ErrorPanel error={verifying.error} what={say(words.notVerified)} />}
      <p role="status">{chain?.problem && say(chain.problem)}</p>
    </Panel>
  )
}

function State({ chain }: { chain: AuditChainState }) {
  const { say } = useSpeech()
  const { entries, since, leastMonths, checkpoint, verified } = chain
  return (
    <dl className="audit-chain">
      <Told label={words.entries}>{count(entries)}</Told>
      <Told label={words.since}>
        {since && minute(since)} <span className="second">{say(words.leastKept, { months: leastMonths })}</span>
      </Told>
      <Told label={words.checkpoint}>
        {checkpoint
          ? say(words.checkpointAt, { entry: count(checkpoint.entry), at: minute(checkpoint.at) })
          : say(words.noCheckpoint)}
      </Told>
      <Told label={words.verified}>{verified ? <Verified of={verified} /> : say(words.never)}</Told>
    </dl>
  )
}

function Verified({ of: { at, by, entries, isSound, brokenAt } }: { of: NonNullable<AuditChainState['verified']> }) {
  const { say } = useSpeech()
  const when = { at: minute(at), by: say(by.name) }
  return isSound
    ? say(words.sound, { ...when, entries: count(entries) })
    : say(words.broken, { ...when, entry: count(brokenAt ?? 0) })
}

function Told({ label, children }: { label: Text; children: ReactNode }) {
  const { say } = useSpeech()
  return (
    <div>
      <dt>{say(label)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
