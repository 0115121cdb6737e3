import { useState } from 'react'
import type { CaseDetail, GateItem } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { useActs } from '../use-acts.ts'

interface AnswerDialogProps {
  readonly detail: CaseDetail
  readonly item: GateItem
  /** What is recorded holds for what the gate says on this day. */
  readonly on: string
  onClose(): void
}

/** What the law leaves to people is answered by people, in writing. */
export function AnswerDialog({ detail, item, on, onClose }: AnswerDialogProps) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const [stands, setStands] = useState<boolean>()
  const [note, setNote] = useState('')
  const { finding, cadreId } = item
  return (
    <ActDialog
      title={say(words.answerTitle)}
      lead={[...finding.questions, ...finding.reasons].map((text) => <p key={text.zh}>{say(text)}</p>)}
      verb={say(words.answerVerb)}
      ready={stands !== undefined && note.trim() !== ''}
      act={() =>
        act(
          {
            kind: 'answered',
            rule: finding.rule,
            stands: stands ?? false,
            note,
            ...(cadreId !== null && { cadreId }),
          },
          on,
        )
      }
      onClose={onClose}
    >
      <fieldset className="act-choice">
        <legend className="out-of-sight">{say(words.answerTitle)}</legend>
        {[true, false].map((value) => (
          <label key={String(value)}>
            <input type="radio" name="stands" checked={stands === value} onChange={() => setStands(value)} />
            {say(value ? words.answeredYes : words.answeredNo)}
          </label>
        ))}
      </fieldset>
      <Line label={say(words.answerNote)} hint={say(words.answerNoteHint)} rows={3} value={note} onChange={setNote} />
    </ActDialog>
  )
}
