import type { SupportShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { supportWords, considerationWords as words } from '../../../language/words/considerations.ts'

interface SupportListProps {
  readonly supports: readonly SupportShape[]
  readonly against: readonly SupportShape[]
}

/** The rows of the record themselves, behind their number: what for, then what against. */
export function SupportList({ supports, against }: SupportListProps) {
  const { say } = useSpeech()
  const all = supports.length + against.length
  if (all === 0) return null
  return (
    <details className="supports">
      <summary>{say(words.deeds, { count: all })}</summary>
      <ul>
        {supports.map((one) => (
          <Supported key={one.evidence.join()} support={one} />
        ))}
      </ul>
      {against.length > 0 && (
        <>
          <p className="supports-against">{say(words.against)}</p>
          <ul>
            {against.map((one) => (
              <Supported key={one.evidence.join()} support={one} />
            ))}
          </ul>
        </>
      )}
    </details>
  )
}

function Supported({ support: { kind, says, corroborated, text } }: { support: SupportShape }) {
  const { say } = useSpeech()
  return (
    <li>
      <span className="quiet">{say(supportWords[kind])}</span> {say(says)}
      {corroborated !== null && (
        <span className="quiet"> · {say(corroborated ? words.corroborated : words.single)}</span>
      )}
      {text && <q>{text}</q>}
    </li>
  )
}
