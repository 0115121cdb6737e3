import { Link } from '@tanstack/react-router'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { rotationWords } from '../../../language/words/rotation.ts'
import '../../../parts/buttons.css'

/** Who is chosen, and what can be made of them. */
export function ChosenBar({ chosen, onClear }: { chosen: ReadonlyMap<string, string>; onClear(): void }) {
  const { say } = useSpeech()
  if (chosen.size === 0) return null
  return (
    <div className="chosen-bar" role="status">
      <b>{say(rotationWords.chosen, { count: count(chosen.size) })}</b>
      <span className="cut second">{[...chosen.values()].join(say(frameWords.comma))}</span>
      <button type="button" className="side-button" onClick={onClear}>
        {say(rotationWords.clearChoice)}
      </button>
      <Link to="/rotation/exchange" search={{ cadre: [...chosen.keys()] }} className="main-button">
        {say(rotationWords.makeSlate)}
      </Link>
    </div>
  )
}
