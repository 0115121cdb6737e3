import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useSpeech } from '../language/language.tsx'
import { actWords as words } from '../language/words/acts.ts'
import './act-dialog.css'
import './buttons.css'
import { Dialog } from './dialog.tsx'
import { ErrorPanel } from './states.tsx'

interface ActDialogProps {
  readonly title: string
  /** What it does, before anything is typed. */
  readonly lead?: ReactNode
  readonly verb: string
  /** False while something that must be said is missing. */
  readonly ready: boolean
  /** Looks at what was typed before it is sent, and says beside the fields what is wrong: false. */
  check?(): boolean
  act(): Promise<unknown>
  onClose(): void
  /** It has more to show once done. */
  readonly stays?: boolean
  readonly children: ReactNode
}

/** An act with its grounds: what is typed stays where it is refused. */
export function ActDialog({ title, lead, verb, ready, check, act, onClose, stays = false, children }: ActDialogProps) {
  const { say } = useSpeech()
  const acting = useMutation({ mutationFn: act, onSuccess: () => !stays && onClose() })
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="act-dialog"
        onSubmit={(event) => {
          event.preventDefault()
          if (check?.() !== false && !acting.isPending) acting.mutate()
        }}
        onKeyDownCapture={(event) => ready && actOnEnter(event)}
        noValidate
      >
        {lead && <div className="second">{lead}</div>}
        {children}
        {acting.isError && <ErrorPanel error={acting.error} what={say(words.notDone)} />}
        <p className="act-do">
          <button type="submit" className="main-button" disabled={!ready || acting.isPending}>
            {verb}
          </button>
          <button type="button" className="side-button" onClick={onClose}>
            {say(words.cancel)}
          </button>
        </p>
      </form>
    </Dialog>
  )
}

/** On a list that has been chosen from and is closed, Enter acts, as it does in every other field. */
function actOnEnter(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, target, currentTarget } = event
  const isClosedList = target instanceof Element && target.matches('[role="combobox"][aria-expanded="false"]')
  if (key !== 'Enter' || !isClosedList) return
  event.preventDefault()
  event.stopPropagation()
  currentTarget.requestSubmit()
}

interface LineProps {
  readonly label: string
  readonly hint?: string
  readonly value: string
  onChange(value: string): void
  readonly rows?: number
}

/** A line of a dialog with its label above; more rows for reasons. */
export function Line({ label, hint, value, onChange, rows = 1 }: LineProps) {
  const id = useId()
  const shared = { id, placeholder: hint, value }
  return (
    <div className="act-line">
      <label htmlFor={id}>{label}</label>
      {rows === 1 ? (
        <input type="text" maxLength={200} {...shared} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <textarea rows={rows} maxLength={2000} {...shared} onChange={({ target }) => onChange(target.value)} />
      )}
    </div>
  )
}
