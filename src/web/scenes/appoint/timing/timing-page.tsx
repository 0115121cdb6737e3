import { Link, useSearch } from '@tanstack/react-router'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { timingWords } from '../../../language/words/timing.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/tabs.css'
import '../../../parts/views.css'
import { AgesPart } from './ages-part.tsx'
import { LimitsPart } from './limits-part.tsx'
import { ReadyPart } from './ready-part.tsx'
import { YoungPart } from './young-part.tsx'
import './timing.css'

const parts = [
  { id: 'ages', label: timingWords.ages, Part: AgesPart },
  { id: 'ready', label: timingWords.ready, Part: ReadyPart },
  { id: 'young', label: timingWords.young, Part: YoungPart },
  { id: 'limits', label: timingWords.limits, Part: LimitsPart },
] as const

/** 用当其时: ages, who is how far from which seat, young and ready, limits ahead; the view is in the address. */
export function TimingPage() {
  const { say } = useSpeech()
  const shown = valueOf(useSearch({ from: '/office/timing' }), 'part') ?? 'ages'
  const { Part } = parts.find(({ id }) => id === shown) ?? parts[0]
  return (
    <>
      <PageTitle title={say(timingWords.title)} />
      <nav className="tabs" aria-label={say(timingWords.parts)}>
        {parts.map(({ id, label }) => (
          <Link
            key={id}
            to="/timing"
            search={id === 'ages' ? {} : { part: id }}
            activeOptions={{ exact: true, includeSearch: true }}
            aria-current={id === shown ? 'page' : undefined}
          >
            {say(label)}
          </Link>
        ))}
      </nav>
      <Part />
    </>
  )
}
