import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { UnitDetail } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { unitQuery } from '../../../client/unit-queries.ts'
import { count, day, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords, unitWords as words } from '../../../language/words/units.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/buttons.css'
import '../../../parts/tabs.css'
import { UnitDetails } from './unit-details.tsx'
import { UnitRoom } from './unit-room.tsx'

const UnitChart = lazy(() => import('./chart/unit-chart.tsx').then(({ UnitChart: chart }) => ({ default: chart })))

/** One unit: what it is, who sits in it, what it may have, what is coming free; or the same as a chart. */
export function UnitPage() {
  const { say } = useSpeech()
  const { unitId } = useParams({ from: '/office/units/$unitId' })
  const search: Search = useSearch({ from: '/office/units/$unitId' })
  const isChart = valueOf(search, 'view') === 'chart'
  const asked = useQuery(unitQuery(unitId))
  const unit = asked.data
  const page = (
    <>
      {asked.isError && (
        <ErrorPanel
          error={asked.error}
          onRetry={() => void asked.refetch()}
          onward={<Link to="/units">{say(unitsWords.noneNext)}</Link>}
        />
      )}
      {asked.isPending && <SkeletonRows rows={14} height={40} />}
      {unit && <Head unit={unit} isChart={isChart} />}
      {unit && !isChart && <UnitDetails unit={unit} />}
      {unit && isChart && (
        <Suspense fallback={<SkeletonRows rows={14} height={40} />}>
          <UnitChart unit={unit} search={search} />
        </Suspense>
      )}
    </>
  )
  return isChart ? <div className="unit-chart-page">{page}</div> : <UnitRoom chosen={unitId}>{page}</UnitRoom>
}

function Head({ unit, isChart }: { unit: UnitDetail; isChart: boolean }) {
  const { say } = useSpeech()
  const { above } = unit
  return (
    <>
      <PageTitle title={unit.name} note={<Note unit={unit} />} views={<Ways unit={unit} isChart={isChart} />} />
      {above.length > 0 && (
        <nav className="unit-path second" aria-label={say(words.path)}>
          {above.map((one) => (
            <span key={one.unitId}>
              <Link to="/units/$unitId" params={{ unitId: one.unitId }} search={isChart ? { view: 'chart' } : {}}>
                {one.name}
              </Link>
              <span aria-hidden="true"> › </span>
            </span>
          ))}
        </nav>
      )}
    </>
  )
}

function Note({ unit }: { unit: UnitDetail }) {
  const { say } = useSpeech()
  const { foundedOn, abolishedOn } = unit
  const said = [
    say(words.note, { level: say(labelOf('unitLevel', unit.level)), kind: say(labelOf('unitKind', unit.kind)) }),
    unit.sector && say(labelOf('sector', unit.sector)),
    unit.hardship && say(words.hardship),
    unit.growthFront && say(words.growthFront),
    foundedOn && say(words.founded, { on: month(foundedOn) }),
  ]
  return (
    <>
      {said.filter(Boolean).join(' · ')}
      {abolishedOn && <b> · {say(words.abolished, { on: day(abolishedOn) })}</b>}
    </>
  )
}

function Ways({ unit, isChart }: { unit: UnitDetail; isChart: boolean }) {
  const { say } = useSpeech()
  const { unitId } = unit
  return (
    <nav className="tabs" aria-label={say(words.views)}>
      <Link to="/units/$unitId" params={{ unitId }} activeOptions={{ exact: true, includeSearch: true }}>
        {say(words.page)}
      </Link>
      <Link
        to="/units/$unitId"
        params={{ unitId }}
        search={{ view: 'chart' }}
        aria-current={isChart ? 'page' : undefined}
      >
        {say(words.chart)}
      </Link>
      {unit.hasCondition && (
        <Link to="/teams/$unitId" params={{ unitId }}>
          {say(words.team)}
        </Link>
      )}
      {unit.hasTeam && (
        <Link to="/teams/$unitId/simulation" params={{ unitId }}>
          {say(words.simulate)}
        </Link>
      )}
      <Link to="/cadres" search={{ unit: unitId }}>
        {say(words.people, { count: count(unit.people) })}
      </Link>
    </nav>
  )
}
