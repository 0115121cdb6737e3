import { Link, useLocation } from '@tanstack/react-router'
import { useSpeech } from '../language/language.tsx'
import { formBatchWords } from '../language/words/forms.ts'
import { designWords, exportWords, paperWords } from '../language/words/papers.ts'
import './views.css'

const views = [
  { to: '/papers', label: paperWords.menu },
  { to: '/papers/designs', label: designWords.menu },
  { to: '/forms', label: formBatchWords.menu },
  { to: '/exports', label: exportWords.menu },
] as const

/** The pages from which something leaves the house, beside the title of each. */
export function PaperViews() {
  const { say } = useSpeech()
  const { pathname } = useLocation()
  return (
    <nav className="views" aria-label={say(paperWords.group)}>
      {views.map(({ to, label }) => (
        <Link key={to} to={to} activeOptions={{ exact: true }} aria-current={pathname === to ? 'page' : undefined}>
          {say(label)}
        </Link>
      ))}
    </nav>
  )
}
