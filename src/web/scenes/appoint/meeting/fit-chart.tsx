import type { MeetingCard, MeetingSeat } from '#server/contract/index.ts'
import { type ChartTable, TableOfChart } from '../../../charts/chart-figure.tsx'
import { densityPath } from '../../../charts/density.ts'
import { count, intervalFigures } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { chartWords } from '../../../language/words/charts.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { meetingWords } from '../../../language/words/meeting.ts'
import { type Bar, fitRows, type Interval } from './fit-rows.ts'
import { useNames } from './names.tsx'

/** In units of the stage. Names stand in a column of their own, so that no bar can push them out. */
const size = { width: 560, names: 118, curve: 88, row: 34, self: 56 }

/** The person's interval and the others' of the tier on one scale, with all who may be considered behind. */
export function FitChart({ card, seat }: { card: MeetingCard; seat: MeetingSeat }) {
  const { say } = useSpeech()
  const { nameOf } = useNames()
  if (!card.fit?.separable) return <p className="stage-none">{say(card.fit?.cause ?? meetingWords.noFit)}</p>
  const tier = seat.tier.flatMap(({ fit, ...who }): Bar[] => (fit.separable ? [{ ...who, ...fit }] : []))
  const { scale, others, rest } = fitRows(card.fit, tier, card.cadreId, seat.group?.quantiles ?? [])
  const width = size.width - size.names
  const x = (value: number): number => size.names + ((value - scale.from) / (scale.to - scale.from)) * width
  const base = seat.group ? size.curve : 0
  const rows = others.length + (rest ? 1 : 0)
  const bottom = base + size.self + rows * size.row
  const mid = (row: number): number => base + size.self + row * size.row + size.row / 2
  const label = say(frameWords.interval, { ...intervalFigures(card.fit) })
  return (
    <>
      <svg
        className="fit-chart"
        viewBox={`0 0 ${size.width} ${bottom + 34}`}
        role="img"
        aria-label={`${nameOf(card)} ${label}`}
      >
        {seat.group && (
          <g>
            <path
              className="fit-group"
              transform={`translate(${size.names} 0)`}
              d={densityPath(seat.group.quantiles, scale, { width, height: base - 8 })}
            />
            <line className="fit-axis" x1={size.names} x2={size.width} y1={base - 8} y2={base - 8} />
            <text className="fit-quiet" x={size.names + width / 2} y={base - 18} textAnchor="middle">
              {say(meetingWords.group, { size: count(seat.group.size) })}
            </text>
          </g>
        )}
        <Row name={nameOf(card)} bar={card.fit} x={x} y={base + size.self / 2} self />
        {others.map((other, row) => (
          <Row key={other.cadreId} name={nameOf(other)} bar={other} x={x} y={mid(row)} />
        ))}
        {rest && (
          <g>
            <text className="fit-name" x={size.names - 12} y={mid(others.length) + 6} textAnchor="end">
              {say(meetingWords.restOfTier, { count: count(rest.count) })}
            </text>
            <line
              className="fit-rest"
              x1={x(rest.lower)}
              x2={x(rest.upper)}
              y1={mid(others.length)}
              y2={mid(others.length)}
            />
          </g>
        )}
        <line className="fit-axis" x1={size.names} x2={size.width} y1={bottom} y2={bottom} />
        <text className="fit-quiet" x={size.names} y={bottom + 26}>
          {say(meetingWords.lower)}
        </text>
        <text className="fit-quiet" x={size.width} y={bottom + 26} textAnchor="end">
          {say(meetingWords.higher)}
        </text>
      </svg>
      <div className="out-of-sight">
        <TableOfChart
          label={say(meetingWords.fit)}
          table={fitTable([{ cadreId: card.cadreId, name: card.name, ...card.fit }, ...tier], nameOf, say)}
        />
      </div>
    </>
  )
}

/** The person, then everybody else of the tier: those drawn together, too. */
function fitTable(bars: readonly Bar[], nameOf: (bar: Bar) => string, say: Say): ChartTable {
  const heads = [chartWords.estimate, chartWords.lower, chartWords.upper]
  return {
    columns: [{ head: say(meetingWords.fit) }, ...heads.map((head) => ({ head: say(head), figures: true }))],
    rows: [...new Map(bars.map((bar) => [bar.cadreId, bar])).values()].map((bar) => {
      const { value, lower, upper } = intervalFigures(bar)
      return { key: bar.cadreId, cells: [nameOf(bar), value, lower, upper] }
    }),
  }
}

interface RowProps {
  readonly name: string
  readonly bar: Interval
  readonly x: (value: number) => number
  readonly y: number
  readonly self?: boolean
}

function Row({ name, bar, x, y, self = false }: RowProps) {
  const height = self ? 18 : 10
  return (
    <g className={self ? 'fit-self' : 'fit-other'}>
      <text className="fit-name" x={size.names - 12} y={y + 7} textAnchor="end">
        {name}
      </text>
      <rect x={x(bar.lower)} y={y - height / 2} width={Math.max(2, x(bar.upper) - x(bar.lower))} height={height} />
      <circle cx={x(bar.value)} cy={y} r={height * 0.65} />
    </g>
  )
}
