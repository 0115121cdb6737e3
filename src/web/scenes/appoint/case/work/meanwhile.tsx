import type { CaseDetail } from '#server/contract/index.ts'
import { minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'

/** What others recorded since the version that something was typed on. */
export function Meanwhile({ detail, since }: { detail: CaseDetail; since: number | undefined }) {
  const { say } = useSpeech()
  const later = since === undefined ? [] : detail.timeline.filter(({ seq }) => seq > since)
  if (later.length === 0) return null
  return (
    <div className="case-meanwhile" role="status">
      <p>{say(words.meanwhile, { count: later.length })}</p>
      <ul>
        {later.map(({ seq, says, byName, recordedAt }) => (
          <li key={seq}>
            {say(says)} <span className="second">{`${byName} ${minute(recordedAt)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
