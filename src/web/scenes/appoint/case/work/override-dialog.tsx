import { useState } from 'react'
import type { CaseDetail, GateItem } from '#server/contract/index.ts'
import { citationText } from '../../../../language/citation.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { DateInput } from '../../../../parts/date-input.tsx'
import { useActs } from '../use-acts.ts'

interface GateDialogProps {
  readonly detail: CaseDetail
  readonly item: GateItem
  /** What is recorded holds for what the gate says on this day. */
  readonly on: string
  onClose(): void
}

/** A bar passed by a written permission: the finding stays beside it for good. */
export function OverrideDialog({ detail, item, on, onClose }: GateDialogProps) {
  const { say, language } = useSpeech()
  const act = useActs(detail)
  const [approvedBy, setApprovedBy] = useState('')
  const [document, setDocument] = useState('')
  const [documentOn, setDocumentOn] = useState('')
  const [reason, setReason] = useState('')
  const { finding, cadreId } = item
  const ready = [approvedBy, document, documentOn, reason].every((text) => text.trim() !== '')
  return (
    <ActDialog
      title={say(words.overrideTitle)}
      lead={
        <>
          <p>
            {say(finding.basis.title)} {citationText(finding.basis, language)}
          </p>
          <p>{say(words.overrideLead)}</p>
        </>
      }
      verb={say(words.overrideVerb)}
      ready={ready}
      act={() =>
        act(
          {
            kind: 'overridden',
            rule: finding.rule,
            approvedBy,
            document,
            documentOn,
            reason,
            ...(cadreId !== null && { cadreId }),
          },
          on,
        )
      }
      onClose={onClose}
    >
      <Line
        label={say(words.approvedBy)}
        hint={say(words.approvedByHint)}
        value={approvedBy}
        onChange={setApprovedBy}
      />
      <Line label={say(words.document)} hint={say(words.documentHint)} value={document} onChange={setDocument} />
      <div className="act-line">
        <span>{say(words.documentOn)}</span>
        <DateInput label={say(words.documentOn)} value={documentOn} onChange={setDocumentOn} optional />
      </div>
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
