import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier, RosterLine } from '#server/contract/index.ts'
import { dossierQuery } from '../../../client/queries.ts'
import { count, month, years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { IntervalBar, NoInterval } from '../../../parts/interval-bar.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import './quick-look.css'

interface QuickLookProps {
  readonly row: RosterLine | undefined
  /** Of how many, counted from one. */
  readonly place: number
  readonly total: number
  onStep(by: number): void
  onClose(): void
}

/** One person beside the list, with the ways to the dossier; arrows go to the next without closing it. */
export function QuickLook({ row, place, total, onStep, onClose }: QuickLookProps) {
  const { say } = useSpeech()
  const step = useRef(onStep)
  step.current = onStep
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (by === 0 || (event.target instanceof Element && event.target.closest('input, select, textarea'))) return
      event.preventDefault()
      event.stopPropagation()
      step.current(by)
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
  return (
    <Drawer
      open
      mask={false}
      autoFocus={false}
      size={400}
      onClose={onClose}
      rootClassName="quick-look"
      title={row?.name ?? ' '}
      extra={
        <span className="quick-steps">
          <button
            type="button"
            className="plain-button"
            aria-label={say(rosterWords.previous)}
            disabled={place <= 1}
            onClick={() => onStep(-1)}
          >
            ↑
          </button>
          <span className="quiet">
            {count(place)} / {count(total)}
          </span>
          <button
            type="button"
            className="plain-button"
            aria-label={say(rosterWords.next)}
            disabled={place >= total}
            onClick={() => onStep(1)}
          >
            ↓
          </button>
        </span>
      }
    >
      {row && <Person key={row.cadreId} row={row} />}
    </Drawer>
  )
}

function Person({ row }: { row: RosterLine }) {
  const { say } = useSpeech()
  const asked = useQuery(dossierQuery(row.cadreId))
  const first = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    // The drawer is hidden until it begins to slide in.
    const shown = requestAnimationFrame(() => first.current?.focus({ preventScroll: true }))
    return () => cancelAnimationFrame(shown)
  }, [])
  return (
    <>
      <p className="quick-post">
        {row.unitName} {row.title}
      </p>
      <p className="quick-links">
        <Link ref={first} to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} className="side-button">
          {say(rosterWords.toDossier)}
        </Link>
        <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} search={{ part: 'form' }}>
          {say(rosterWords.toForm)}
        </Link>
        <Link to="/cadres/$cadreId/card" params={{ cadreId: row.cadreId }}>
          {say(rosterWords.toCard)}
        </Link>
        <Link to="/comparison" search={{ cadres: [row.cadreId] }}>
          {say(rosterWords.toComparison)}
        </Link>
      </p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={12} height={26} />}
      {asked.data && <Summary dossier={asked.data} />}
    </>
  )
}

const latestSteps = 5

function Summary({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const { facts, summary } = dossier
  const span = (value: number | null) => value !== null && say(dossierWords.yearsShort, { years: years(value) })
  const heed = dossier.findings.filter(({ verdict }) => verdict !== 'met').slice(0, latestSteps)
  const overall = dossier.measured.find(({ measure }) => measure === 'rating')
  return (
    <>
      <dl className="quick-facts">
        <Fact label={say(dossierWords.born)}>
          {facts.bornOn &&
            `${month(facts.bornOn)}　${facts.age === null ? '' : say(frameWords.age, { age: facts.age })}`}
        </Fact>
        <Fact label={say(dossierWords.education)}>
          {[facts.fullTimeEducation, facts.inServiceEducation]
            .flatMap((one) =>
              one ? [[say(labelOf('educationLevel', one.level)), one.major].filter(Boolean).join(' ')] : [],
            )
            .join(say(rosterWords.comma))}
        </Fact>
        <Fact label={say(dossierWords.postSince)}>
          {summary.postSince && `${month(summary.postSince)}　${span(summary.yearsInPost) || ''}`}
        </Fact>
        <Fact label={say(dossierWords.levelSince)}>
          {summary.levelSince && `${month(summary.levelSince)}　${span(summary.yearsAtLevel) || ''}`}
        </Fact>
        <Fact label={say(dossierWords.grassroots)}>{span(summary.grassrootsYears)}</Fact>
        <Fact label={say(rosterWords.evaluations)}>
          {dossier.evaluations
            .slice(0, 3)
            .map(({ year, result }) => `${year} ${say(labelOf('evaluationResult', result))}`)
            .join(say(rosterWords.comma))}
        </Fact>
      </dl>
      {overall && <Measured overall={overall} />}
      <h3>{say(rosterWords.latestPosts)}</h3>
      <ul className="quick-career">
        {dossier.career
          .slice(-latestSteps)
          .reverse()
          .map((step) => (
            <li key={step.tenureId}>
              <span className="quiet">
                {month(step.from)}–{step.to && month(step.to)}
              </span>
              <span>
                {step.unitName} {step.title}
              </span>
            </li>
          ))}
      </ul>
      {heed.length > 0 && (
        <>
          <h3>{say(rosterWords.toHeed)}</h3>
          <ul className="quick-findings">
            {heed.map((finding) => (
              <li key={`${finding.rule} ${finding.evidence.join()}`}>
                <VerdictMark verdict={finding.verdict} /> {say(finding.basis.title)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Measured({ overall }: { overall: Dossier['measured'][number] }) {
  const { say } = useSpeech()
  const { estimate, group } = overall
  const bounds = [...(group?.quantiles ?? []), ...(estimate.separable ? [estimate.lower, estimate.upper] : [])]
  const scale = bounds.length > 1 ? { from: Math.min(...bounds), to: Math.max(...bounds) } : { from: 0, to: 1 }
  const [lower, upper] = [group?.quantiles[5], group?.quantiles[15]]
  const band = lower === undefined || upper === undefined ? undefined : { lower, upper }
  return (
    <>
      <h3>{say(overall.label)}</h3>
      <div className="quick-interval">
        {estimate.separable ? (
          <IntervalBar interval={estimate} scale={scale} band={band} />
        ) : (
          <NoInterval cause={say(estimate.cause)} scale={scale} band={band} />
        )}
      </div>
      <p className="second">{say(overall.statement)}</p>
    </>
  )
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children || <Unknown wide />}</dd>
  </>
)
