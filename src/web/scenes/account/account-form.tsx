import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useSpeech } from '../../language/language.tsx'
import { accountWords as words } from '../../language/words/account.ts'
import '../../parts/buttons.css'
import { Panel } from '../../parts/panel.tsx'
import { useFocusBack } from '../../parts/use-focus-back.ts'
import { FailureSaid } from './failure-said.tsx'

interface AccountFormProps {
  readonly title: string
  readonly note?: ReactNode
  /** Who it is has to be shown first. */
  readonly proof?: ReactNode
  readonly verb: string
  /** False while something is missing or being done. */
  readonly ready: boolean
  readonly error: Error | null
  onSubmit(): void
  onCancel(): void
  /** Further ways to the same end. */
  readonly ways?: ReactNode
  readonly children: ReactNode
}

/** What is asked once something was chosen on the page: its first field has the focus, which goes back afterwards. */
export function AccountForm(props: AccountFormProps) {
  const { title, note, proof, verb, ready, error, onSubmit, onCancel, ways, children } = props
  const { say } = useSpeech()
  const form = useRef<HTMLFormElement>(null)
  useFocusBack()
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select')?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) onSubmit()
  }
  return (
    <Panel title={title} note={note}>
      {proof}
      <form ref={form} className="account-form" onSubmit={submit}>
        {children}
        <FailureSaid error={error} />
        <p className="account-ways">
          <button type="submit" className="main-button" disabled={!ready}>
            {verb}
          </button>
          {ways}
          <button type="button" className="side-button" onClick={onCancel}>
            {say(words.cancel)}
          </button>
        </p>
      </form>
    </Panel>
  )
}
