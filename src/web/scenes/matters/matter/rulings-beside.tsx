import { Link } from '@tanstack/react-router'
import type { MatterDetail } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { Panel } from '../../../parts/panel.tsx'

/** What was ruled in favour of the cadre and bears on this matter; nothing where there is none. */
export function RulingsBeside({ rulings }: { readonly rulings: MatterDetail['beside'] }) {
  const { say } = useSpeech()
  if (rulings.length === 0) return null
  return (
    <Panel title={say(words.beside)} note={say(words.besideNote)}>
      <ul>
        {rulings.map(({ matterId, label, on, says }) => (
          <li key={`${label.en} ${on}`}>
            <b>{say(label)}</b> <span className="second">{day(on)}</span>
            <p>{say(says)}</p>
            {matterId !== null && (
              <Link to="/matters/$matterId" params={{ matterId }}>
                {say(words.openMatter)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
