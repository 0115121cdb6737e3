import type { EstimateShape } from '#server/contract/index.ts'
import { intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import { IntervalBar, type Scale } from '../../../parts/interval-bar.tsx'

/** A fit as interval, then figure; where there is none, why. */
export function FitInterval({ fit, scale }: { fit: EstimateShape | null | undefined; scale: Scale }) {
  const { say } = useSpeech()
  if (!fit?.separable) return <span className="quiet">{fit ? say(fit.cause) : say(words.noFit)}</span>
  const { value, lower, upper } = intervalFigures(fit)
  return (
    <span className="fit-interval">
      <IntervalBar interval={fit} scale={scale} />
      <span>
        {value}{' '}
        <span className="quiet">
          [{lower}, {upper}]
        </span>
      </span>
    </span>
  )
}

/** A common scale for fits that stand side by side: tenths around all of them. */
export function fitScale(fits: readonly (EstimateShape | null | undefined)[]): Scale {
  const known = fits.flatMap((fit) => (fit?.separable ? [fit] : []))
  if (known.length === 0) return { from: 0, to: 1 }
  return {
    from: Math.floor(10 * Math.min(...known.map(({ lower }) => lower)) - 0.5) / 10,
    to: Math.ceil(10 * Math.max(...known.map(({ upper }) => upper)) + 0.5) / 10,
  }
}
