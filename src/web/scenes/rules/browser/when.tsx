import type { OutlineShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords } from '../../../language/words/rules.ts'
import { Outline } from '../outline.tsx'

/** The case in which a part of a rule counts: before the part in one line, or with its own parts. */
export function When({ outline }: { outline: OutlineShape }) {
  const { say } = useSpeech()
  if (outline.parts.length === 0) {
    return <p className="quiet">{say(rulesWords.when, { condition: outline.text })}</p>
  }
  return (
    <div className="quiet">
      {say(rulesWords.whenParts)}
      <Outline outline={outline} />
    </div>
  )
}
