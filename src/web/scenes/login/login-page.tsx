import { useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import type { Session } from '#server/contract/index.ts'
import { sessionQuery } from '../../client/queries.ts'
import { valueOf } from '../../client/search.ts'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { useSpeech } from '../../language/language.tsx'
import { loginWords, signOnFailures } from '../../language/words/login.ts'
import { useTabTitle } from '../../parts/page-title.tsx'
import './login.css'
import { SignInCard } from './sign-in-card.tsx'

/** Only an address of this workbench may be returned to. */
const safeReturn = (from: string | undefined): string =>
  from?.startsWith('/') && !from.startsWith('//') && !from.includes('\\') ? from : '/'

export function LoginPage() {
  const { say } = useSpeech()
  useTabTitle(say(loginWords.title))
  const queries = useQueryClient()
  const router = useRouter()
  const search = useSearch({ from: '/login' })
  const from = valueOf(search, 'from')
  const failed = signOnFailures[valueOf(search, 'failed') ?? '']
  const goOn = (session: Session) => {
    if (session.step === null) router.history.push(safeReturn(from))
    else void router.navigate({ to: '/account' })
  }
  return (
    <main className="login">
      <header className="login-top">
        <LanguageSwitch />
      </header>
      <SignInCard
        from={safeReturn(from)}
        purpose={say(loginWords.purpose)}
        hint={say(from ? loginWords.comeBack : loginWords.hint)}
        failed={failed && say(failed)}
        onSignedIn={goOn}
        onLeave={() => queries.removeQueries({ queryKey: sessionQuery.queryKey })}
      />
    </main>
  )
}
