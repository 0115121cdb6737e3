import { useState } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'

interface ReasonDialogProps {
  readonly title: string
  act(reason: string): Promise<unknown>
  onClose(): void
}

/** An act that takes nothing but its reason. */
export function ReasonDialog({ title, act, onClose }: ReasonDialogProps) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  return (
    <ActDialog title={title} verb={title} ready={reason.trim() !== ''} act={() => act(reason)} onClose={onClose}>
      <Line label={say(actWords.why)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}
