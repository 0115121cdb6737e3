import { incentiveWords as words } from '../language/words/incentives.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/fitness', label: words.fitness },
  { to: '/grades', label: words.grades },
  { to: '/tolerance', label: words.tolerance },
  { to: '/rewards', label: words.rewards },
  { to: '/clearing', label: words.clearing },
] as const

/** Both ways of management: what goes down, what goes up, and what protects whoever acts. */
export const IncentiveViews = () => <PageViews label={words.group} views={views} />
