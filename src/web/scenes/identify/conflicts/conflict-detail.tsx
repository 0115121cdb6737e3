import type { ConflictShape, DisputedFact } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Claims } from './claims.tsx'

/** The disputed fact that a row of the list is about; none where a record disagrees with itself. */
export const factOf = (conflict: ConflictShape, facts: readonly DisputedFact[]): DisputedFact | undefined =>
  facts.find(
    ({ field, candidates }) =>
      field === conflict.field &&
      candidates.length === conflict.values.length &&
      candidates.every(({ value }, at) => value.zh === conflict.values[at]?.label.zh),
  )

/** What was found, the claims where there are any, and how a person settles it. */
export function ConflictDetail({ conflict, fact }: { conflict: ConflictShape; fact: DisputedFact | undefined }) {
  const { say, language } = useSpeech()
  return (
    <div className="conflict-detail">
      <p>
        {say(conflict.reason)}{' '}
        {conflict.basis && <span className="second">{citationText(conflict.basis, language)}</span>}
      </p>
      {fact && <Claims fact={fact} />}
      <p>
        <span className="conflict-mend">{say(words.mend)}</span> {say(conflict.mend)}
      </p>
    </div>
  )
}
