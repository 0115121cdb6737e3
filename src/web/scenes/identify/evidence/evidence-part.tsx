import { useQuery } from '@tanstack/react-query'
import type { Dossier } from '#server/contract/index.ts'
import { evidenceQuery } from '../../../client/queries.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { Coverage } from './coverage.tsx'
import { StatementTimeline } from './statement-timeline.tsx'
import '../conflicts/conflicts.css'
import './evidence.css'
import { Disagreements } from './record-checks.tsx'

/** What sources say of a person, where they disagree, and who has not spoken; whether the record holds together is a part of its own. */
export function EvidencePart({ dossier }: { dossier: Dossier }) {
  const sheet = useQuery(evidenceQuery(dossier.cadreId))
  if (sheet.isError) return <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />
  if (!sheet.data) return <SkeletonRows rows={8} height={56} />
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Disagreements sheet={sheet.data} />
        <Coverage sheet={sheet.data} />
      </div>
      <StatementTimeline statements={sheet.data.statements} />
    </div>
  )
}
