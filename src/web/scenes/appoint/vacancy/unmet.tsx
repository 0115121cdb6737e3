import type { Vacancy } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'

/** Those who do not meet a rule, counted by reason; named only when a number is opened. */
export function Unmet({ vacancy, onOpen }: { vacancy: Vacancy; onOpen(rule: string): void }) {
  const { say } = useSpeech()
  const { unmet } = vacancy
  if (unmet.total === 0) return null
  return (
    <div className="unmet-sums">
      <p>
        <VerdictShape verdict="unmet" /> <b>{say(vacancyWords.unmet)}</b>{' '}
        {say(frameWords.people, { count: count(unmet.total) })}
      </p>
      <ul>
        {unmet.byRule.map(({ rule, basis, count: people }) => (
          <li key={rule}>
            {basis ? say(basis.title) : rule}{' '}
            <button type="button" className="plain-button" onClick={() => onOpen(rule)}>
              {count(people)}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">{say(vacancyWords.unmetHint)}</p>
    </div>
  )
}
