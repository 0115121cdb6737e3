import { Link } from '@tanstack/react-router'
import type { Gap } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'

/** What is not on any list because the data do not support it, said and counted. */
export function Gaps({ gaps, analysed }: { gaps: readonly Gap[]; analysed: boolean }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(homeWords.gaps)} explained="tally-gaps" note={say(homeWords.gapsNote)}>
      {!analysed && <p className="second">{say(homeWords.noRun)}</p>}
      {analysed && gaps.length === 0 && <p className="second">{say(homeWords.noGaps)}</p>}
      <ul className="home-gaps">
        {gaps.map((gap) => (
          <li key={gap.id}>
            <span>{say(gap.text)}</span>
            {gap.roster && (
              <Link to="/cadres" search={gap.roster}>
                {say(homeWords.openList)}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
