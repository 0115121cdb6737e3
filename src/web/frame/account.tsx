import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Leaving, Session } from '#server/contract/index.ts'
import { change } from '../client/request.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import { roleLabels } from '../language/words/officers.ts'
import { AppearanceSwitch, DensitySwitch } from '../tokens/choice-switch.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Popout } from './popout.tsx'
import { forgetPicks } from './search/recent-picks.ts'
import './account.css'

interface AccountProps {
  readonly session: Session
  /** Lists the keys, where there are some. */
  readonly onKeys?: () => void
}

const keepers: ReadonlySet<Session['role']> = new Set(['administrator', 'security-officer', 'auditor'])

/** Who is signed in, how things look, and the way out: everything read so far is dropped from this browser. */
export function Account({ session, onKeys }: AccountProps) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const signOut = useMutation({
    mutationFn: () => change<Leaving | undefined>('DELETE', '/session'),
    onSettled: async (leaving) => {
      queries.clear()
      forgetPicks()
      // Signing on elsewhere is undone there too.
      if (leaving) return window.location.assign(leaving.leaveAt)
      await navigate({ to: '/login' })
    },
  })
  const name = say(session.name)
  return (
    <Popout className="account" label={say(frameWords.account, { name })} button={<span>{name}</span>}>
      {() => (
        <>
          <p className="account-who">
            <b>{name}</b>
            <span>{say(roleLabels[session.role])}</span>
            <span>{say(session.office)}</span>
          </p>
          <dl>
            <div>
              <dt>{say(frameWords.language)}</dt>
              <dd>
                <LanguageSwitch />
              </dd>
            </div>
            <div>
              <dt>{say(frameWords.appearance)}</dt>
              <dd>
                <AppearanceSwitch />
              </dd>
            </div>
            <div>
              <dt>{say(frameWords.rows)}</dt>
              <dd>
                <DensitySwitch />
              </dd>
            </div>
          </dl>
          <Link to="/account" className="account-act">
            {say(frameWords.ownAccount)}
          </Link>
          {keepers.has(session.role) && (
            <Link to="/accounts" className="account-act">
              {say(frameWords.accounts)}
            </Link>
          )}
          {onKeys && (
            <button type="button" className="account-act" aria-keyshortcuts="?" onClick={onKeys}>
              {say(frameWords.keys)} <kbd>?</kbd>
            </button>
          )}
          <button type="button" className="account-act" onClick={() => signOut.mutate()}>
            {say(frameWords.signOut)}
          </button>
        </>
      )}
    </Popout>
  )
}
