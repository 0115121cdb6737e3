import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Session, SignIn } from '#server/contract/index.ts'
import { RequestFailure } from '../../client/failure.ts'
import { sessionQuery } from '../../client/queries.ts'
import { change } from '../../client/request.ts'
import { valueOf } from '../../client/search.ts'
import { LanguageSwitch } from '../../frame/language-switch.tsx'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import { loginWords } from '../../language/words/login.ts'
import { useTabTitle } from '../../parts/page-title.tsx'
import './login.css'

/** Only an address of this workbench may be returned to. */
const safeReturn = (from: string | undefined): string =>
  from?.startsWith('/') && !from.startsWith('//') && !from.includes('\\') ? from : '/'

export function LoginPage() {
  const { say } = useSpeech()
  useTabTitle(say(loginWords.title))
  const queries = useQueryClient()
  const router = useRouter()
  const from = valueOf(useSearch({ from: '/login' }), 'from')
  const [typed, setTyped] = useState<SignIn>({ account: '', password: '' })
  const [asked, setAsked] = useState(false)
  const signIn = useMutation({
    mutationFn: (credentials: SignIn) => change<Session>('POST', '/session', credentials),
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session)
      router.history.push(safeReturn(from))
    },
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
          {!missing && signIn.isError && <Refusal error={signIn.error} />}
        </div>
        <button type="submit" className="login-submit" disabled={signIn.isPending}>
          {say(signIn.isPending ? loginWords.submitting : loginWords.submit)}
        </button>
        <p className="login-hint">{say(from ? loginWords.comeBack : loginWords.hint)}</p>
      </form>
    </main>
  )
}

function Refusal({ error }: { error: Error }) {
  const { say } = useSpeech()
  if (error instanceof RequestFailure && error.said) return `${say(error.said.message)} ${say(error.said.mend)}`
  if (error instanceof RequestFailure && error.kind === 'offline') return say(frameWords.errorOffline)
  return say(frameWords.errorServer, { status: error instanceof RequestFailure ? error.status : 0 })
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
