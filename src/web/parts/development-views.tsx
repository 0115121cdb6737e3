import { pathWords, placementWords, postingWords } from '../language/words/career-paths.ts'
import { developmentWords } from '../language/words/development.ts'
import { planWords } from '../language/words/plans.ts'
import { trainingWords } from '../language/words/training.ts'
import { PageViews } from './page-views.tsx'

/** Add a page of development here; its place in the row is the order of the work. */
const views = [
  { to: '/development', label: developmentWords.needs },
  { to: '/development/tracks', label: developmentWords.tracks },
  { to: '/development/postings', label: postingWords.menu },
  { to: '/development/paths', label: pathWords.menu },
  { to: '/development/placement', label: placementWords.menu },
  { to: '/training', label: trainingWords.menu },
  { to: '/plans', label: planWords.menu },
] as const

/** The pages of development (培养需求 | 岗位历练 | 成长路径 | 培养计划), beside the title of each. */
export const DevelopmentViews = () => <PageViews label={developmentWords.group} views={views} />
