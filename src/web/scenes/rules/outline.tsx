import type { OutlineShape } from '#server/contract/index.ts'
import { useSpeech } from '../../language/language.tsx'
import './outline.css'

/** A condition in words: one sentence, or a heading with its parts under it. */
export function Outline({ outline }: { outline: OutlineShape }) {
  const { say } = useSpeech()
  return (
    <>
      {say(outline.text)}
      {outline.parts.length > 0 && (
        <ul className="outline">
          {outline.parts.map((part, at) => (
            // Two parts may read alike; their order is the rule's.
            <li key={`${at} ${part.text.zh}`}>
              <Outline outline={part} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
