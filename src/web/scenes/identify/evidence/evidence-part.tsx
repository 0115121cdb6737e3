import { useQuery } from '@tanstack/react-query'
import type { Dossier, EvidenceSheet } from '#server/contract/index.ts'
import { evidenceQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ConflictDetail, factOf } from '../conflicts/conflict-detail.tsx'
import { LinkParts } from '../conflicts/suspected-duplicates.tsx'
import { Coverage } from './coverage.tsx'
import { StatementTimeline } from './statement-timeline.tsx'
import '../conflicts/conflicts.css'
import './evidence.css'

/** What sources say of a person, where they disagree, whether the record holds together, and who has not spoken. */
export function EvidencePart({ dossier }: { dossier: Dossier }) {
  const sheet = useQuery(evidenceQuery(dossier.cadreId))
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />
  if (!sheet.data) return <SkeletonRows rows={8} height={56} />
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Disagreements sheet={sheet.data} />
        <RecordChecks sheet={sheet.data} />
        <Duplicates sheet={sheet.data} cadreId={dossier.cadreId} />
        <Coverage sheet={sheet.data} />
      </div>
      <StatementTimeline statements={sheet.data.statements} />
    </div>
  )
}

const splitConflicts = ({ conflicts, facts }: EvidenceSheet) => {
  const rows = conflicts.map((conflict) => ({ conflict, fact: factOf(conflict, facts) }))
  return {
    claims: rows.filter(({ fact }) => fact !== undefined),
    checks: rows.filter(({ fact }) => fact === undefined),
  }
}

function Disagreements({ sheet }: { sheet: EvidenceSheet }) {
  const { say } = useSpeech()
  const { claims } = splitConflicts(sheet)
  return (
    <Panel title={say(words.factsTitle)} note={claims.length === 0 ? undefined : say(words.suretyWhy)} flush>
      {claims.length === 0 && <EmptyState why={say(words.factsNone)} />}
      <ul>
        {claims.map(({ conflict, fact }) => (
          <li key={conflict.field} className="evidence-item">
            <h3>{say(conflict.fieldLabel)}</h3>
            <ConflictDetail conflict={conflict} fact={fact} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function RecordChecks({ sheet }: { sheet: EvidenceSheet }) {
  const { say } = useSpeech()
  const { checks } = splitConflicts(sheet)
  return (
    <Panel title={say(words.checksTitle)} note={say(words.checksNote)} flush>
      {checks.length === 0 && <EmptyState why={say(words.checksNone)} />}
      <ul>
        {checks.map(({ conflict }) => (
          <li key={`${conflict.field} ${conflict.reason.en}`} className="evidence-item">
            <h3>{say(conflict.fieldLabel)}</h3>
            <ConflictDetail conflict={conflict} fact={undefined} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Duplicates({ sheet, cadreId }: { sheet: EvidenceSheet; cadreId: string }) {
  const { say } = useSpeech()
  if (sheet.duplicates.length === 0) return null
  return (
    <Panel title={say(words.partDuplicates)} note={say(words.duplicatesNext)} flush>
      <ul>
        {sheet.duplicates.map((pair) => {
          const other = pair.people.find((person) => person.cadreId !== cadreId)
          return (
            <li key={other?.cadreId} className="evidence-item">
              <h3>{say(words.duplicateOf, { name: `${other?.name ?? ''} ${other?.cadreId ?? ''}` })}</h3>
              <LinkParts pair={pair} />
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
