import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { evidenceQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { checkWords as words } from '../../../language/words/dossier-parts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../identify/conflicts/conflicts.css'
import { Disagreements, Duplicates, RecordChecks } from '../../identify/evidence/record-checks.tsx'
import '../../identify/evidence/evidence.css'

/** Whether the record holds together: what disagrees, cannot be, is there twice, or is missing and where to supply it. */
export function ChecksPart({ dossier }: { readonly dossier: Dossier }) {
  const sheet = useQuery(evidenceQuery(dossier.cadreId))
  return (
    <div className="dossier-grid">
      <div className="dossier-column">
        <Missing completeness={dossier.completeness} />
        {sheet.data && <Duplicates sheet={sheet.data} cadreId={dossier.cadreId} />}
      </div>
      <div className="dossier-column">
        {sheet.isError && <ErrorPanel error={sheet.error} onRetry={() => void sheet.refetch()} />}
        {sheet.isPending && <SkeletonRows rows={5} height={56} />}
        {sheet.data && <RecordChecks sheet={sheet.data} />}
        {sheet.data && <Disagreements sheet={sheet.data} />}
      </div>
    </div>
  )
}

function Missing({ completeness: { held, asked, missing } }: Pick<Dossier, 'completeness'>) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.missing)} explained="unknown" note={say(words.missingNote, { held, asked })} flush>
      {missing.length === 0 && <EmptyState why={say(words.whole)} />}
      {missing.length > 0 && (
        <>
          <ul>
            {missing.map(({ fact, label }) => (
              <li key={fact} className="kin-line">
                <span>{say(label)}</span>
                <span className="second">{say(words.notHeld)}</span>
              </li>
            ))}
          </ul>
          <p className="findings-more">
            <Link to="/imports">{say(words.supplyForm)}</Link> <span className="second">{say(words.supplyNote)}</span>
          </p>
        </>
      )}
    </Panel>
  )
}
