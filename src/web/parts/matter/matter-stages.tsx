import type { MatterDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { stepWords } from '../../language/words/cases.ts'
import { matterWords as words } from '../../language/words/matters.ts'
import '../course-path.css'

/** The stages from left to right: behind it, where it stands, ahead. */
export function MatterStages({ stages }: Pick<MatterDetail, 'stages'>) {
  const { say } = useSpeech()
  return (
    <div className="course-path" role="group" aria-label={say(words.stages)} tabIndex={0}>
      <ol>
        {stages.map(({ id, label, state }) => (
          <li key={id} className={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className="course-step-mark" aria-hidden="true" />
            <span className="course-step-name">{say(label)}</span>
            <span className="course-step-note">{say(stepWords[state])}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
