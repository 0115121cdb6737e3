import { useState } from 'react'
import type { MatterDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { matterWords as words } from '../../../language/words/matters.ts'

/** What others recorded since this was first on screen. */
export function Meanwhile({ matter }: { readonly matter: MatterDetail }) {
  const { say } = useSpeech()
  const [seen] = useState(matter.version)
  const later = matter.timeline.filter(({ seq }) => seq > seen)
  if (later.length === 0) return null
  return (
    <div className="matter-meanwhile" role="status">
      <p>{say(words.meanwhile)}</p>
      <ul>
        {later.map(({ seq, label, byName, note }) => (
          <li key={seq}>
            {say(label)} <span className="second">{byName}</span> {note}
          </li>
        ))}
      </ul>
    </div>
  )
}
