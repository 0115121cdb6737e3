import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { keySeatWords } from '../language/words/key-seats.ts'
import { forecastWords, planWords, rotationWords } from '../language/words/rotation.ts'
import './views.css'

const views = [
  { to: '/rotation', label: rotationWords.list },
  { to: '/rotation/forecast', label: forecastWords.title },
  { to: '/rotation/plan', label: planWords.title },
  { to: '/key-seats', label: keySeatWords.title },
] as const

/** The pages of rotation and key seats, beside the title of each. */
export function RotationViews() {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  return (
    <nav className="views" aria-label={say(rotationWords.group)}>
      {views.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={pathname === to ? 'page' : undefined}
        >
          {say(label)}
        </Link>
      ))}
    </nav>
  )
}
