import type { EstimateShape } from '#server/contract/index.ts'
import { decimals, figure } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { chartWords } from '../language/words/charts.ts'
import { place } from '../parts/interval-bar.tsx'
import './parts-waterfall.css'

type Separable = Extract<EstimateShape, { separable: true }>

/** The parts of an estimate, each beginning where the last one ended; they sum to the value in the last row. */
export function PartsWaterfall({ estimate }: { estimate: Separable }) {
  const { say } = useSpeech()
  const digits = Math.max(2, decimals(estimate.lower, estimate.upper))
  let reached = 0
  const steps = estimate.parts.map((part) => {
    const from = reached
    reached += part.value
    return { part, from, to: reached }
  })
  const bounds = [0, ...steps.map((step) => step.to)]
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)]
  const scale = { from: least, to: least === most ? least + 1 : most }
  return (
    <table className="waterfall" aria-label={say(chartWords.parts)}>
      <tbody>
        {steps.map(({ part, from, to }) => (
          <tr key={part.id}>
            <th scope="row">{say(part.label)}</th>
            <td className="waterfall-track">
              <span
                className={part.value < 0 ? 'less' : ''}
                style={{
                  left: `${place(scale, Math.min(from, to))}%`,
                  width: `${Math.abs(place(scale, to) - place(scale, from))}%`,
                }}
              />
            </td>
            <td className="number">{figure(part.value, digits)}</td>
          </tr>
        ))}
        <tr className="waterfall-sum">
          <th scope="row">{say(chartWords.total)}</th>
          <td className="waterfall-track" />
          <td className="number">{figure(estimate.value, digits)}</td>
        </tr>
      </tbody>
    </table>
  )
}
