import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail, CasePaperShape } from '#server/contract/index.ts'
import { paperAddress } from '../../../../client/case-queries.ts'
import { minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'

/** A paper in the record, with its version; what was superseded or withdrawn is struck and stays. */
export function PaperLine({ paper, detail }: { paper: CasePaperShape; detail: CaseDetail }) {
  const { say } = useSpeech()
  const about = detail.people.find(({ cadreId }) => cadreId === paper.cadreId)?.name
  const isOut = paper.withdrawn !== null || !paper.isPresent
  return (
    <li className="case-event" id={`paper-${paper.paperId}`}>
      <span className="case-event-kind">{say(words.paper)}</span>
      <div className={isOut ? 'case-event-said beside struck' : 'case-event-said'}>
        <p>
          {say(labelOf('paperKind', paper.kind))}{' '}
          <a href={paperAddress(detail.caseId, paper.paperId)} target="_blank" rel="noreferrer">
            {paper.title}
          </a>{' '}
          <span className="second">
            {[about, say(words.version, { version: paper.version }), paper.note].filter(Boolean).join(' · ')}
          </span>
        </p>
        <p className="case-hash">{`SHA-256 ${paper.sha256.slice(0, 16)}…`}</p>
      </div>
      {isOut && (
        <p className="case-correction">
          {paper.withdrawn
            ? say(words.withdrawnFor, { reason: paper.withdrawn.reason, by: paper.withdrawn.byName })
            : say(words.superseded)}
        </p>
      )}
      <span className="case-event-by">
        {paper.byName}
        <small>{minute(paper.recordedAt)}</small>
      </span>
    </li>
  )
}
