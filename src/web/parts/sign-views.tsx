import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { careWords as words } from '../language/words/care.ts'
import { signWords } from '../language/words/signs.ts'
import './views.css'

const views = [
  { to: '/signs', label: signWords.menu },
  { to: '/signs/ledger', label: words.ledger },
  { to: '/signs/duty', label: words.duty },
] as const

/** The pages of early signs, beside the title of each. */
export function SignViews() {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  return (
    <nav className="views" aria-label={say(words.views)}>
      {views.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={pathname === to ? 'page' : undefined}>
          {say(label)}
        </Link>
      ))}
      <Link to="/matters" search={{ kind: 'care' }}>
        {say(words.matters)}
      </Link>
    </nav>
  )
}
