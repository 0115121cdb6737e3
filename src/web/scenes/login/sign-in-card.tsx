import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Session, SignIn } from '#server/contract/index.ts'
import { answerPasskey, signOnSitesQuery } from '../../client/account-queries.ts'
import { sessionQuery } from '../../client/queries.ts'
import { change, queryString } from '../../client/request.ts'
import { useSpeech } from '../../language/language.tsx'
import { accountWords } from '../../language/words/account.ts'
import { loginWords } from '../../language/words/login.ts'
import { LoginFailure } from './login-failure.tsx'
import { SecondStep } from './second-step.tsx'

interface SignInCardProps {
  /** Where signing on elsewhere leads back to. */
  readonly from: string
  /** The account that it is about, where that is known. */
  readonly account?: string
  readonly purpose: string
  readonly hint?: string
  /** Why signing on elsewhere led back here. */
  readonly failed?: string | undefined
  /** The second step is answered here: what comes out is somebody signed in, perhaps with a password to change. */
  onSignedIn(session: Session): void
  /** Nobody is half signed in any more. */
  onLeave(): void
}

/** Account and password or a passkey, then the second step where there is one; other sites where the office has some. */
export function SignInCard(props: SignInCardProps) {
  const { from, account: known = '', purpose, hint, failed, onSignedIn, onLeave } = props
  const { say } = useSpeech()
  const queries = useQueryClient()
  const sites = useQuery(signOnSitesQuery).data?.sites ?? []
  const [typed, setTyped] = useState<SignIn>({ account: known, password: '' })
  const [asked, setAsked] = useState(false)
  // Nobody asks who is signed in here: only what signing in answered, or the page before found, counts.
  const held = useQuery({ ...sessionQuery, enabled: false }).data
  const goOn = (session: Session) => {
    queries.setQueryData(sessionQuery.queryKey, session)
    if (session.step !== 'second-factor') onSignedIn(session)
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
  const leave = () => {
    setTyped({ account: known, password: '' })
    onLeave()
  }
  if (held?.step === 'second-factor') return <SecondStep onShown={goOn} onLeave={leave} />
  return (
    <form className="login-card" onSubmit={submit} noValidate>
      <h1>
        知人<span className="second">{say(loginWords.motto)}</span>
      </h1>
      <p className="second">{purpose}</p>
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
        {!asked && failed}
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
        <a key={id} className="login-other" href={`/api/session/sign-on/${id}${queryString({ from })}`}>
          {say(loginWords.signOn, { site: say(name) })}
        </a>
      ))}
      {hint && <p className="login-hint">{hint}</p>}
    </form>
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
