import type { MeasuredQuantity } from '#server/contract/index.ts'
import { count, decimals, figure, intervalFigures } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { frameWords } from '../language/words/frame.ts'
import { place, type Scale } from '../parts/interval-bar.tsx'
import type { ChartTable } from './chart-figure.tsx'
import { densityPath } from './density.ts'
import './against-group.css'

/** A scale with the median of the group in the middle, so that the medians of several rows stand under one another. */
export function centredScale({ estimate, group }: Pick<MeasuredQuantity, 'estimate' | 'group'>): Scale {
  const quantiles = group?.quantiles ?? []
  const own = estimate.separable ? [estimate.lower, estimate.upper] : []
  const median = quantiles[Math.floor(quantiles.length / 2)] ?? (estimate.separable ? estimate.value : 0)
  const reach = Math.max(...[...quantiles, ...own].map((value) => Math.abs(value - median)), 1e-6) * 1.06
  return { from: median - reach, to: median + reach }
}

/** The interval of one person before the pale outline of the comparable group. */
export function AgainstGroup({ measured }: { measured: MeasuredQuantity }) {
  const { say } = useSpeech()
  const { estimate, group } = measured
  const scale = centredScale(measured)
  const label = estimate.separable ? say(frameWords.interval, { ...intervalFigures(estimate) }) : say(estimate.cause)
  return (
    <div className="against" role="img" aria-label={label}>
      {group && (
        <svg viewBox="0 0 240 36" preserveAspectRatio="none" aria-hidden="true">
          <path d={densityPath(group.quantiles, scale, { width: 240, height: 36 })} fill="var(--group)" />
        </svg>
      )}
      <span className="against-median" />
      {estimate.separable ? (
        <>
          <span
            className="against-bar"
            style={{
              left: `${place(scale, estimate.lower)}%`,
              width: `${place(scale, estimate.upper) - place(scale, estimate.lower)}%`,
            }}
          />
          <span className="against-dot" style={{ left: `${place(scale, estimate.value)}%` }} />
        </>
      ) : (
        <span className="against-hatch" />
      )}
    </div>
  )
}

type Drawn = Pick<MeasuredQuantity, 'label' | 'estimate' | 'group'> & { readonly measure?: string }

/** The figures of several such rows: estimate, interval and basis of each, and where its group stands. */
export function againstGroupTable(measured: readonly Drawn[], say: Say): ChartTable {
  const heads = [
    chartWords.estimate,
    chartWords.lower,
    chartWords.upper,
    chartWords.cases,
    chartWords.groupSize,
    chartWords.groupMedian,
    chartWords.groupHalf,
  ]
  return {
    columns: [{ head: say(chartWords.measure) }, ...heads.map((head) => ({ head: say(head), figures: true }))],
    rows: measured.map(({ measure, label, estimate, group }) => ({
      key: measure ?? label.en,
      cells: [say(label), ...estimateCells(estimate, say), count(estimate.n), ...groupCells(estimate, group)],
    })),
  }
}

function estimateCells(estimate: MeasuredQuantity['estimate'], say: Say): string[] {
  if (!estimate.separable) return [say(estimate.cause), '', '']
  const { value, lower, upper } = intervalFigures(estimate)
  return [value, lower, upper]
}

function groupCells(estimate: MeasuredQuantity['estimate'], group: MeasuredQuantity['group']): string[] {
  if (!group) return ['', '', '']
  const digits = estimate.separable ? decimals(estimate.lower, estimate.upper) : 2
  const at = (share: number): string => figure(group.quantiles[share * (group.quantiles.length - 1)] ?? 0, digits)
  return [count(group.size), at(0.5), `${at(0.25)} – ${at(0.75)}`]
}
