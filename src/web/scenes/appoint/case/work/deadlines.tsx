import type { CaseDetail } from '#server/contract/index.ts'
import { citationText } from '../../../../language/citation.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { dueWords, caseWords as words } from '../../../../language/words/cases.ts'
import { Unknown } from '../../../../parts/nothing.tsx'
import { Panel } from '../../../../parts/panel.tsx'

/** What falls due in the course of the case, the earliest first. */
export function Deadlines({ detail }: { detail: CaseDetail }) {
  const { say, language } = useSpeech()
  if (detail.deadlines.length === 0) return null
  return (
    <Panel title={say(words.deadlines)} explained="working-day" flush>
      <ul className="case-deadlines">
        {detail.deadlines.map((deadline) => (
          <li key={`${deadline.id} ${deadline.cadreId}`} className={deadline.due}>
            <span className="case-due-day">
              {deadline.on === null ? <Unknown why={say(deadline.label)} /> : day(deadline.on)}
            </span>
            <span>
              {say(deadline.label)}{' '}
              {deadline.basis && <span className="second">{citationText(deadline.basis, language)}</span>}
            </span>
            <span className="second">{deadline.on !== null && say(dueWords[deadline.due])}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
