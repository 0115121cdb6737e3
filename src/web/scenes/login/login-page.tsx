import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Session, SignIn } from '#server/contract/index.ts'
import { answerPasskey, signOnSitesQuery } from '../../client/account-queries.ts'
import { sessionQuery } from '../../client/queries.ts'
import { change, queryString } from '../../client/request.ts'
import { valueOf } from '../../client/search.ts'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { useSpeech } from '../../language/language.tsx'
import { accountWords } from '../../language/words/account.ts'
import { loginWords, signOnFailures } from '../../language/words/login.ts'
import { useTabTitle } from '../../parts/page-title.tsx'
import './login.css'
import { LoginFailure } from './login-failure.tsx'
import { SecondStep } from './second-step.tsx'

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
  const sites = useQuery(signOnSitesQuery).data?.sites ?? []
  const [typed, setTyped] = useState<SignIn>({ account: '', password: '' })
  const [asked, setAsked] = useState(false)
  // Nobody asks who is signed in here: only what signing in answered, or the page before found, counts.
  const held = useQuery({ ...sessionQuery, enabled: false }).data
  const goOn = (session: Session) => {
    queries.setQueryData(sessionQuery.queryKey, session)
    if (session.step === null) router.history.push(safeReturn(from))
    else if (session.step !== 'second-factor') void router.navigate({ to: '/account' })
  }
  const signIn = useMutation({
    mutationFn: (credentials: SignIn | 'passkey') =>
      credentials === 'passkey' ? answerPasskey('/session/passkey') : change<Session>('POST', '/session', credentials),
    onSuccess: goOn,
  })
  const missing =
    typed.account === '' ? loginWords.accountMissing : typed.password === '' ? loginWords.passwordMissing : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!missing) signIn.mutate(typed)
  }

  return (
    <main className="login">
      <header className="login-top">
        <LanguageSwitch />
      </header>
      {held?.step === 'second-factor' ? (
        <SecondStep
          onShown={goOn}
          onLeave={() => {
            setTyped({ account: '', password: '' })
            queries.removeQueries({ queryKey: sessionQuery.queryKey })
          }}
        />
      ) : (
        <form className="login-card" onSubmit={submit} noValidate>
          <h1>
            知人<span className="second">{say(loginWords.motto)}</span>
          </h1>
          <p className="second">{say(loginWords.purpose)}</p>
          <Field
            label={say(loginWords.account)}
            name="username"
            value={typed.account}
            onChange={(account) => setTyped({ ...typed, account })}
          />
          <Field
            label={say(loginWords.password)}
            name="current-password"
            value={typed.password}
            onChange={(password) => setTyped({ ...typed, password })}
          />
          <div className="login-said" role="alert">
            {asked && missing && say(missing)}
            {!asked && failed && say(failed)}
            {signIn.isError && (!missing || !asked) && <LoginFailure error={signIn.error} />}
          </div>
          <button type="submit" className="login-submit" disabled={signIn.isPending}>
            {say(signIn.isPending ? loginWords.submitting : loginWords.submit)}
          </button>
          <button
            type="button"
            className="login-other"
            disabled={signIn.isPending}
            onClick={() => signIn.mutate('passkey')}
          >
            {say(accountWords.byPasskey)}
          </button>
          {sites.map(({ id, name }) => (
            <a
              key={id}
              className="login-other"
              href={`/api/session/sign-on/${id}${queryString({ from: safeReturn(from) })}`}
            >
              {say(loginWords.signOn, { site: say(name) })}
            </a>
          ))}
          <p className="login-hint">{say(from ? loginWords.comeBack : loginWords.hint)}</p>
        </form>
      )}
    </main>
  )
}

interface FieldProps {
  readonly label: string
  readonly name: 'username' | 'current-password'
  readonly value: string
  onChange(value: string): void
}

function Field({ label, name, value, onChange }: FieldProps) {
  return (
    <label className="login-field">
      <span>{label}</span>
      <input
        name={name}
        type={name === 'username' ? 'text' : 'password'}
        autoComplete={name}
        autoCapitalize="none"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}
