import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { slateCheckWords } from '../../../language/words/slate.ts'
import { Panel } from '../../../parts/panel.tsx'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import type { Plan } from './shapes.ts'
import './teams.css'

/** What the replay of the plan found; each fault opens its move. */
export function Check({ check, onOpen }: { check: Plan['check']; onOpen(move: number): void }) {
  const { say } = useSpeech()
  const { moves, rules, faults } = check
  return (
    <Panel title={say(slateCheckWords.title)} note={say(slateCheckWords.note)} className="slate-check">
      <p>
        <VerdictShape verdict={faults.length === 0 ? 'met' : 'unmet'} />{' '}
        {faults.length === 0
          ? say(slateCheckWords.clean, { moves: count(moves), rules: count(rules) })
          : say(slateCheckWords.faults, { moves: count(moves), count: faults.length })}
      </p>
      <ul>
        {faults.map(({ move, says }) => (
          <li key={`${move} ${says.zh}`}>
            {move === null ? (
              say(says)
            ) : (
              <button type="button" className="plain-button" onClick={() => onOpen(move)}>
                {say(says)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
