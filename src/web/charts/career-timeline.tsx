import { labelOf } from '#domain/lexicon/terms.ts'
import type { CareerStep } from '#server/contract/index.ts'
import { month } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { type CareerBand, type CareerLayout, type CareerLine, type CareerScale, careerLayout } from './career-layout.ts'
import { ChartFigure, type ChartTable } from './chart-figure.tsx'
import './career-timeline.css'

interface CareerTimelineProps {
  readonly career: readonly CareerStep[]
  readonly asOf: string
  /** That of the whole career, where this is an earlier state of it. */
  readonly scale?: CareerScale
}

/** A career as horizontal bands: time runs right, level is height, what is missing is hatched where it is missing. */
export function CareerTimeline({ career, asOf, scale }: CareerTimelineProps) {
  const { say } = useSpeech()
  const layout = careerLayout(career, asOf, scale)
  const label = say(chartWords.careerLabel, {
    count: career.length,
    from: month(career[0]?.from ?? asOf),
    to: month(asOf),
  })
  return (
    <ChartFigure label={label} table={careerTable(layout, say)}>
      <div className="career" tabIndex={0} role="group" aria-label={label}>
        <div className="career-lines">
          {layout.lines.map((line) => (
            <Line key={line.line} line={line} />
          ))}
          <span
            className="career-now"
            style={{ left: `calc(var(--career-label) + (100% - var(--career-label)) * ${layout.now / 100})` }}
          />
        </div>
        <div className="career-years" aria-hidden="true">
          {layout.years.map(({ year, left }) => (
            <span key={year} style={{ left: `${left}%` }}>
              {year}
            </span>
          ))}
        </div>
      </div>
    </ChartFigure>
  )
}

/** What is drawn, in the order of time: posts, and the stretches that nothing accounts for. */
export function careerTable({ lines }: CareerLayout, say: Say): ChartTable {
  const posts = lines.flatMap(({ line, bands, beside }) =>
    [...bands, ...beside].map(({ step, left }) => ({
      left,
      key: step.tenureId,
      cells: [
        periodOf(step, say),
        nameOf(step),
        line === 'outside' ? '' : say(labelOf('postLevel', line)),
        say(labelOf('tenureKind', step.kind)),
      ],
    })),
  )
  const gaps = lines.flatMap((line) =>
    line.gaps.map(({ left, months }) => ({
      left,
      key: `gap ${left}`,
      cells: [say(chartWords.gap, { months }), '', '', ''],
    })),
  )
  return {
    columns: [chartWords.when, chartWords.post, chartWords.level, chartWords.kind].map((head) => ({ head: say(head) })),
    rows: [...posts, ...gaps].sort((a, b) => a.left - b.left),
  }
}

/** A line with words above or a secondment beneath its bands has room for them. */
const trackOf = ({ gaps, beside }: CareerLine): string =>
  ['career-track', gaps.length > 0 ? 'gapped' : '', beside.length > 0 ? 'doubled' : ''].join(' ').trim()

function Line({ line }: { line: CareerLine }) {
  const { say } = useSpeech()
  const label = line.line === 'outside' ? chartWords.outside : labelOf('postLevel', line.line)
  return (
    <div className="career-line">
      <span className="career-level">{say(label)}</span>
      <div className={trackOf(line)}>
        {line.gaps.map((gap) => {
          const words = say(chartWords.gap, { months: gap.months })
          return (
            <span key={gap.left}>
              <span className="career-gap" style={{ left: `${gap.left}%`, width: `${gap.width}%` }} title={words} />
              <span className="career-gap-word" style={{ left: `${gap.left}%` }}>
                {words}
              </span>
            </span>
          )
        })}
        {line.bands.map((band) => (
          <Band key={band.step.tenureId} band={band} />
        ))}
        {line.beside.map((band) => (
          <Beside key={band.step.tenureId} band={band} />
        ))}
      </div>
    </div>
  )
}

const nameOf = (step: CareerStep): string => [step.unitName, step.title].filter(Boolean).join(' ')

const periodOf = (step: CareerStep, say: Say): string =>
  `${month(step.from)}–${step.to === null ? say(chartWords.now) : month(step.to)}`

/** A post in one line: when, what, how held. */
export function stepWords(step: CareerStep, say: Say): string {
  const kind = step.kind === 'appointed' ? '' : `（${say(labelOf('tenureKind', step.kind))}）`
  const grassroots = step.grassroots ? ` · ${say(chartWords.grassrootsUnderline)}` : ''
  return `${periodOf(step, say)} ${nameOf(step)}${kind}${grassroots}`
}

function Band({ band }: { band: CareerBand }) {
  const { say } = useSpeech()
  const classes = ['career-band', band.current ? 'current' : '', band.step.grassroots ? 'grassroots' : ''].join(' ')
  return (
    <span
      className={classes}
      style={{ left: `${band.left}%`, width: `${band.width}%` }}
      title={stepWords(band.step, say)}
    >
      <span className="cut">{nameOf(band.step)}</span>
    </span>
  )
}

function Beside({ band }: { band: CareerBand }) {
  const { say } = useSpeech()
  return (
    <span className="career-beside" style={{ left: `${band.left}%` }} title={stepWords(band.step, say)}>
      <span className="career-beside-bar" style={{ width: `${band.width}cqw` }} />
      {say(labelOf('tenureKind', band.step.kind))} {band.step.unitName}
    </span>
  )
}
