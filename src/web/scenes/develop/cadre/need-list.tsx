import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { Development } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { useSpeech } from '../../../language/language.tsx'
import { developmentWords, needLabels } from '../../../language/words/development.ts'
import { EvidenceLink } from '../../../parts/evidence.tsx'

interface NeedListProps {
  readonly needs: readonly (Development['open'][number] & Partial<Pick<Development['needs'][number], 'proposal'>>)[]
  readonly steps: Development['steps']
}

/** Needs with their rule, reasons, what is missing, the tenures they rest on, and what is proposed. */
export function NeedList({ needs, steps }: NeedListProps) {
  const { say, language } = useSpeech()
  const recall = (id: string) => steps.find(({ evidence }) => evidence === id)?.label
  const listed = (fields: readonly string[]): string =>
    fields.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')
  return (
    <ul className="development-needs">
      {needs.map(({ need, finding, proposal }) => (
        <li key={need}>
          <p>
            <b>{say(needLabels[need])}</b>{' '}
            <Link to="/rules/$ruleId" params={{ ruleId: finding.rule }} className="second">
              {citationText(finding.basis, language)}
            </Link>
          </p>
          {finding.reasons.map((reason) => (
            <p key={reason.en} className="second">
              {say(reason)}
            </p>
          ))}
          {finding.missing.length > 0 && (
            <p className="second">{say(developmentWords.missing, { fields: listed(finding.missing) })}</p>
          )}
          {proposal && <p>{say(proposal)}</p>}
          <EvidenceLink evidence={finding.evidence} recall={recall} />
        </li>
      ))}
    </ul>
  )
}
