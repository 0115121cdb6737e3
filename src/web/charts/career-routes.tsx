import { labelOf } from '#domain/lexicon/terms.ts'
import type { Development } from '#server/contract/index.ts'
import { month } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { experienceWords as words } from '../language/words/development.ts'
import { type Bar, careerRoutesLayout } from './career-routes-layout.ts'
import { ChartFigure, type ChartTable } from './chart-figure.tsx'
import './career-routes.css'

const width = 1240
const side = 164
const barHeight = 24
const laneHeight = 20
const letter = 12
const track = width - side
const x = (percent: number): number => side + (track * percent) / 100

interface Lane {
  readonly key: string
  readonly label: string
  readonly bars: readonly Bar[]
  readonly isRoute: boolean
  readonly top: number
}

/** A career by routes: posts by the level of their unit, and under them a lane for each route, told apart by place. */
export function CareerRoutes({ shown }: { readonly shown: Pick<Development, 'steps' | 'asOf'> }) {
  const { say, language } = useSpeech()
  const layout = careerRoutesLayout(shown)
  const posts = layout.levels.flatMap(({ level, rows }) =>
    rows.map((bars, row) => ({
      key: `${level} ${row}`,
      label: row > 0 ? '' : say(level === null ? words.outside : labelOf('unitLevel', level)),
      bars,
      isRoute: false,
    })),
  )
  const routes = layout.routes.map(({ route, bars }) => ({
    key: route,
    label: say(labelOf('growthRoute', route)),
    bars,
    isRoute: true,
  }))
  const gap = 14
  const lanes: readonly Lane[] = [...posts, ...routes].map((lane, place) => ({
    ...lane,
    top: lane.isRoute
      ? posts.length * (barHeight + 4) + gap + (place - posts.length) * laneHeight
      : place * (barHeight + 4),
  }))
  const foot = posts.length * (barHeight + 4) + gap + routes.length * laneHeight
  const label = say(words.pictureLabel, { count: shown.steps.length })
  return (
    <ChartFigure label={label} table={routesTable(shown.steps, say, language === 'zh' ? '、' : ', ')}>
      <div className="sheet-scroll" tabIndex={0} role="group" aria-label={say(words.picture)}>
        <svg className="career-routes" viewBox={`0 0 ${width} ${foot + 22}`} role="img" aria-label={label}>
          {layout.years.map(({ year, left }) => (
            <g key={year}>
              <line className="career-routes-year" x1={x(left)} x2={x(left)} y1={0} y2={foot} />
              <text
                className="quiet"
                x={x(left)}
                y={foot + 16}
                textAnchor={left < 2 ? 'start' : left > 97 ? 'end' : 'middle'}
              >
                {year}
              </text>
            </g>
          ))}
          {lanes.map((lane) => (
            <LaneOf key={lane.key} lane={lane} say={say} />
          ))}
        </svg>
      </div>
    </ChartFigure>
  )
}

/** The picture of a career in words. */
function routesTable(steps: Development['steps'], say: Say, comma: string): ChartTable {
  return {
    columns: [words.period, words.label, words.unitLevel, words.kind, words.routes].map((head) => ({
      head: say(head),
    })),
    rows: steps.map((step) => ({
      key: step.evidence,
      cells: [
        periodOf(step, say),
        step.label,
        say(step.unitLevel === null ? words.outside : labelOf('unitLevel', step.unitLevel)),
        say(labelOf('tenureKind', step.kind)),
        step.routes.map((route) => say(labelOf('growthRoute', route))).join(comma),
      ],
    })),
  }
}

function LaneOf({ lane: { label, bars, isRoute, top }, say }: { readonly lane: Lane; readonly say: Say }) {
  const height = isRoute ? laneHeight - 8 : barHeight
  return (
    <g>
      <text className="career-routes-lane" x={side - 10} y={top + height / 2 + 4} textAnchor="end">
        {label}
      </text>
      {isRoute && <line className="career-routes-base" x1={side} x2={width} y1={top + height} y2={top + height} />}
      {bars.map((bar) => (
        <g key={bar.step.evidence}>
          <rect
            className={
              isRoute ? 'career-routes-time' : bar.step.to === null ? 'career-routes-now' : 'career-routes-post'
            }
            x={x(bar.left)}
            y={top}
            width={(track * bar.width) / 100}
            height={height}
          >
            <title>{wordsOf(bar, say)}</title>
          </rect>
          {!isRoute && (
            <text
              className={bar.step.to === null ? 'career-routes-inside' : undefined}
              x={x(bar.left) + 5}
              y={top + 16}
            >
              {bar.step.label.slice(0, Math.max(0, Math.floor(((track * bar.width) / 100 - 8) / letter)))}
            </text>
          )}
        </g>
      ))}
    </g>
  )
}

const periodOf = (step: Bar['step'], say: Say): string =>
  `${month(step.from)}–${step.to === null ? say(words.now) : month(step.to)}`

const wordsOf = ({ step }: Bar, say: Say): string => `${periodOf(step, say)} ${step.label}`
