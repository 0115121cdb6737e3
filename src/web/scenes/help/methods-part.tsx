import { useSpeech } from '../../language/language.tsx'
import { limitWords, methodWords } from '../../language/words/help-methods.ts'

export function MethodsPart() {
  const { say } = useSpeech()
  return (
    <div className="help-prose">
      {Object.entries(methodWords).map(([id, { title, text }]) => (
        <section key={id} aria-label={say(title)}>
          <h2>{say(title)}</h2>
          <p>{say(text)}</p>
        </section>
      ))}
    </div>
  )
}

/** What the system does not do, and where it is weak. */
export function LimitsPart() {
  const { say } = useSpeech()
  return (
    <ul className="help-prose help-limits">
      {Object.entries(limitWords).map(([id, text]) => (
        <li key={id}>{say(text)}</li>
      ))}
    </ul>
  )
}
