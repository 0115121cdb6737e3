import { labelOf } from '#domain/lexicon/terms.ts'
import type { CareerStep } from '#server/contract/index.ts'
import { month } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { type CareerBand, type CareerLine, careerLayout } from './career-layout.ts'
import './career-timeline.css'

/** A career as horizontal bands: time runs right, level is height, what is missing is hatched where it is missing. */
export function CareerTimeline({ career, asOf }: { career: readonly CareerStep[]; asOf: string }) {
  const { say } = useSpeech()
  const layout = careerLayout(career, asOf)
  const label = say(chartWords.careerLabel, {
    count: career.length,
    from: month(career[0]?.from ?? asOf),
    to: month(asOf),
  })
  return (
    <figure className="career" aria-label={label} tabIndex={0}>
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
    </figure>
  )
}

function Line({ line }: { line: CareerLine }) {
  const { say } = useSpeech()
  const label = line.line === 'outside' ? chartWords.outside : labelOf('postLevel', line.line)
  return (
    <div className="career-line">
      <span className="career-level">{say(label)}</span>
      <div className="career-track">
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

function stepWords(step: CareerStep, say: Say): string {
  const until = step.to === null ? say(chartWords.now) : month(step.to)
  const kind = step.kind === 'appointed' ? '' : `（${say(labelOf('tenureKind', step.kind))}）`
  const grassroots = step.grassroots ? ` · ${say(chartWords.grassrootsUnderline)}` : ''
  return `${month(step.from)}–${until} ${nameOf(step)}${kind}${grassroots}`
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
