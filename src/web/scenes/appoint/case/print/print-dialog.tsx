import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { commonPurposes } from '#domain/lexicon/export-terms.ts'
import type { CaseDetail } from '#server/contract/index.ts'
import { bindFile, boundFileAddress, boundFileQuery } from '../../../../client/case-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { frameWords } from '../../../../language/words/frame.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'

/** The whole file as one PDF: what for, then how far, then the file. */
export function PrintDialog({ detail, onClose }: { detail: CaseDetail; onClose(): void }) {
  const { say } = useSpeech()
  const [purpose, setPurpose] = useState('')
  const [fileId, setFileId] = useState<string>()
  return (
    <ActDialog
      title={say(words.print)}
      lead={<p>{say(words.printLead)}</p>}
      verb={say(words.printVerb)}
      ready={purpose.trim().length > 1}
      act={async () => {
        setFileId((await bindFile(detail.caseId, purpose)).fileId)
      }}
      stays
      onClose={onClose}
    >
      <Line label={say(words.purpose)} hint={say(words.purposeHint)} value={purpose} onChange={setPurpose} />
      <p className="case-purposes">
        {commonPurposes.map((common) => (
          <button key={common.en} type="button" className="plain-button" onClick={() => setPurpose(say(common))}>
            {say(common)}
          </button>
        ))}
      </p>
      {fileId !== undefined && <BoundFile caseId={detail.caseId} fileId={fileId} key={fileId} />}
    </ActDialog>
  )
}

function BoundFile({ caseId, fileId }: { caseId: string; fileId: string }) {
  const { say } = useSpeech()
  const asked = useQuery(boundFileQuery(caseId, fileId))
  const file = asked.data
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!file || file.state === 'binding') {
    const [done, papers] = [file?.done ?? 0, file?.papers ?? 0]
    return (
      <div role="status" className="case-binding">
        <p>{say(words.binding, { done, papers })}</p>
        <progress value={papers === 0 ? undefined : done} max={papers} />
      </div>
    )
  }
  if (file.state === 'failed') return <p role="alert">{say(words.bindingFailed)}</p>
  return (
    <div role="status" className="case-binding">
      <p>
        <a href={boundFileAddress(caseId, fileId)} className="main-button">
          {say(words.fetchFile, { pages: file.pages ?? 0 })}
        </a>
      </p>
      {file.unread.length > 0 && (
        <p className="second">{say(words.unread, { papers: file.unread.join(say(frameWords.comma)) })}</p>
      )}
    </div>
  )
}
