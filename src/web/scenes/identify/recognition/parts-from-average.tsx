import type { EstimateShape } from '#server/contract/index.ts'
import { figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { chartWords } from '../../../language/words/charts.ts'
import { recognitionWords as words } from '../../../language/words/recognition.ts'

type Separable = Extract<EstimateShape, { separable: true }>

const points = (share: number): string => figure(100 * share, 1)

/** The average of everybody, then what each channel adds to it or takes from it, to either side of one line. */
export function PartsFromAverage({ estimate }: { estimate: Separable }) {
  const { say } = useSpeech()
  const [average, ...others] = estimate.parts
  const most = Math.max(...others.map(({ value }) => Math.abs(value)), 1e-6)
  return (
    <table className="from-average" aria-label={say(words.parts)}>
      <tbody>
        {average && (
          <tr>
            <th scope="row">{say(average.label)}</th>
            <td />
            <td className="number">{points(average.value)}</td>
          </tr>
        )}
        {others.map(({ id, label, value }) => {
          const half = (48 * Math.abs(value)) / most
          return (
            <tr key={id}>
              <th scope="row">{say(label)}</th>
              <td className="from-average-track">
                <span
                  className={value < 0 ? 'less' : ''}
                  style={{ left: `${value < 0 ? 50 - half : 50}%`, width: `${half}%` }}
                />
              </td>
              <td className="number">{value > 0 ? `+${points(value)}` : points(value)}</td>
            </tr>
          )
        })}
        <tr>
          <th scope="row">{say(chartWords.total)}</th>
          <td />
          <td className="number">{points(estimate.value)}</td>
        </tr>
      </tbody>
    </table>
  )
}
