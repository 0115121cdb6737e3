/** Where sources disagree, where a record disagrees with itself, and who may be on record twice. */
import type { EvidenceSheet } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { ConflictDetail, factOf } from '../conflicts/conflict-detail.tsx'
import { LinkParts } from '../conflicts/suspected-duplicates.tsx'

const splitConflicts = ({ conflicts, facts }: EvidenceSheet) => {
  const rows = conflicts.map((conflict) => ({ conflict, fact: factOf(conflict, facts) }))
  return {
    claims: rows.filter(({ fact }) => fact !== undefined),
    checks: rows.filter(({ fact }) => fact === undefined),
  }
}

export function Disagreements({ sheet }: { sheet: EvidenceSheet }) {
  const { say } = useSpeech()
  const { claims } = splitConflicts(sheet)
  return (
    <Panel
      title={say(words.factsTitle)}
      explained="claim"
      note={claims.length === 0 ? undefined : say(words.suretyWhy)}
      flush
    >
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

export function RecordChecks({ sheet }: { sheet: EvidenceSheet }) {
  const { say } = useSpeech()
  const { checks } = splitConflicts(sheet)
  return (
    <Panel title={say(words.checksTitle)} explained="record-check" note={say(words.checksNote)} flush>
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

export function Duplicates({ sheet, cadreId }: { sheet: EvidenceSheet; cadreId: string }) {
  const { say } = useSpeech()
  if (sheet.duplicates.length === 0) return null
  return (
    <Panel title={say(words.partDuplicates)} explained="duplicate" note={say(words.duplicatesNext)} flush>
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
