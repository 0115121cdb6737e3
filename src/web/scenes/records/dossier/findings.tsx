import { useState } from 'react'
import type { Dossier, Verdict } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { seatFindingWords } from '../../../language/words/dossier-parts.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { recallFrom } from './recall.ts'

const readFirst: Record<Verdict, number> = { unmet: 0, unknown: 1, discretion: 2, met: 3 }
const shownAtFirst = 4

/** What the rules say of this person whatever the seat, what needs a look first; nothing where there is nothing. */
export function Findings({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  if (dossier.findings.length === 0) return null
  const recall = recallFrom(dossier, say)
  const ordered = dossier.findings.toSorted((a, b) => readFirst[a.verdict] - readFirst[b.verdict])
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <Panel title={say(seatFindingWords.ofPerson)} explained="finding" flush>
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
