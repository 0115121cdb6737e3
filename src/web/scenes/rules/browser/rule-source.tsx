import type { RuleDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords } from '../../../language/words/rules.ts'

/** The rule as it is written, behind a key. */
export function RuleSource({ source }: Pick<RuleDetail, 'source'>) {
  const { say } = useSpeech()
  return (
    <details className="rule-source">
      <summary>
        {say(rulesWords.source)} <code>{source.place}</code>
      </summary>
      <pre tabIndex={0}>{source.yaml}</pre>
    </details>
  )
}
