import { useQuery } from '@tanstack/react-query'
import type { Pair } from '#server/contract/index.ts'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { pairQuery } from '../../../client/queries.ts'
import { count, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { FitDrawer } from '../fit/fit-drawer.tsx'
import { Ground } from './ground.tsx'
import { PersonHeader } from './person-header.tsx'

/** The grounds for one person and this seat: every article, then the parts that sum to the figure, then who is alike. */
export function PairPanel({ positionId, cadreId }: { positionId: string; cadreId: string | undefined }) {
  const { say } = useSpeech()
  const pair = useQuery({ ...pairQuery(positionId, cadreId ?? ''), enabled: cadreId !== undefined })
  return (
    <aside className="pair" aria-label={say(vacancyWords.grounds)} aria-live="polite">
      {cadreId === undefined && <EmptyState why={say(vacancyWords.pickOne)} />}
      {pair.isError && <ErrorPanel error={pair.error} onRetry={() => void pair.refetch()} />}
      {pair.isLoading && <SkeletonRows rows={8} height={72} />}
      {pair.data && <Grounds pair={pair.data} />}
    </aside>
  )
}

function Grounds({ pair }: { pair: Pair }) {
  return (
    <>
      <PersonHeader cadre={pair.cadre} />
      <ul>
        {pair.findings.map((finding) => (
          <Ground key={finding.rule} finding={finding} />
        ))}
      </ul>
      <FitParts pair={pair} />
      <section>
        <FitDrawer positionId={pair.seat.positionId} cadre={pair.cadre} />
      </section>
      <Alike pair={pair} />
    </>
  )
}

function FitParts({ pair: { fit } }: { pair: Pair }) {
  const { say } = useSpeech()
  if (!fit) return null
  if (!fit.separable) {
    return (
      <section>
        <b>{say(vacancyWords.fitValue)}</b>
        <p className="second">{say(fit.cause)}</p>
      </section>
    )
  }
  const { value, lower, upper } = intervalFigures(fit)
  return (
    <section>
      <p>
        <b>
          {say(vacancyWords.fitValue)} {value}
        </b>{' '}
        <span className="second">
          [{lower}, {upper}] · n = {count(fit.n)}
        </span>
      </p>
      {fit.parts.length > 0 && (
        <>
          <p className="second">{say(vacancyWords.fitParts)}</p>
          <PartsWaterfall estimate={fit} />
        </>
      )}
    </section>
  )
}

const named = 3

function Alike({ pair: { tiedWith } }: { pair: Pair }) {
  const { say, language } = useSpeech()
  if (tiedWith.length === 0) return null
  const names =
    tiedWith
      .slice(0, named)
      .map(({ name }) => name)
      .join(language === 'zh' ? '、' : ', ') +
    (tiedWith.length > named ? say(vacancyWords.andOthers, { count: tiedWith.length }) : '')
  return (
    <section>
      <p>{say(vacancyWords.tiedWith, { names })}</p>
    </section>
  )
}
