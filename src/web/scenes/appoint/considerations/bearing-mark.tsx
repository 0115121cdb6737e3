import type { ConsiderationRow } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { bearingWords } from '../../../language/words/considerations.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'

type Bearing = ConsiderationRow['cells'][number]['bearing']

const shapes = { answers: 'met', partly: 'discretion', unknown: 'unknown' } as const

/** Mark and word; a plain fact has neither, and what is not seen is an empty ring, not a cross. */
export function BearingMark({ bearing }: { bearing: Bearing }) {
  const { say } = useSpeech()
  if (bearing === 'fact') return null
  return (
    <span className={`bearing ${bearing}`}>
      {bearing === 'lacks' ? (
        <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
          <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </svg>
      ) : (
        <VerdictShape verdict={shapes[bearing]} />
      )}
      {say(bearingWords[bearing])}
    </span>
  )
}
