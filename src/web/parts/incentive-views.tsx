import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { incentiveWords as words } from '../language/words/incentives.ts'
import './views.css'

const views = [
  { to: '/fitness', label: words.fitness },
  { to: '/grades', label: words.grades },
  { to: '/tolerance', label: words.tolerance },
  { to: '/rewards', label: words.rewards },
  { to: '/clearing', label: words.clearing },
] as const

/** Both ways of management: what goes down, what goes up, and what protects whoever acts. */
export function IncentiveViews() {
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
