import type { RuleDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rulesWords, severityLabels, severityMeans } from '../../../language/words/rules.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { useValueText } from '../named-terms.ts'
import { Outline } from '../outline.tsx'
import { openMessage } from './rule-filter.ts'
import { Part } from './rule-sheet.tsx'
import { When } from './when.tsx'

/** What is required, in words; how binding it is; and what is said of those who meet it and of those who do not. */
export function Requirements({ detail }: { detail: RuleDetail }) {
  const { say, language } = useSpeech()
  const valueText = useValueText(detail.parameters)
  const values = Object.fromEntries(detail.parameters.map(({ name, value }) => [name, valueText(value)]))
  if (detail.requirements.length === 0) return null
  return (
    <Part title={say(rulesWords.requires)}>
      <ol className="requirements">
        {detail.requirements.map(({ when, that, severity, messages }, at) => (
          // Requirements have no name of their own; their order is the rule's and does not change while it is shown.
          <li key={`${at} ${messages.met.zh}`}>
            {when && <When outline={when} />}
            <div className="requirement">
              <div>
                <Outline outline={that} />
              </div>
              <span className="severity" title={say(severityMeans[severity])}>
                {say(severityLabels[severity])}
              </span>
            </div>
            <ul className="second">
              {(['met', 'unmet', 'unknown'] as const).map((verdict) => {
                const message = messages[verdict]
                return (
                  message && (
                    <li key={verdict}>
                      <VerdictShape verdict={verdict} size={11} /> {openMessage(message, values, language)}
                    </li>
                  )
                )
              })}
            </ul>
          </li>
        ))}
      </ol>
    </Part>
  )
}
