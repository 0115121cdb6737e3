import { principalWords as words } from '../language/words/principals.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/principals', label: words.register },
  { to: '/principals/meetings', label: words.meetings },
  { to: '/principals/audits', label: words.audits },
  { to: '/principals/rectifications', label: words.rectifications },
  { to: '/principals/evaluations', label: words.evaluations },
] as const

/** The pages about principals, beside the title of each. */
export const PrincipalViews = () => <PageViews label={words.group} views={views} />
