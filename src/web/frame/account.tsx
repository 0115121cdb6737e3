import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Session } from '#server/contract/index.ts'
import { change } from '../client/request.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'

/** Who is signed in, and the way out: everything read so far is dropped from this browser. */
export function Account({ session }: { session: Session }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => change<undefined>('DELETE', '/session'),
    onSettled: async () => {
      queries.clear()
      await navigate({ to: '/login' })
    },
  })
  return (
    <div className="account">
      <span>{say(session.name)}</span>
      <button type="button" className="plain-button" onClick={() => signOut.mutate()}>
        {say(frameWords.signOut)}
      </button>
    </div>
  )
}
