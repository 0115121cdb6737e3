import { useState } from 'react'
import type { Dossier, Verdict } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { recallFrom } from './recall.ts'

const readFirst: Record<Verdict, number> = { unmet: 0, unknown: 1, discretion: 2, met: 3 }
const shownAtFirst = 8

/** What the rules say of this person, what needs a look first; political character is facts to read, not a figure. */
export function Findings({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const recall = recallFrom(dossier, say)
  const ordered = dossier.findings.toSorted((a, b) => readFirst[a.verdict] - readFirst[b.verdict])
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  const { political } = dossier.statements
  return (
    <Panel
      title={say(dossierWords.findings)}
      foot={say(dossierWords.political, { major: political.major, minor: political.minor })}
      flush
    >
      {ordered.length === 0 && <EmptyState why={say(dossierWords.noFindings)} />}
      <ul>
        {shown.map((finding) => (
          <FindingItem key={`${finding.rule} ${finding.evidence.join()}`} finding={finding} recall={recall} />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <p className="findings-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(dossierWords.showRest, { count: ordered.length - shown.length })}
          </button>
        </p>
      )}
    </Panel>
  )
}
