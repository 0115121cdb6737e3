import { keySeatWords } from '../language/words/key-seats.ts'
import { forecastWords, planWords, rotationWords } from '../language/words/rotation.ts'
import { PageViews } from './page-views.tsx'

const views = [
  { to: '/rotation', label: rotationWords.list },
  { to: '/rotation/forecast', label: forecastWords.title },
  { to: '/rotation/plan', label: planWords.title },
  { to: '/key-seats', label: keySeatWords.title },
] as const

/** The pages of rotation and key seats, beside the title of each. */
export const RotationViews = () => <PageViews label={rotationWords.group} views={views} />
