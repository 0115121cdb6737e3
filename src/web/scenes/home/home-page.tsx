import { useQuery } from '@tanstack/react-query'
import type { HeadDay, Home, Today } from '#server/contract/index.ts'
import { todayQuery } from '../../client/home-queries.ts'
import { homeQuery, sessionQuery } from '../../client/queries.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import '../../parts/buttons.css'
import { PageTitle } from '../../parts/page-title.tsx'
import { RaisedDues } from '../../parts/raised-dues.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { DueFirst } from './due-first.tsx'
import { Gaps } from './gaps.tsx'
import { Decisions, Meetings, Plans, PrincipalSeats, SinceVisit, TeamsState } from './head-home.tsx'
import { LongestOpen } from './longest-open.tsx'
import { SignsCounted } from './signs-counted.tsx'
import { Sources } from './sources.tsx'
import { WavePanel } from './wave-panel.tsx'
import './home.css'

/** The first page of the department: what is due for an officer, what waits for a decision for the head. */
export function HomePage() {
  const { say, language } = useSpeech()
  const home = useQuery(homeQuery)
  const asked = useQuery(todayQuery)
  const isHead = useQuery(sessionQuery).data?.role === 'head'
  if (home.isError) return <ErrorPanel error={home.error} onRetry={() => void home.refetch()} />
  if (!home.data) return <SkeletonRows rows={14} height={46} />
  const { run } = home.data
  const today = asked.data
  return (
    <>
      <PageTitle
        title={longDate(today?.today ?? home.data.clocks.asOf, language)}
        aside={run && say(homeWords.runMade, { made: day(run.madeAt), hash: run.snapshotHash.slice(0, 8) })}
      />
      <RaisedDues />
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {!isHead && <OfficerHome home={home.data} today={today} />}
      {isHead &&
        (today?.head ? <HeadHome home={home.data} head={today.head} /> : <SkeletonRows rows={14} height={46} />)}
    </>
  )
}

function OfficerHome({ home, today }: { home: Home; today: Today | undefined }) {
  return (
    <div className="home-grid">
      <div className="home-column">
        <DueFirst />
        <WavePanel wave={home.wave} capacity={today?.capacity} />
      </div>
      <div className="home-column">
        {today?.signs && <SignsCounted signs={today.signs} />}
        <LongestOpen vacancies={home.vacancies} total={home.counts.vacancies} steps={today?.steps} />
        <Sources sources={home.sources} arrived={today?.arrived ?? 0} />
        <Gaps gaps={home.gaps} analysed={home.run !== null} />
      </div>
    </div>
  )
}

function HeadHome({ home, head }: { home: Home; head: HeadDay }) {
  return (
    <div className="home-grid">
      <div className="home-column">
        <Decisions head={head} />
        <Meetings meetings={head.meetings} />
        <TeamsState teams={head.teams} />
      </div>
      <div className="home-column">
        <SinceVisit since={head.since} />
        <PrincipalSeats seats={head.principalSeats} />
        <Plans plans={head.plans} />
        <Gaps gaps={home.gaps} analysed={home.run !== null} />
      </div>
    </div>
  )
}

function longDate(date: string, language: 'zh' | 'en'): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number)
  const instant = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, dayOfMonth ?? 1))
  const options = { month: 'long', day: 'numeric', weekday: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', options)
    .format(instant)
    .replace('星期', '　星期')
}
