import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

/** Rotation and term duties, the next first, each with its rule. */
export function Duties({ dossier }: { dossier: Dossier }) {
  const { say, language } = useSpeech()
  return (
    <Panel title={say(dossierWords.rotation)} explained="rotation-duty" flush>
      {dossier.rotation.length === 0 && <EmptyState why={say(dossierWords.noRotation)} />}
      <ul>
        {dossier.rotation.map((duty) => (
          <li key={duty.rule + duty.positionId} className="duty">
            <span>
              <b>{month(duty.dueOn)}</b>
              <span className="second">{say(labelOf('dueState', duty.state))}</span>
            </span>
            <span>
              {say(duty.basis.title)} <span className="second">{citationText(duty.basis, language)}</span>
              <span className="second duty-reason">{say(duty.reason)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
