import { useState } from 'react'
import type { CaseDetail, CasePaperShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { DateInput } from '../../../../parts/date-input.tsx'
import { FileInput } from '../../../../parts/file-input.tsx'
import { useFiling } from './use-filing.ts'

interface NewVersionProps {
  readonly detail: CaseDetail
  readonly paper: CasePaperShape
  onClose(): void
}

/** The same paper anew: the version before stays in the file. */
export function NewVersion({ detail, paper, onClose }: NewVersionProps) {
  const { say } = useSpeech()
  const file = useFiling(detail.caseId)
  const [chosen, setChosen] = useState<File>()
  const [datedOn, setDatedOn] = useState(paper.datedOn ?? '')
  const [note, setNote] = useState('')
  return (
    <ActDialog
      title={say(words.versionTitle, { title: paper.title, version: paper.version + 1 })}
      lead={<p>{say(words.versionLead)}</p>}
      verb={say(words.filePaper)}
      ready={chosen !== undefined}
      act={async () => {
        if (!chosen) return
        const { kind, documentId, title } = paper
        const fields = { kind, documentId, title, fileName: chosen.name, note, ...(datedOn !== '' && { datedOn }) }
        await file(fields, chosen)
      }}
      onClose={onClose}
    >
      <div className="act-line">
        <span>{say(words.file)}</span>
        <FileInput label={say(words.file)} chosen={chosen?.name} onChoose={([first]) => setChosen(first)} />
      </div>
      <div className="act-line">
        <span>{say(words.datedOn)}</span>
        <DateInput label={say(words.datedOn)} value={datedOn} onChange={setDatedOn} optional />
      </div>
      <Line label={say(words.note)} hint={say(words.versionNoteHint)} value={note} onChange={setNote} />
    </ActDialog>
  )
}
