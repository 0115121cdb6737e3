import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { FindingShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { EvidenceLink } from '../../../parts/evidence.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

/** One rule about one pair: the answer, its reasons, what is missing, what people are asked, what lifts it, and the rule itself. */
export function Ground({ finding }: { finding: FindingShape }) {
  const { say, language } = useSpeech()
  const { basis, missing, questions, liftedBy } = finding
  return (
    <li>
      <div className="ground-head">
        <b>{say(basis.title)}</b>
        <VerdictMark verdict={finding.verdict} />
      </div>
      {finding.reasons.map((reason) => (
        <p key={reason.zh}>{say(reason)}</p>
      ))}
      {missing.length > 0 && (
        <p>
          {say(frameWords.missingTitle)}{' '}
          {missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')}
        </p>
      )}
      {finding.turnsOn && <p>{say(frameWords.turnsOn, { date: day(finding.turnsOn) })}</p>}
      {questions.map((question) => (
        <p key={question.zh} className="ground-question">
          {say(vacancyWords.asked, { question })}
        </p>
      ))}
      {liftedBy.map((lifting) => (
        <p key={`${lifting.basis.instrument} ${lifting.basis.article}`}>
          {say(vacancyWords.liftedBy, {
            citation: citationText(lifting.basis, language),
            title: lifting.basis.title,
            approval: lifting.approval,
          })}
        </p>
      ))}
      <div className="ground-foot">
        <Link to="/rules/$ruleId" params={{ ruleId: finding.rule }} title={basis.instrument}>
          {citationText(basis, language)}
        </Link>
        <EvidenceLink evidence={finding.evidence} />
      </div>
    </li>
  )
}
