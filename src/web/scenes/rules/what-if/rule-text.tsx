import { useEffect, useRef } from 'react'
import type { Said } from '../../../client/failure.ts'
import { useSpeech } from '../../../language/language.tsx'
import { whatIfWords } from '../../../language/words/what-if.ts'

/** A rule that shows the shape of the language and can be tried as it is. */
const example = `rules:
  - id: LOCAL-GRASSROOTS
    article: 本地办法第三条
    title: { zh: 基层工作三年, en: Three years at the grassroots }
    status: VERIFIED
    severity: bar
    purpose: appointment
    applies: { equals: [move, promotion] }
    parameters:
      min_years: 3
    requires:
      - that:
          lasted:
            over: career
            where: { equals: [stretch.grassroots, true] }
            years: $min_years
            as: held
        met: { zh: '基层工作{held}，满{min_years}年', en: '{held} at the grassroots, at least {min_years} y' }
        unmet: { zh: '基层工作{held}，不满{min_years}年', en: '{held} at the grassroots, less than {min_years} y' }
`

interface RuleTextProps {
  readonly text: string
  /** What the server found wrong with it. */
  readonly problem: Said | undefined
  onChange(text: string): void
}

/** A rule in the words of the rule files, with its lines numbered; a mistake is shown at its line and column. */
export function RuleText({ text, problem, onChange }: RuleTextProps) {
  const { say } = useSpeech()
  const field = useRef<HTMLTextAreaElement>(null)
  const lines = text.split('\n')
  const place = problem?.place
  useEffect(() => {
    if (place && field.current) goTo(field.current, place)
  }, [place])
  return (
    <div className="rule-text">
      <div className="rule-text-scroll">
        <ol aria-hidden="true">
          {lines.map((_, at) => (
            // Lines are told apart by their number alone.
            <li key={at} className={place?.line === at + 1 ? 'wrong' : ''}>
              {at + 1}
            </li>
          ))}
        </ol>
        <textarea
          ref={field}
          aria-label={say(whatIfWords.ruleText)}
          aria-invalid={problem !== undefined}
          wrap="off"
          spellCheck={false}
          rows={Math.max(10, lines.length)}
          cols={Math.max(40, ...lines.map((line) => line.length))}
          placeholder={say(whatIfWords.ruleHint)}
          value={text}
          onChange={({ target }) => onChange(target.value)}
        />
      </div>
      {problem && (
        <p className="rule-text-problem" role="alert">
          {place && <b>{say(whatIfWords.at, { line: place.line, column: place.column })}</b>} {say(problem.message)}{' '}
          {say(problem.mend)}
        </p>
      )}
      {text === '' && (
        <button type="button" className="plain-button" onClick={() => onChange(example)}>
          {say(whatIfWords.example)}
        </button>
      )}
    </div>
  )
}

function goTo(field: HTMLTextAreaElement, { line, column }: { line: number; column: number }): void {
  const before = field.value.split('\n').slice(0, line - 1)
  const at = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1
  field.focus()
  field.setSelectionRange(at, at)
}
