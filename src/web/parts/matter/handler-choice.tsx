import type { MatterOpenings } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import './matter.css'

interface HandlerChoiceProps {
  readonly officers: MatterOpenings['handlers']
  /** None: whoever opens it. */
  readonly chosen: readonly string[]
  onChange(chosen: readonly string[]): void
}

/** Who handles a matter: any of the officers, or whoever opens it. */
export function HandlerChoice({ officers, chosen, onChange }: HandlerChoiceProps) {
  const { say } = useSpeech()
  return (
    <fieldset className="act-line matter-group">
      <legend>
        {say(words.handlers)} <span className="quiet">{chosen.length === 0 && say(words.handlersNone)}</span>
      </legend>
      <div className="act-choice">
        {officers.map(({ account, name }) => (
          <label key={account}>
            <input
              type="checkbox"
              checked={chosen.includes(account)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, account] : chosen.filter((one) => one !== account))
              }
            />
            {say(name)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
