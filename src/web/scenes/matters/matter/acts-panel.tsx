import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatterDetail } from '#server/contract/index.ts'
import { matterOpeningsQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { matterWords as words } from '../../../language/words/matters.ts'
import { draftOf, type MatterAct } from '../../../parts/matter/draft.ts'
import { MatterActForm } from '../../../parts/matter/matter-act-form.tsx'
import { useMatterActs } from '../../../parts/matter/use-matter-acts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { Meanwhile } from './meanwhile.tsx'

/** The acts of the present stage: those that may be done now as buttons, the others with what stands in the way. */
export function ActsPanel({ matter }: { readonly matter: MatterDetail }) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<MatterAct>()
  const ready = matter.acts.filter(({ hindrance }) => hindrance === null)
  const hindered = matter.acts.flatMap(({ hindrance, ...act }) => (hindrance ? [{ ...act, hindrance }] : []))
  return (
    <Panel title={say(words.acts)}>
      {matter.acts.length === 0 && <p className="quiet">{say(words.noActs)}</p>}
      <ul className="matter-acts">
        {ready.map((act) => (
          <li key={act.id}>
            <button type="button" className="side-button" onClick={() => setChosen(act)}>
              {act.onBehalf && `${say(words.onBehalf)} · `}
              {say(act.label)}
            </button>
            {act.isShared && <span className="second">{say(words.shared)}</span>}
          </li>
        ))}
      </ul>
      {hindered.length > 0 && (
        <ul className="matter-hindered">
          {hindered.map(({ id, label, hindrance }) => (
            <li key={id}>
              <b>{say(label)}</b> <span className="second">{say(words.hindered)}</span>
              <p>
                {say(hindrance.says)} {say(hindrance.mend)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {chosen && <ActForm matter={matter} act={chosen} onClose={() => setChosen(undefined)} />}
    </Panel>
  )
}

interface ActFormProps {
  readonly matter: MatterDetail
  readonly act: MatterAct
  onClose(): void
}

function ActForm({ matter, act, onClose }: ActFormProps) {
  const record = useMatterActs(matter)
  const officers = useQuery(matterOpeningsQuery).data?.handlers ?? []
  const { id, onBehalf } = act
  return (
    <MatterActForm
      act={act}
      today={matter.today}
      officers={officers}
      initial={draftOf(act.initial)}
      meanwhile={<Meanwhile matter={matter} />}
      send={(facts, on) => record({ kind: 'acted', act: id, facts, ...(onBehalf && { onBehalf }) }, on)}
      onClose={onClose}
    />
  )
}
