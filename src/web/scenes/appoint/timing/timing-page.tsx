import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { timingWords } from '../../../language/words/timing.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import '../../../parts/views.css'
import { AgesPart, agesAsked } from './ages-part.tsx'
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
  const search = useSearch({ from: '/office/timing' })
  const shown = valueOf(search, 'part') ?? 'ages'
  const pool = useQuery(agesAsked(shown === 'ages' ? search : {})).data?.pool
  const { Part } = parts.find(({ id }) => id === shown) ?? parts[0]
  return (
    <>
      <PageTitle
        title={say(timingWords.menu)}
        note={pool && say(timingWords.inPosts, { count: count(pool.reduce((sum, { total }) => sum + total, 0)) })}
        views={
          <ListViews
            label={timingWords.parts}
            views={parts.map(({ id, label }) => ({
              label,
              search: id === 'ages' ? {} : { part: id },
              isHere: id === shown,
            }))}
          />
        }
      />
      <Part />
    </>
  )
}
