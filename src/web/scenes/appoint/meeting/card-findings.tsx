import { labelOfFact } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FindingShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { findingsByGroup } from './findings-by-group.ts'

const groups = ['met', 'unknown', 'discretion'] as const

/** What fits on a screen that is read from eight metres. */
const mostNamed = { met: 4, unknown: 2, discretion: 2 }

/** Three groups of findings with their articles; more than a screen holds is counted. */
export function CardFindings({ findings }: { findings: readonly FindingShape[] }) {
  const { say } = useSpeech()
  const found = findingsByGroup(findings)
  return (
    <dl className="card-findings">
      {groups.map((group) => (
        <div key={group} className={group}>
          <dt>
            <VerdictShape verdict={group} size={28} />
            {say(labelOf('verdict', group))}
          </dt>
          <dd>
            {found[group].length === 0 && <p className="stage-none">{say(meetingWords.noneOfIt)}</p>}
            {group === 'met' ? (
              <Titles findings={found.met} />
            ) : (
              <Points findings={found[group]} most={mostNamed[group]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The rules that are met, in one line, and their articles in another. */
function Titles({ findings }: { findings: readonly FindingShape[] }) {
  const { say, language } = useSpeech()
  if (findings.length === 0) return null
  const named = findings.slice(0, mostNamed.met)
  const separator = language === 'zh' ? '、' : ', '
  const items = named.map(({ basis }) => say(basis.title)).join(separator)
  const articles = [...new Set(named.map(({ basis }) => citationText(basis, language)))].join(
    language === 'zh' ? '；' : '; ',
  )
  return (
    <>
      <p>
        {findings.length > named.length ? say(meetingWords.andMore, { items, count: count(findings.length) }) : items}
      </p>
      <small>{articles}</small>
    </>
  )
}

function Points({ findings, most }: { findings: readonly FindingShape[]; most: number }) {
  const { say, language } = useSpeech()
  const facts = ({ missing }: FindingShape): string =>
    missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      {findings.slice(0, most).map((finding) => (
        <div key={finding.rule}>
          <p>
            {finding.missing.length > 0
              ? say(meetingWords.lacks, { title: finding.basis.title, facts: facts(finding) })
              : say(finding.basis.title)}
          </p>
          <small>{citationText(finding.basis, language)}</small>
        </div>
      ))}
      {findings.length > most && <small>{say(meetingWords.more, { count: count(findings.length - most) })}</small>}
    </>
  )
}
