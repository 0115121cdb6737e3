import { type ReactNode, useState } from 'react'
import type { Text } from '#domain/text.ts'
import type { MatterDetail, MatterEventShape, NewMatterEvent } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { matterWords as words } from '../../../language/words/matters.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { useMatterActs } from '../../../parts/matter/use-matter-acts.ts'
import { Meanwhile } from './meanwhile.tsx'

interface MatterDialogProps {
  readonly matter: MatterDetail
  onClose(): void
}

interface ReasonDialogProps extends MatterDialogProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly verb: Text
  readonly label: Text
  actOf(words: string): NewMatterEvent['act']
}

/** An act that is words and a day: a note, or a reason for taking something back. */
function ReasonDialog({ matter, title, lead, verb, label, actOf, onClose }: ReasonDialogProps) {
  const { say } = useSpeech()
  const record = useMatterActs(matter)
  const [typed, setTyped] = useState('')
  const [on, setOn] = useState(matter.today)
  return (
    <ActDialog
      title={title}
      lead={lead}
      verb={say(verb)}
      ready={typed.trim() !== '' && on <= matter.today}
      act={() => record(actOf(typed), on)}
      onClose={onClose}
    >
      <Line label={say(label)} rows={4} value={typed} onChange={setTyped} />
      <div className="act-line">
        <span>{say(words.happenedOn)}</span>
        <DateInput label={say(words.happenedOn)} value={on} onChange={setOn} />
        {on > matter.today && <p className="matter-trouble">{say(words.dayToCome)}</p>}
      </div>
      <Meanwhile matter={matter} />
    </ActDialog>
  )
}

export function NoteDialog(props: MatterDialogProps) {
  const { say } = useSpeech()
  return (
    <ReasonDialog
      {...props}
      title={say(words.note)}
      verb={words.record}
      label={words.noteText}
      actOf={(note) => ({ kind: 'noted', note })}
    />
  )
}

export function WithdrawDialog(props: MatterDialogProps) {
  const { say } = useSpeech()
  return (
    <ReasonDialog
      {...props}
      title={say(words.withdrawTitle)}
      lead={<p>{say(words.withdrawLead)}</p>}
      verb={words.withdraw}
      label={actWords.why}
      actOf={(reason) => ({ kind: 'withdrawn', reason })}
    />
  )
}

export function UndoDialog({ event, ...props }: MatterDialogProps & { readonly event: MatterEventShape }) {
  const { say } = useSpeech()
  return (
    <ReasonDialog
      {...props}
      title={say(words.undoTitle, { act: event.label })}
      lead={<p>{say(words.undoLead, { rows: event.effect.join(say(frameWords.comma)) })}</p>}
      verb={words.undo}
      label={actWords.why}
      actOf={(reason) => ({ kind: 'effect-undone', event: event.seq, reason })}
    />
  )
}

interface ReleaseDialogProps extends MatterDialogProps {
  readonly handler: MatterDetail['handlers'][number]
}

export function ReleaseDialog({ handler, ...props }: ReleaseDialogProps) {
  const { say } = useSpeech()
  return (
    <ReasonDialog
      {...props}
      title={say(words.releaseTitle, { name: handler.name })}
      verb={words.release}
      label={actWords.why}
      actOf={(reason) => ({ kind: 'handler-released', account: handler.account, reason })}
    />
  )
}
