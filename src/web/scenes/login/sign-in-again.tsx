import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Session } from '#server/contract/index.ts'
import { sessionQuery } from '../../client/queries.ts'
import { takeUpAgain } from '../../client/session-end.ts'
import { useSpeech } from '../../language/language.tsx'
import { loginWords } from '../../language/words/login.ts'
import { useFocusBack } from '../../parts/use-focus-back.ts'
import './login.css'
import { SignInCard } from './sign-in-card.tsx'

/**
 * Covers a page whose session has ended. It stays behind as it was left, with what was typed, for the one who was signed
 * in; anybody else begins at his or her own first page.
 */
export function SignInAgain({ ended }: { ended: Session }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const cover = useRef<HTMLDialogElement>(null)
  useFocusBack()
  useEffect(() => {
    if (!cover.current?.open) cover.current?.showModal()
    cover.current?.querySelector<HTMLElement>('[name=current-password]')?.focus()
  }, [])
  const goOn = ({ account, step }: Session) => {
    if (account !== ended.account || step !== null) return window.location.assign(step === null ? '/' : '/account')
    takeUpAgain()
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  }
  return (
    <dialog
      ref={cover}
      className="login-cover"
      aria-label={say(loginWords.title)}
      onCancel={(event) => event.preventDefault()}
      // Escape would close what is open on the page behind.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <SignInCard
        from={window.location.pathname + window.location.search}
        account={ended.account}
        purpose={say(loginWords.again)}
        onSignedIn={goOn}
        onLeave={() => queries.setQueryData(sessionQuery.queryKey, ended)}
      />
    </dialog>
  )
}
