import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Home } from '#server/contract/index.ts'
import { RotationWave } from '../../charts/rotation-wave.tsx'
import { homeQuery } from '../../client/queries.ts'
import { count, day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { homeWords } from '../../language/words/home.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { RaisedDues } from '../../parts/raised-dues.tsx'
import { ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { DueFirst } from './due-first.tsx'
import { Gaps } from './gaps.tsx'
import { LongestOpen } from './longest-open.tsx'
import { RotationSums } from './rotation-sums.tsx'
import { Sources } from './sources.tsx'
import './home.css'

export function HomePage() {
  const { say, language } = useSpeech()
  const home = useQuery(homeQuery)
  if (home.isError) return <ErrorPanel error={home.error} onRetry={() => void home.refetch()} />
  if (!home.data) return <SkeletonRows rows={14} height={46} />
  const { run } = home.data
  return (
    <>
      <PageTitle
        title={longDate(home.data.clocks.asOf, language)}
        aside={run && say(homeWords.runMade, { made: day(run.madeAt), hash: run.snapshotHash.slice(0, 8) })}
      />
      <RaisedDues />
      <Counts home={home.data} />
      <div className="home-grid">
        <div className="home-column">
          <DueFirst />
          <LongestOpen vacancies={home.data.vacancies} total={home.data.counts.vacancies} />
          <WavePanel home={home.data} />
        </div>
        <div className="home-column">
          <RotationSums sums={home.data.rotation} />
          <Sources sources={home.data.sources} />
          <Gaps gaps={home.data.gaps} analysed={run !== null} />
        </div>
      </div>
    </>
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

function WavePanel({ home }: { home: Home }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  return (
    <Panel
      title={say(homeWords.wave)}
      note={say(homeWords.waveNote)}
      aside={<Link to="/rotation">{say(homeWords.openList)}</Link>}
    >
      <RotationWave wave={home.wave} onPick={(period) => void navigate({ to: '/rotation', search: { period } })} />
    </Panel>
  )
}

function Counts({ home }: { home: Home }) {
  const { say } = useSpeech()
  const { counts } = home
  const entries = [
    { label: homeWords.cadres, value: counts.serving, to: '/cadres' },
    { label: homeWords.units, value: counts.units },
    { label: homeWords.positions, value: counts.positions },
    { label: homeWords.vacancies, value: counts.vacancies, to: '/vacancies' },
    { label: homeWords.needs, value: counts.needs, to: '/development' },
    { label: homeWords.statements, value: counts.statements },
  ] as const
  return (
    <dl className="home-counts">
      {entries.map((entry) => (
        <div key={entry.label.en}>
          <dt>{say(entry.label)}</dt>
          <dd>{'to' in entry ? <Link to={entry.to}>{count(entry.value)}</Link> : count(entry.value)}</dd>
        </div>
      ))}
    </dl>
  )
}
