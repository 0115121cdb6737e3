import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { principalWords as words } from '../language/words/principals.ts'
import './views.css'

const views = [
  { to: '/principals', label: words.register },
  { to: '/principals/meetings', label: words.meetings },
  { to: '/principals/audits', label: words.audits },
  { to: '/principals/rectifications', label: words.rectifications },
  { to: '/principals/evaluations', label: words.evaluations },
] as const

/** The pages about principals, beside the title of each. */
export function PrincipalViews() {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  return (
    <nav className="views" aria-label={say(words.group)}>
      {views.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={pathname === to ? 'page' : undefined}>
          {say(label)}
        </Link>
      ))}
    </nav>
  )
}
