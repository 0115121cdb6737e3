import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { FindingShape, Pair } from '#server/contract/index.ts'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { pairQuery } from '../../../client/queries.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { EvidenceLink } from '../../../parts/evidence.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

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
  const { say } = useSpeech()
  const { cadre } = pair
  return (
    <>
      <header>
        <h2>{cadre.name}</h2>
        <p className="second">
          {cadre.unitName} {cadre.title}
        </p>
        <Link to="/cadres/$cadreId" params={{ cadreId: cadre.cadreId }}>
          {say(vacancyWords.onePage)}
        </Link>
      </header>
      <ul>
        {pair.findings.map((finding) => (
          <Ground key={finding.rule} finding={finding} />
        ))}
      </ul>
      <FitParts pair={pair} />
      <Alike pair={pair} />
    </>
  )
}

function Ground({ finding }: { finding: FindingShape }) {
  const { say, language } = useSpeech()
  return (
    <li>
      <div className="ground-head">
        <b>{say(finding.basis.title)}</b>
        <VerdictMark verdict={finding.verdict} />
      </div>
      {finding.reasons.map((reason) => (
        <p key={reason.zh}>{say(reason)}</p>
      ))}
      {finding.missing.length > 0 && (
        <p>
          {say(frameWords.missingTitle)}{' '}
          {finding.missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')}
        </p>
      )}
      {finding.turnsOn && <p>{say(frameWords.turnsOn, { date: day(finding.turnsOn) })}</p>}
      <div className="ground-foot">
        <span title={finding.basis.instrument}>{citationText(finding.basis, language)}</span>
        <EvidenceLink evidence={finding.evidence} />
      </div>
    </li>
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
