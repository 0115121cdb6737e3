import { labelOf } from '#domain/lexicon/terms.ts'
import type { Team } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { signWords } from '../../../language/words/signs.ts'
import { teamPageWords } from '../../../language/words/teams.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** What inspections and audits found and nobody has closed yet. */
export function Findings({ findings }: { findings: Team['findings'] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(teamPageWords.findings)} explained="rectification" note={say(teamPageWords.findingsNote)} flush>
      {findings.length === 0 ? (
        <EmptyState why={say(teamPageWords.noFindings)} />
      ) : (
        <WideTable label={say(teamPageWords.findings)} className="figures">
          <thead>
            <tr>
              <ColumnHeads
                heads={[
                  teamPageWords.found,
                  teamPageWords.kind,
                  teamPageWords.what,
                  signWords.severity,
                  teamPageWords.due,
                ]}
              />
            </tr>
          </thead>
          <tbody>
            {findings.map((finding) => (
              <tr key={finding.id}>
                <td className="quiet">{day(finding.on)}</td>
                <td>{say(labelOf('supervisionKind', finding.kind))}</td>
                <td>{finding.finding ?? <Unknown />}</td>
                <td>{say(labelOf('severity', finding.severity))}</td>
                <td>
                  {finding.due === null ? <Unknown /> : day(finding.due)}
                  {finding.overdue && <b> {say(teamPageWords.overdue)}</b>}
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
