import { lazy, Suspense, useMemo, useState } from 'react'
import type { Wave } from '#server/contract/index.ts'
import { citationHead, citationText } from '../language/citation.ts'
import { useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { frameWords } from '../language/words/frame.ts'
import { palette, sansStack } from '../tokens/palette.ts'
import './rotation-wave.css'

const Canvas = lazy(() => import('./canvas.tsx').then(({ Canvas }) => ({ default: Canvas })))

/** Darkest at the base, then paler, then outlined; a stack has three kinds at most, the rest go together on top. */
const fills = [
  { color: palette.accent },
  { color: palette.accentMid },
  { color: palette.paper, borderColor: palette.interval, borderWidth: 1 },
] as const

interface Layer {
  readonly name: string
  readonly counts: readonly number[]
}

/** The layers of the stack: at most three, later rules summed into the third. */
export function layersOf(wave: Wave, nameOf: (rule: number) => string, others: string): Layer[] {
  const layers = wave.rules.map((_, rule) => ({
    name: nameOf(rule),
    counts: wave.periods.map((period) => period.counts[rule] ?? 0),
  }))
  if (layers.length <= fills.length) return layers
  const rest = layers.slice(fills.length - 1)
  const counts = wave.periods.map((_, at) => rest.reduce((sum, layer) => sum + (layer.counts[at] ?? 0), 0))
  return [...layers.slice(0, fills.length - 1), { name: others, counts }]
}

interface RotationWaveProps {
  readonly wave: Wave
  readonly height?: number
  onPick?(period: string): void
}

/** Duties per half-year by rule, the total on top of each bar; the same figures as a table behind a key. */
export function RotationWave({ wave, height = 260, onPick }: RotationWaveProps) {
  const { say, language } = useSpeech()
  const [asTable, setAsTable] = useState(false)
  const layers = useMemo(
    () =>
      layersOf(
        wave,
        (rule) => {
          const basis = wave.rules[rule]?.basis
          return basis ? `${basis.title[language]} · ${citationHead(basis, language)}` : ''
        },
        chartWords.otherRules[language],
      ),
    [wave, language],
  )
  const option = useMemo(() => waveOption(wave, layers, language), [wave, layers, language])
  const sum = wave.periods.reduce((total, period) => total + period.total, 0)

  return (
    <div className="wave">
      <div className="wave-legend">
        {layers.map((layer, index) => (
          <span key={layer.name}>
            <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
              <rect x="1" y="1" width="10" height="10" fill={fills[index]?.color} stroke={palette.interval} />
            </svg>
            {layer.name}
          </span>
        ))}
        <button type="button" className="plain-button" onClick={() => setAsTable(!asTable)}>
          {say(asTable ? frameWords.chart : frameWords.table)}
        </button>
      </div>
      {asTable ? (
        <WaveTable wave={wave} />
      ) : (
        <Suspense fallback={<div style={{ height }} />}>
          <Canvas
            option={option}
            height={height}
            label={say(chartWords.waveLabel, { sum, periods: wave.periods.length })}
            onPick={(index) => onPick?.(wave.periods[index]?.period ?? '')}
          />
        </Suspense>
      )}
      {wave.later > 0 && <p className="second">{say(chartWords.waveLater, { count: wave.later })}</p>}
    </div>
  )
}

function waveOption(wave: Wave, layers: readonly Layer[], language: 'zh' | 'en') {
  const font = { fontFamily: sansStack, fontSize: 12, color: palette.ink2 }
  const totals = {
    show: true,
    position: 'top',
    ...font,
    color: palette.ink,
    formatter: ({ dataIndex }: { dataIndex: number }) => String(wave.periods[dataIndex]?.total ?? ''),
  }
  return {
    grid: { left: 8, right: 8, top: 26, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: {
      type: 'category',
      data: wave.periods.map((period) => period.label[language]),
      axisLine: { lineStyle: { color: palette.line2 } },
      axisTick: { show: false },
      axisLabel: { ...font, interval: 0, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitNumber: 3,
      axisLabel: font,
      splitLine: { lineStyle: { color: palette.line } },
    },
    series: layers.map((layer, index) => ({
      type: 'bar',
      stack: 'duties',
      barWidth: '54%',
      barMaxWidth: 44,
      cursor: 'pointer',
      itemStyle: fills[index],
      emphasis: { disabled: true },
      data: layer.counts,
      ...(index === layers.length - 1 && { label: totals }),
    })),
  }
}

function WaveTable({ wave }: { wave: Wave }) {
  const { say, language } = useSpeech()
  return (
    <div className="wave-table">
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say(chartWords.period)}</th>
            {wave.rules.map(({ rule, basis }) => (
              <th key={rule} scope="col" className="number">
                {say(basis.title)}
                <small>{citationText(basis, language)}</small>
              </th>
            ))}
            <th scope="col" className="number">
              {say(chartWords.total)}
            </th>
          </tr>
        </thead>
        <tbody>
          {wave.periods.map((period) => (
            <tr key={period.period}>
              <th scope="row">{say(period.label)}</th>
              {wave.rules.map(({ rule }, index) => (
                <td key={rule} className="number">
                  {period.counts[index] ?? 0}
                </td>
              ))}
              <td className="number">{period.total}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
