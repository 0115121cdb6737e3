import type { StudyPointShape } from '#server/contract/index.ts'
import { ChartFigure, type ChartTable } from '../../../charts/chart-figure.tsx'
import { figure } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { surveyWords as words } from '../../../language/words/surveys.ts'

const width = 560
const height = 220
const frame = { left: 34, right: 118, top: 14, bottom: 34 }

interface ReliabilityChartProps {
  readonly study: readonly StudyPointShape[]
  readonly now: StudyPointShape
  readonly wanted?: number
}

/** The share of the true in a mean, by the number of raters: the same raters for all, and different ones; and where we are. */
export function ReliabilityChart({ study, now, wanted }: ReliabilityChartProps) {
  const { say } = useSpeech()
  const most = Math.max(now.raters, ...study.map(({ raters }) => raters))
  const points = [...study, now].sort((a, b) => a.raters - b.raters)
  const least = Math.min(0.4, Math.floor(10 * (points[0]?.dependability ?? 0)) / 10)
  const x = (raters: number): number => frame.left + ((width - frame.left - frame.right) * raters) / most
  const y = (value: number): number => frame.top + ((height - frame.top - frame.bottom) * (1 - value)) / (1 - least)
  const line = (key: 'generalisability' | 'dependability'): string =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.raters)} ${y(point[key])}`).join('')
  const last = points.at(-1) ?? now
  const labelGap = Math.max(14, y(last.dependability) - y(last.generalisability))
  const label = say(words.reliabilityLabel, {
    from: figure(study[0]?.generalisability ?? 0, 2),
    to: figure(study.at(-1)?.generalisability ?? 0, 2),
    now: now.raters,
  })
  const steps = Array.from({ length: Math.round((1 - least) / 0.2) + 1 }, (_, step) => 1 - 0.2 * step)
  return (
    <ChartFigure label={label} table={reliabilityTable(points, say)}>
      <svg className="reliability" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {steps.map((value) => (
          <g key={value}>
            <line className="grid" x1={frame.left} x2={width - frame.right} y1={y(value)} y2={y(value)} />
            <text className="tick" x={frame.left - 6} y={y(value) + 4} textAnchor="end">
              {value.toFixed(1)}
            </text>
          </g>
        ))}
        {study.map(({ raters }) => (
          <text key={raters} className="tick" x={x(raters)} y={height - frame.bottom + 16} textAnchor="middle">
            {raters}
          </text>
        ))}
        <text className="tick" x={width - frame.right + 10} y={height - frame.bottom + 16}>
          {say(words.ratersAxis)}
        </text>
        {wanted !== undefined && (
          <g>
            <line className="wanted" x1={frame.left} x2={width - frame.right} y1={y(wanted)} y2={y(wanted)} />
            <text className="tick" x={width - frame.right - 6} y={y(wanted) + 14} textAnchor="end">
              {say(words.wantedLine, { value: wanted })}
            </text>
          </g>
        )}
        <path className="same" d={line('generalisability')} />
        <path className="different" d={line('dependability')} />
        <line
          className="now"
          x1={x(now.raters)}
          x2={x(now.raters)}
          y1={y(now.generalisability)}
          y2={height - frame.bottom}
        />
        <circle className="now-same" cx={x(now.raters)} cy={y(now.generalisability)} r="5" />
        <circle className="now-different" cx={x(now.raters)} cy={y(now.dependability)} r="5" />
        <text
          className="now-label"
          x={x(now.raters) + (now.raters > most / 2 ? -7 : 7)}
          y={height - frame.bottom - 6}
          textAnchor={now.raters > most / 2 ? 'end' : 'start'}
        >
          {say(words.now, { raters: now.raters })}
        </text>
        <text className="same-label" x={width - frame.right + 10} y={y(last.generalisability) + 2}>
          {say(words.generalisability)}
        </text>
        <text className="different-label" x={width - frame.right + 10} y={y(last.generalisability) + 2 + labelGap}>
          {say(words.dependability)}
        </text>
      </svg>
    </ChartFigure>
  )
}

/** The same figures: a row for each number of raters. */
function reliabilityTable(study: readonly StudyPointShape[], say: Say): ChartTable {
  return {
    columns: [words.ratersAxis, words.generalisability, words.dependability].map((head) => ({
      head: say(head),
      figures: true,
    })),
    rows: study.map(({ raters, generalisability, dependability }, at) => ({
      key: `${raters} ${at}`,
      cells: [raters, figure(generalisability, 2), figure(dependability, 2)],
    })),
  }
}
