import { formBatchWords } from '../language/words/forms.ts'
import { designWords, exportWords, paperWords } from '../language/words/papers.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/papers', label: paperWords.menu },
  { to: '/papers/designs', label: designWords.menu },
  { to: '/forms', label: formBatchWords.menu },
  { to: '/exports', label: exportWords.menu },
] as const

/** The pages from which something leaves the house, beside the title of each. */
export const PaperViews = () => <PageViews label={paperWords.group} views={views} />
