import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './nothing.css'

/** Not known is hatched. Empty is empty. Confirmed none is a dash with the word. They are three different things. */
export function Unknown({ wide = false, why }: { wide?: boolean; why?: string }) {
  const { say } = useSpeech()
  const word = why ?? say(frameWords.unknown)
  return (
    <span className="unknown-value" title={word}>
      <span className="hatch" aria-hidden="true" />
      <span className={wide ? '' : 'out-of-sight'}>{word}</span>
    </span>
  )
}

export function ConfirmedNone() {
  const { say } = useSpeech()
  return (
    <span title={say(frameWords.none)}>
      <span aria-hidden="true">—</span>
      <span className="out-of-sight">{say(frameWords.none)}</span>
    </span>
  )
}
