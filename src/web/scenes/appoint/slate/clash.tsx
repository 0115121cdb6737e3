import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../../language/language.tsx'
import { clashWords } from '../../../language/words/slate.ts'
import { Panel } from '../../../parts/panel.tsx'
import type { Slate } from './shapes.ts'
import './searching.css'

/** The wishes that cannot hold together, in words, and the way to loosen one. */
export function Clash({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(clashWords.title)} note={say(clashWords.note)} className="clash" foot={say(clashWords.how)}>
      <ul>
        {slate.clash.map((wish) => (
          <li key={wish.zh}>{say(wish)}</li>
        ))}
      </ul>
      <Link to="/slates/new" search={{ from: slate.slateId }} className="main-button">
        {say(clashWords.toForm)}
      </Link>
    </Panel>
  )
}
