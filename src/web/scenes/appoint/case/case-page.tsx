import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { CaseDetail } from '#server/contract/index.ts'
import { caseQuery } from '../../../client/case-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseWords as words } from '../../../language/words/cases.ts'
import '../../../parts/act-dialog.css'
import '../../../parts/buttons.css'
import '../../../parts/course-path.css'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/tabs.css'
import { CaseHead } from './case-head.tsx'
import { CasePath } from './case-path.tsx'
import { KnownTab } from './known/known-tab.tsx'
import { PapersTab } from './papers/papers-tab.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import { TimelineTab } from './timeline/timeline-tab.tsx'
import { useCaseSearch } from './use-case-search.ts'
import { WorkTab } from './work/work-tab.tsx'
import './case.css'
import './gate.css'
import './record.css'

const tabs = [
  { id: 'work', label: words.tabWork, Part: WorkTab },
  { id: 'people', label: words.tabPeople, Part: PeopleTab },
  { id: 'papers', label: words.tabPapers, Part: PapersTab },
  { id: 'timeline', label: words.tabTimeline, Part: TimelineTab },
  { id: 'known', label: words.tabKnown, Part: KnownTab },
] as const

/** One case on one page: where it stands, the work of its stage, its people, papers and record. `?known=` reopens a day. */
export function CasePage() {
  const { caseId } = useParams({ from: '/office/cases/$caseId' })
  const [search] = useCaseSearch()
  const asked = useQuery(caseQuery(caseId))
  if (asked.isError && !asked.data) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (!asked.data) return <SkeletonRows rows={12} height={46} />
  const wanted = valueOf(search, 'tab') ?? (valueOf(search, 'known') ? 'known' : 'work')
  const shown = tabs.find(({ id }) => id === wanted) ?? tabs[0]
  return (
    <>
      <CaseHead detail={asked.data} />
      <CasePath detail={asked.data} />
      <Tabs detail={asked.data} shown={shown.id} />
      <shown.Part detail={asked.data} />
    </>
  )
}

function Tabs({ detail, shown }: { detail: CaseDetail; shown: string }) {
  const { say } = useSpeech()
  return (
    <nav className="tabs" aria-label={say(words.tabs)}>
      {tabs.map(({ id, label }) => (
        <Link
          key={id}
          to="/cases/$caseId"
          params={{ caseId: detail.caseId }}
          search={id === 'work' ? {} : { tab: id }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={id === shown ? 'page' : undefined}
        >
          {say(label)}
          {id === 'timeline' && <span className="quiet"> {detail.timeline.length}</span>}
        </Link>
      ))}
    </nav>
  )
}
