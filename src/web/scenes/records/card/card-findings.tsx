import type { DossierThen, FindingShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

const readFirst: readonly FindingShape['verdict'][] = ['unmet', 'unknown', 'discretion']
const most = 5

interface CardFindingsProps {
  readonly seat: NonNullable<DossierThen['seat']>
  readonly findings: readonly FindingShape[]
}

/** What the rules of a seat say that is not met, each with its article; those met are counted. */
export function CardFindings({ seat, findings }: CardFindingsProps) {
  const { say, language } = useSpeech()
  const open = readFirst.flatMap((verdict) => findings.filter((finding) => finding.verdict === verdict))
  const met = findings.length - open.length
  return (
    <section>
      <h3>
        {say(words.findings, { unit: seat.unitName, title: seat.title })}{' '}
        <small>{say(findings.length === 0 ? words.notYet : words.met, { count: count(met) })}</small>
      </h3>
      <ul className="talent-findings">
        {open.slice(0, most).map((finding) => (
          <li key={finding.rule}>
            <VerdictMark verdict={finding.verdict} />
            <span>
              {say(finding.basis.title)} <small>{citationText(finding.basis, language)}</small>
              {finding.reasons[0] && <span className="second"> {say(finding.reasons[0])}</span>}
            </span>
          </li>
        ))}
      </ul>
      {open.length > most && <p className="second">{say(words.more, { count: count(open.length - most) })}</p>}
    </section>
  )
}
