import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SurveyReport } from '#server/contract/index.ts'
import { surveyQuery } from '../../../client/queries.ts'
import { count, day, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { surveyWords as words } from '../../../language/words/surveys.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ConductList } from './conduct-list.tsx'
import { ReliabilityChart } from './reliability-chart.tsx'
import { unitText } from './survey-table.tsx'
import './surveys.css'

/** One survey: who answered, how the scores lie, how far they can be generalised, what a person should look at. */
export function SurveyPage() {
  const { say } = useSpeech()
  const { surveyId } = useParams({ from: '/office/surveys/$surveyId' })
  const survey = useQuery(surveyQuery(surveyId))
  if (survey.isError) return <ErrorPanel error={survey.error} onRetry={() => void survey.refetch()} />
  const report = survey.data
  if (!report) return <SkeletonRows rows={10} height={46} />
  const when = report.from === report.to ? day(report.to) : `${day(report.from)}–${day(report.to)}`
  const channels = report.channels.map((channel) => say(labelOf('ratingChannel', channel))).join(say(frameWords.comma))
  return (
    <>
      <PageTitle
        title={unitText(report, say)}
        note={`${channels} · ${when} · ${report.surveyId}`}
        aside={<Link to="/surveys">{say(words.back)}</Link>}
      />
      <div className="surveys-grid">
        <Returned report={report} />
        <Distribution report={report} />
        <Reliability report={report} />
        <Panel
          title={say(words.conduct)}
          explained="severity"
          note={say(words.conductNote)}
          foot={say(words.conductSmall)}
          flush
        >
          {report.conduct.length === 0 ? (
            <EmptyState why={say(words.surveyConductNone)} />
          ) : (
            <ConductList rows={report.conduct} />
          )}
        </Panel>
      </div>
    </>
  )
}

function Returned({ report }: { report: SurveyReport }) {
  const { say } = useSpeech()
  const { least, most } = report.perCadre
  const classes = report.classes.map(({ raterClass, raters }) => {
    const label = raterClass ? say(labelOf('raterClass', raterClass)) : say(words.noClass)
    return `${label} ${count(raters)}`
  })
  return (
    <Panel title={say(words.returned)}>
      <p>
        {say(words.returnedText, {
          raters: count(report.raters),
          cadres: count(report.cadres),
          ballots: count(report.ballots),
          filled: percent(report.filled),
        })}
      </p>
      <dl className="survey-facts">
        <dt>{say(words.ballots)}</dt>
        <dd>{say(least === most ? words.perCadreAll : words.perCadre, report.perCadre)}</dd>
        <dt>{say(words.classes)}</dt>
        <dd>{classes.join(' · ')}</dd>
        <dt>{say(words.unit)}</dt>
        <dd>{report.raterUnits.known > 0 ? say(words.otherUnit, report.raterUnits) : say(words.noUnit)}</dd>
        {report.groups.length > 0 && (
          <>
            <dt>{say(words.groups)}</dt>
            <dd>{report.groups.map((group) => say(words.group, group)).join(' · ')}</dd>
          </>
        )}
      </dl>
    </Panel>
  )
}

function Distribution({ report }: { report: SurveyReport }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.distribution)} note={say(words.distributionNote)}>
      {report.scales.map(({ max, ballots, bars }) => (
        <figure key={max} className="distribution">
          <figcaption className="second">{say(words.scale, { max, ballots: count(ballots) })}</figcaption>
          {bars ? <Bars bars={bars} max={max} /> : <p className="quiet">{say(words.tooFew)}</p>}
        </figure>
      ))}
    </Panel>
  )
}

function Bars({ bars, max }: { bars: readonly number[]; max: number }) {
  const { say } = useSpeech()
  const most = Math.max(...bars)
  return (
    <div className="bars" role="img" aria-label={say(words.distributionLabel, { max, bars: bars.join(' ') })}>
      {bars.map((ballots, tenth) => (
        <span key={tenth}>
          <span className="bars-count">{ballots > 0 ? ballots : ''}</span>
          <span className="bars-bar" style={{ height: `${(60 * ballots) / most}px` }} />
          <span className="bars-tick">{figure((max * (tenth + 1)) / 10, max < 10 ? 1 : 0)}</span>
        </span>
      ))}
    </div>
  )
}

function Reliability({ report }: { report: SurveyReport }) {
  const { say } = useSpeech()
  const { reliability } = report
  return (
    <Panel title={say(words.reliability)} explained="generalisability">
      {reliability && report.study.length > 0 ? (
        <>
          <p>
            {say(words.surveyReliability, {
              raters: reliability.raters,
              generalisability: figure(reliability.generalisability, 2),
              dependability: figure(reliability.dependability, 2),
            })}
          </p>
          <ReliabilityChart study={report.study} now={reliability} />
        </>
      ) : (
        <EmptyState why={say(words.surveyNoReliability)} />
      )}
    </Panel>
  )
}
