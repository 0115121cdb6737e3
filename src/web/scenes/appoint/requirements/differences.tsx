import type { AskedElementShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import { type Difference, differencesOf } from './draft.ts'

interface DifferencesProps {
  readonly before: readonly AskedElementShape[]
  readonly after: readonly AskedElementShape[]
}

/** What came, what went and what changed, a line each. */
export function Differences({ before, after }: DifferencesProps) {
  const { say } = useSpeech()
  const differences = differencesOf(before, after)
  if (differences.length === 0) return <p className="second">{say(words.sameAsPresent)}</p>
  const said = (one: Difference): string => {
    const values = { element: one.element, from: one.from ?? '', to: one.to ?? '' }
    if (one.kind === 'removed') return say(words.removed, values)
    if (one.kind === 'level') return say(words.levelChanged, values)
    if (one.kind === 'weight') return say(words.weightChanged, values)
    return say(one.facet === 'party-spirit' ? words.added : words.addedAt, values)
  }
  return (
    <ul className="differences">
      {differences.map((one) => (
        <li key={`${one.facet} ${one.element} ${one.kind}`}>{said(one)}</li>
      ))}
    </ul>
  )
}
