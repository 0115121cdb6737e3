import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail, CasePaperShape } from '#server/contract/index.ts'
import { paperAddress, withdrawPaper } from '../../../../client/case-queries.ts'
import { day, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { NewVersion } from './new-version.tsx'
import { sizeText } from './size.ts'

interface PaperTableProps {
  readonly title: string
  readonly papers: readonly CasePaperShape[]
  readonly detail: CaseDetail
}

/** Papers of one stage: the present version of each, earlier ones beneath it. */
export function PaperTable({ title, papers, detail }: PaperTableProps) {
  const [acting, setActing] = useState<{ readonly kind: 'withdraw' | 'version'; readonly paper: CasePaperShape }>()
  const close = () => setActing(undefined)
  return (
    <>
      <h3 className="case-papers-stage">{title}</h3>
      <WideTable label={title} className="figures case-papers">
        <tbody>
          {papers
            .filter(({ isPresent }) => isPresent)
            .map((paper) => (
              <PaperRow
                key={paper.documentId}
                paper={paper}
                earlier={papers.filter((one) => one.documentId === paper.documentId && !one.isPresent)}
                detail={detail}
                onAct={(kind) => setActing({ kind, paper })}
              />
            ))}
        </tbody>
      </WideTable>
      {acting?.kind === 'withdraw' && <WithdrawDialog detail={detail} paper={acting.paper} onClose={close} />}
      {acting?.kind === 'version' && <NewVersion detail={detail} paper={acting.paper} onClose={close} />}
    </>
  )
}

interface PaperRowProps {
  readonly paper: CasePaperShape
  readonly earlier: readonly CasePaperShape[]
  readonly detail: CaseDetail
  onAct(kind: 'withdraw' | 'version'): void
}

function PaperRow({ paper, earlier, detail, onAct }: PaperRowProps) {
  const { say } = useSpeech()
  const about = detail.people.find(({ cadreId }) => cadreId === paper.cadreId)?.name
  return (
    <tr className={paper.withdrawn ? 'withdrawn' : ''}>
      <td className="case-paper-kind">
        {say(labelOf('paperKind', paper.kind))}
        {about && <small>{about}</small>}
      </td>
      <td>
        <a href={paperAddress(detail.caseId, paper.paperId)} target="_blank" rel="noreferrer">
          {paper.title}
        </a>
        <small>
          {`${say(labelOf('paperFormat', paper.format))} ${sizeText(paper.bytes)}`}
          {paper.bySystem !== null && ` · ${say(words.bySystem)}`}
          {paper.note !== '' && ` · ${paper.note}`}
        </small>
        {paper.withdrawn && (
          <small className="case-withdrawn">
            {say(words.withdrawnFor, { reason: paper.withdrawn.reason, by: paper.withdrawn.byName })}
          </small>
        )}
        {earlier.length > 0 && (
          <details className="case-versions">
            <summary>{say(words.earlierVersions, { count: earlier.length })}</summary>
            <ul>
              {earlier.map((one) => (
                <li key={one.paperId}>
                  <a href={paperAddress(detail.caseId, one.paperId)} target="_blank" rel="noreferrer">
                    {say(words.version, { version: one.version })}
                  </a>{' '}
                  <span className="second">{`${one.fileName} · ${one.byName} ${minute(one.recordedAt)}`}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>
        {paper.datedOn && day(paper.datedOn)}
        <small>{say(words.version, { version: paper.version })}</small>
      </td>
      <td>
        {paper.byName}
        <small>{minute(paper.recordedAt)}</small>
      </td>
      <td className="case-paper-acts">
        {!paper.withdrawn && detail.standing !== 'closed' && (
          <>
            <button type="button" className="plain-button" onClick={() => onAct('version')}>
              {say(words.newVersion)}
              <span className="out-of-sight"> {paper.title}</span>
            </button>
            <button type="button" className="plain-button" onClick={() => onAct('withdraw')}>
              {say(words.withdraw)}
              <span className="out-of-sight"> {paper.title}</span>
            </button>
          </>
        )}
      </td>
    </tr>
  )
}

interface WithdrawDialogProps {
  readonly detail: CaseDetail
  readonly paper: CasePaperShape
  onClose(): void
}

function WithdrawDialog({ detail, paper, onClose }: WithdrawDialogProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.withdrawTitle, { title: paper.title })}
      lead={<p>{say(words.withdrawLead)}</p>}
      verb={say(words.withdraw)}
      ready={reason.trim() !== ''}
      act={async () => {
        await withdrawPaper(detail.caseId, paper.documentId, reason)
        await queries.invalidateQueries({ queryKey: ['case', detail.caseId] })
      }}
      onClose={onClose}
    >
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
