import { useState } from 'react'
import { useSpeech } from '../../language/language.tsx'
import { styleWords as words } from '../../language/words/style.ts'
import { ActDialog, Line } from '../../parts/act-dialog.tsx'

/** A dialog that does nothing but close. */
export function SpecimenDialog({ onClose }: { onClose(): void }) {
  const { say } = useSpeech()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.submit)}
      lead={say(words.dialogLead)}
      verb={say(words.submit)}
      ready={reason.trim() !== ''}
      act={async () => undefined}
      onClose={onClose}
    >
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}
