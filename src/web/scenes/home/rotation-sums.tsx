import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Home } from '#server/contract/index.ts'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { homeWords } from '../../language/words/home.ts'
import { Panel } from '../../parts/panel.tsx'

export function RotationSums({ sums }: { sums: Home['rotation'] }) {
  const { say } = useSpeech()
  const rows = [
    ['overdue', sums.overdue],
    ['due-within-year', sums.dueWithinYear],
    ['later', sums.later],
  ] as const
  return (
    <Panel
      title={say(homeWords.rotation)}
      note={say(homeWords.rotationNote)}
      aside={<Link to="/rotation">{say(frameWords.all)}</Link>}
    >
      <dl className="home-sums">
        {rows.map(([state, value]) => (
          <div key={state}>
            <dt>{say(labelOf('dueState', state))}</dt>
            <dd>
              <Link to="/rotation" search={{ state }}>
                {count(value)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
