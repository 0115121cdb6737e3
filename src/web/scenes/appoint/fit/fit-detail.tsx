import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { FitDetail as Detail } from '#server/contract/index.ts'
import { fitQuery } from '../../../client/queries.ts'
import { count, figure, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { IntervalBar } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { OutdatedList } from '../requirements/outdated-list.tsx'
import { ElementTable } from './element-table.tsx'
import { PartySpirit } from './party-spirit.tsx'
import { Service } from './service.tsx'
import './fit.css'

/** How somebody fits a seat: the estimate, each element of it, the service that counts, and what is on file to be read. */
export function FitDetail({ positionId, cadreId }: { positionId: string; cadreId: string }) {
  const fit = useQuery(fitQuery(positionId, cadreId))
  if (fit.isError) return <ErrorPanel error={fit.error} onRetry={() => void fit.refetch()} />
  if (!fit.data) return <SkeletonRows rows={10} height={46} />
  const { data } = fit
  return (
    <div className="fit-detail">
      <OutdatedList shortlist={data.shortlist} />
      <Value detail={data} />
      {data.facets.length > 0 && <ElementTable detail={data} />}
      <div className="fit-grounds">
        <Service service={data.service} />
        <PartySpirit detail={data} />
      </div>
    </div>
  )
}

function Value({ detail: { fit, facets, requirements, seat } }: { detail: Detail }) {
  const { say } = useSpeech()
  const { positionId } = seat
  const toRequirements = (
    <Link to="/vacancies/$positionId/requirements" params={{ positionId }}>
      {say(words.requirements)}
    </Link>
  )
  if (!fit?.separable) {
    return (
      <Panel title={say(words.fit)} explained="fit" aside={toRequirements}>
        <EmptyState why={say(fit ? fit.cause : words.noFit)} />
      </Panel>
    )
  }
  const { value, lower, upper } = intervalFigures(fit)
  const evidence = facets.flatMap(({ elements }) => elements.flatMap((one) => one.evidence.map(({ id }) => id)))
  const asAsked = facets.reduce((sum, facet) => sum + facet.shareAsAsked, 0)
  const title = (
    <>
      {say(words.fit)} {value}{' '}
      <span className="second">
        [{lower}, {upper}]
      </span>
    </>
  )
  return (
    <Panel title={title} note={say(words.pieces, { count: count(new Set(evidence).size) })} aside={toRequirements}>
      <div className="fit-value">
        <IntervalBar interval={fit} scale={{ from: 0, to: 1 }} />
        <span className="fit-as-asked" style={{ left: `${100 * asAsked}%` }} />
      </div>
      <p className="second">
        {say(words.scale, { asAsked: figure(asAsked, 2) })}
        {requirements === 'library' && ` · ${say(words.byLibrary)}`}
      </p>
    </Panel>
  )
}
