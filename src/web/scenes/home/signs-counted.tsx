import { Link } from '@tanstack/react-router'
import type { Today } from '#server/contract/index.ts'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'

/** Early signs are counted here and named nowhere. Who is not on duty sees no panel. */
export function SignsCounted({ signs }: { signs: NonNullable<Today['signs']> }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(homeWords.signs)} explained="early-sign" note={say(homeWords.signsNote)} className="home-signs">
      <Link to="/signs" className="home-signs-count">
        {count(signs.waiting)}
      </Link>
      <p className="second">
        {signs.taken > 0 && say(homeWords.signsTaken, { count: count(signs.taken) })} {say(homeWords.signsRule)}
      </p>
      <Link to="/signs" className="side-button">
        {say(homeWords.startChecking)}
      </Link>
    </Panel>
  )
}
