import { labelOfFact } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { FindingShape } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { VerdictShape } from '../../../parts/verdict-mark.tsx'
import { articlesSaid } from './articles.ts'
import { findingsByGroup } from './findings-by-group.ts'

const groups = ['met', 'unknown', 'discretion'] as const

/** What fits on a screen that is read from eight metres. */
const mostNamed = { met: 3, unknown: 3, discretion: 3 }

/** Three groups of findings with their articles; more than a screen holds is counted. */
export function CardFindings({ findings }: { findings: readonly FindingShape[] }) {
  const { say } = useSpeech()
  const found = findingsByGroup(findings)
  return (
    <dl className="meeting-findings">
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
  const items = named.map(({ basis }) => say(basis.title)).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      <p>
        {findings.length > named.length ? say(meetingWords.andMore, { items, count: count(findings.length) }) : items}
      </p>
      <small>{articlesSaid(named, language)}</small>
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
        <p key={finding.rule}>
          {finding.missing.length > 0
            ? say(meetingWords.lacks, { title: finding.basis.title, facts: facts(finding) })
            : say(finding.basis.title)}{' '}
          <small>{citationText(finding.basis, language)}</small>
        </p>
      ))}
      {findings.length > most && <small>{say(meetingWords.more, { count: count(findings.length - most) })}</small>}
    </>
  )
}
