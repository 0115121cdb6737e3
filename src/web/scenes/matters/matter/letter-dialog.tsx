import type { MatterDetail, MatterEventShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'

interface LetterDialogProps {
  readonly matter: MatterDetail
  readonly event: MatterEventShape
  onClose(): void
}

/** The letter of an act, taken out with its purpose. */
export function LetterDialog({ matter, event, onClose }: LetterDialogProps) {
  const { say } = useSpeech()
  const path = `/matters/${encodeURIComponent(matter.matterId)}/letters/${event.seq}`
  return (
    <Dialog title={say(words.letterOf, { label: say(event.label) })} onClose={onClose}>
      <TakeOut path={path} formats={['pdf']} order={{}} />
    </Dialog>
  )
}
