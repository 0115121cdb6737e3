import { useMemo } from 'react'
import type { Wave } from '#server/contract/index.ts'
import { citationHead, citationText } from '../language/citation.ts'
import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { ChartFigure } from './chart-figure.tsx'
import { type Layer, layersOf } from './wave-layers.ts'
import './rotation-wave.css'

interface RotationWaveProps {
  readonly wave: Wave
  readonly height?: number
  /** How many the office fills in one period: a dashed line over the bars. */
  readonly capacity?: number | undefined
  onPick?(period: string): void
}

/** Duties per half-year by rule, the total on top of each bar; the same figures as a table behind a key. */
export function RotationWave({ wave, height = 260, capacity, onPick }: RotationWaveProps) {
  const { say, language } = useSpeech()
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
  const sum = wave.periods.reduce((total, period) => total + period.total, 0)
  const label = say(chartWords.waveLabel, { sum, periods: wave.periods.length })

  return (
    <div className="wave">
      <ChartFigure
        label={label}
        table={{
          columns: [
            { head: say(chartWords.period) },
            ...wave.rules.map(({ basis }) => ({
              head: (
                <>
                  {say(basis.title)}
                  <small>{citationText(basis, language)}</small>
                </>
              ),
              figures: true,
            })),
            { head: say(chartWords.total), figures: true },
          ],
          rows: wave.periods.map(({ period, label: name, counts, total }) => ({
            key: period,
            cells: [say(name), ...wave.rules.map((_, rule) => counts[rule] ?? 0), total],
          })),
        }}
        legend={
          <>
            {layers.map((layer, index) => (
              <span key={layer.name}>
                <i className={`wave-fill wave-fill-${index}`} />
                {layer.name}
              </span>
            ))}
            {capacity !== undefined && (
              <span>
                <i className="wave-capacity" />
                {say(chartWords.waveCapacity, { count: count(capacity) })}
              </span>
            )}
          </>
        }
      >
        <Bars wave={wave} layers={layers} height={height} capacity={capacity} {...(onPick && { onPick })} />
      </ChartFigure>
      {wave.later > 0 && <p className="second">{say(chartWords.waveLater, { count: wave.later })}</p>}
    </div>
  )
}

interface BarsProps extends Pick<RotationWaveProps, 'wave' | 'capacity' | 'onPick'> {
  readonly layers: readonly Layer[]
  readonly height: number
}

function Bars({ wave, layers, height, capacity, onPick }: BarsProps) {
  const { say } = useSpeech()
  const highest = Math.max(1, capacity ?? 0, ...wave.periods.map(({ total }) => total))
  return (
    <ol className="wave-bars" style={{ height }}>
      {wave.periods.map(({ period, label, total }, at) => {
        const bar = (
          <>
            <span className="wave-room">
              <b>{count(total)}</b>
              <span className="wave-stack" style={{ height: `${(100 * total) / highest}%` }}>
                {layers.map(({ name, counts }, layer) => (
                  <i key={name} className={`wave-fill wave-fill-${layer}`} style={{ flexGrow: counts[at] ?? 0 }} />
                ))}
              </span>
              {capacity !== undefined && (
                <i className="wave-capacity" style={{ bottom: `calc((100% - 22px) * ${capacity / highest})` }} />
              )}
            </span>
            <span className="wave-period">{say(label)}</span>
          </>
        )
        return (
          <li key={period}>
            {onPick ? (
              <button type="button" onClick={() => onPick(period)}>
                {bar}
              </button>
            ) : (
              bar
            )}
          </li>
        )
      })}
    </ol>
  )
}
