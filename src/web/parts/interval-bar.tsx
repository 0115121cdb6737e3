import { intervalFigures } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './interval-bar.css'

export interface Interval {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

/** The common scale of a column: every bar of it is drawn on the same one. */
export interface Scale {
  readonly from: number
  readonly to: number
}

/** The middle half of the comparable group, drawn behind a whole column. */
export interface Band {
  readonly lower: number
  readonly upper: number
}

export const place = (scale: Scale, value: number): number =>
  Math.min(100, Math.max(0, ((value - scale.from) / (scale.to - scale.from)) * 100))

/** Bar first (90 %), dot second; the figures are its name for those who do not see it. */
export function IntervalBar({ interval, scale, band }: { interval: Interval; scale: Scale; band?: Band | undefined }) {
  const { say } = useSpeech()
  const left = place(scale, interval.lower)
  const label = say(frameWords.interval, { ...intervalFigures(interval) })
  return (
    <span className="interval" role="img" aria-label={label} title={label}>
      {band && <GroupBand band={band} scale={scale} />}
      <span className="interval-bar" style={{ left: `${left}%`, width: `${place(scale, interval.upper) - left}%` }} />
      <span className="interval-dot" style={{ left: `${place(scale, interval.value)}%` }} />
    </span>
  )
}

export function GroupBand({ band, scale }: { band: Band; scale: Scale }) {
  const left = place(scale, band.lower)
  return <span className="group-band" style={{ left: `${left}%`, width: `${place(scale, band.upper) - left}%` }} />
}

/** Where the data give no value: a hatch, with the cause, and no number at all. */
export function NoInterval({ cause, band, scale }: { cause: string; band?: Band | undefined; scale?: Scale }) {
  return (
    <span className="interval no-interval" title={cause}>
      {band && scale && <GroupBand band={band} scale={scale} />}
      <span className="interval-hatch" />
      <span className="interval-cause cut">{cause}</span>
    </span>
  )
}
