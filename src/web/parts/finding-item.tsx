import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { FindingShape } from '#server/contract/index.ts'
import { citationText } from '../language/citation.ts'
import { day } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { EvidenceLink, type Recall } from './evidence.tsx'
import { VerdictMark } from './verdict-mark.tsx'
import './finding-item.css'

interface FindingItemProps {
  readonly finding: FindingShape
  readonly recall?: Recall
  readonly after?: ReactNode
}

/** One answer whole: verdict, the rule's title and article, the reasons, what is missing, and what it rests on. */
export function FindingItem({ finding, recall, after }: FindingItemProps) {
  const { say, language } = useSpeech()
  return (
    <li className="finding">
      <VerdictMark verdict={finding.verdict} />
      <div className="finding-said">
        <p>
          <b>{say(finding.basis.title)}</b>{' '}
          <Link
            to="/rules/$ruleId"
            params={{ ruleId: finding.rule }}
            className="finding-article"
            title={finding.basis.instrument}
          >
            {citationText(finding.basis, language)}
          </Link>
        </p>
        {finding.reasons.map((reason) => (
          <p key={reason.zh} className="second">
            {say(reason)}
          </p>
        ))}
        {finding.missing.length > 0 && (
          <p className="second">
            {say(frameWords.missingTitle)}{' '}
            {finding.missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')}
          </p>
        )}
        {finding.turnsOn && <p className="second">{say(frameWords.turnsOn, { date: day(finding.turnsOn) })}</p>}
        {after}
      </div>
      <EvidenceLink evidence={finding.evidence} {...(recall && { recall })} />
    </li>
  )
}
