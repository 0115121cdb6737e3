import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import './level-mark.css'

const steps = [1, 2, 3, 4, 5] as const

/** A level as steps reached of five, with its number. */
export function LevelMark({ level }: { level: number }) {
  const { say } = useSpeech()
  return (
    <span className="level-mark">
      <span aria-hidden="true">
        {steps.map((step) => (
          <span key={step} className={step <= level ? 'reached' : ''} />
        ))}
      </span>
      {say(words.levelOf, { level })}
    </span>
  )
}
